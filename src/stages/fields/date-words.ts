import { foldWord } from './fold.js';
import { isPrefixed, LUNAR_WORDS, MONTH_STARTS } from './months.js';

/**
 * Words that stand around dates, by what they are, in the languages of months.ts. Word lists, matched whole after folding; a '*'
 * at the end matches any ending. Weekdays from CLDR 45, the rest gathered from news sites' date lines.
 */
const WEEKDAYS = `
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
  lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
  lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom
  segunda terça quarta quinta sexta feira segunda-feira seg ter qua qui sex
  lunedì martedì mercoledì giovedì venerdì sabato domenica gio
  dilluns dimarts dimecres dijous divendres dissabte diumenge luns mércores xoves venres
  luni marți miercuri joi vineri sâmbătă duminică mie vin sâm dum
  poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt niedz nd
  pondělí úterý středa čtvrtek pátek neděle po út st čt pá ne pondelok utorok streda štvrtok piatok nedeľa
  ponedeljek torek sreda četrtek petek nedelja ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljak
  понедељак уторак среда четвртак петак субота недеља понеделник вторник сряда четвъртък петък събота неделя четврток петок сабота недела
  понедельник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер п'ятниця субота неділя нд
  панядзелак аўторак серада чацвер пятніца нядзеля
  pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena
  esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
  ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა
  даваа мягмар лхагва пүрэв баасан бямба ням гараг
  ሰኞ ማክሰኞ ረቡዕ ሐሙስ ሀሙስ አርብ ዓርብ ቅዳሜ እሑድ እሁድ
  maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su
  måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors fre lör sön
  mandag tirsdag lørdag søndag man tirs tir tor lør søn
  mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur
  hétfő kedd szerda csütörtök péntek szombat vasárnap
  δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρί τετ πέμ παρ σάβ κυρ
  pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt çar per cum cmt paz
  senin selasa rabu kamis jumat jum'at sabtu minggu isnin khamis jumaat ahad sen sel rab kam jum sab min
  hai ba tư năm sáu bảy thứ nhật chủ cn
  วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี พฤหัส ศุกร์ เสาร์ อาทิตย์ วันที่
  jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili lunes martes miyerkules huwebes biyernes linggo
  सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि मंगळवार
  সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
  સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨੀਵਾਰ ਐਤਵਾਰ
  திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி சனி ஞாயிறு సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం
  ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ ಭಾನುವಾರ
  پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد
  دوشنبه سه‌شنبه سه چهارشنبه پنجشنبه پنج جمعه شنبه یکشنبه
  יום שני שלישי רביעי חמישי שישי שבת ראשון
  月 火 水 木 金 土 日 曜 星 期 周 週 一 二 三 四 五 六 월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일`;

/** Words between a date and its time, or before either. */
const CONNECTORS = `
  at on of the t time um am den der vom kl klo kello op om le à a las los el del de da do dia das às alle ore ora ca
  dne dnia v ve w o u i в во о об у года году г р р. року год від от od
  godz godzina hod hodin saat saati pukul pkl jam tanggal tgl lúc ngày hora horas heure heures la
  в час время вр στις την ώρα ωρα ang alas nang noong bandang om uur uhr h hs hrs hr น เวลา เมื่อ ของ
  الساعة على في عند ساعت در به بوقت بجے को बजे समय बजकर সময় בשעה ב ה מתאריך
  年 月 日 時 分 版 자 m d gada gadā ж жыл жылғы yil оны сарын өдөр`;

/** Words that announce a date: published, posted, updated, created, date, as of. */
const LABELS = `
  publish* posted post update* updat* modified changed created written issued released filed last first date time dated edited
  originally online on
  veröffentlicht* publiziert erschienen erstellt aktualisiert* stand datum geändert zuletzt letzte uhrzeit artikel
  gepubliceerd geplaatst bijgewerkt laatste gewijzigd laatst update
  publi* mis jour modifié* posté paru créé dernière heure date
  actualiz* actualit* modific* fecha última ultima creado hora publicación
  atualiz* postado data criado aggiorn* pubblic* creato modificato ore aggiornato alle
  actualizat* postat ora ultima adăugat publicat
  aktualiz* opublik* dodano utworzono data ostatnia modyfikacja zaktualizowano
  publikov* zveřejn* vydáno vydané upraveno upravené poslední aktualizac* pridané dňa
  objav* objavljeno ažurir* posodobljen* zadnja izmena poslednja
  опублик* опубліков* обновл* оновл* изменен* дата додано добавлен* последн* останн* публик* публікац* размещен* создан* зменено
  публикуван* обновен* последна актуал* објав* ажурир* измењ*
  апублік* абноўл* გამოქვეყნ* განახლ* თარიღი нийтэлсэн нийтлэгдсэн огноо шинэчилсэн шинэчлэгдсэн የታተመው የተሻሻለው
  paskelbt* atnaujint* publicēts atjaunots avaldatud uuendatud muudetud
  julkaistu päivitetty muokattu julkaisu publicerad uppdaterad* ändrad senast publisert oppdatert sist publiceret opdateret senest offentliggjort
  birt uppfært közzétéve megjelent frissítve frissült módosítva publikálva létrehozva utolsó
  δημοσι* ενημέρ* τελευταία ανανέω* ανάρτηση ημερομηνία
  yayın* güncel* oluşturul* giriş tarih* son eklen* değiştir*
  dərc tarixi botuar përditësuar
  diterbitkan dipublikasikan tayang terbit diperbarui diupdate update tanggal waktu dikemaskini dipublish terakhir
  đăng cập nhật xuất bản ngày giờ
  เผยแพร่ เผยแพร่เมื่อ อัปเดต อัพเดท อัปเดตล่าสุด วันที่ แก้ไข ล่าสุด โพสต์ ปรับปรุง
  imechapishwa nilathala
  प्रकाशित अपडेट अद्यतन पब्लिश पब्लिश्ड अपडेटेड तिथि तारीख दिनांक अंतिम
  প্রকাশ প্রকাশিত প্রকাশের আপডেট সর্বশেষ হালনাগাদ তারিখ
  شائع اشاعت اپڈیٹ تاریخ آخری تازہ
  نشر نشرت النشر تاريخ تحديث آخر حدث حدثت منذ كتب التحديث
  انتشار تاریخ زمان منتشر بروزرسانی ویرایش آخرین به‌روزرسانی ساعت
  פורסם עודכן עדכון תאריך אחרון
  발행 발행일 등록 입력 수정 승인 게시 최종 최종수정 업데이트 기사입력 기사등록 기사수정 작성 작성일 등록일 수정일 일시 송고
  公 開 更 新 配 信 掲 載 投 稿 日 時 最 終 発 布 發 佈 编 編 辑 輯 修 改 时 間 间 期 刊 登 稿 件 上`;

/** Words of "3 hours ago" and "4 min read". Counted where a number stands beside them. */
const RELATIVE_WORDS = `
  ago second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years d h w mo y read reading lesezeit
  vor minuten stunde stunden tag tagen woche wochen monat monaten jahr jahren lesedauer
  geleden minuut minuten uur uren dag dagen weken maand leestijd
  il y a minute minutes heure heures jour jours semaine semaines mois lecture
  hace minuto minutos hora horas día días semana semanas mes meses lectura há atrás dia dias leitura
  fa minuti ora ore giorno giorni settimana settimane lettura
  acum minute oră ore zi zile temu minut minuty godzin godziny godzinę dni dzień tygodni przed
  назад минут минуты минуту час часа часов день дня дней недель тому хвилин годин години днів
  хвіліну хвіліны хвілін гадзіну гадзіны гадзін таму წუთის საათის დღის წინ минутын цагийн өдрийн өмнө ደቂቃ ሰዓት ሰዓታት ቀናት በፊት
  siden minutter time timer dager sedan timmar dagar sitten minuuttia tuntia päivää perce órája napja
  πριν λεπτά ώρες ημέρες μέρες önce dakika saat gün dk lalu menit jam hari trước phút giờ ngày ที่แล้ว นาที ชั่วโมง วัน
  पहले मिनट घंटे दिन আগে মিনিট ঘণ্টা দিন قبل منذ دقيقة دقائق ساعة ساعات يوم أيام پیش دقیقه ساعت روز לפני דקות שעות ימים
  분 시간 일 전 前 分 時 間`;

/** What a word is that stands around dates, as a sum of these. */
export const WEEKDAY = 1;
export const CONNECTOR = 2;
export const LABEL = 4;
export const RELATIVE = 8;
/** A month's name may begin with it. */
export const MONTH = 16;
/** It stands in dates of the Islamic lunar calendar. */
export const LUNAR = 32;

const LONGEST_PREFIX = 16;

/** A prefix has at least so many letters. */
const SHORTEST_PREFIX = 4;

/** All lists in one table, so that each word is looked up once. */
const WHOLE = new Map<string, number>();
const PREFIXES = new Map<string, number>();
/** How the prefixes begin, see headOf(). */
const HEADS = new Set<number>();

for (const [words, kind] of [
  [WEEKDAYS, WEEKDAY],
  [CONNECTORS, CONNECTOR],
  [LABELS, LABEL],
  [RELATIVE_WORDS, RELATIVE],
] as const)
  for (const word of words.trim().split(/\s+/)) {
    const isPrefix = word.endsWith('*');
    const folded = foldWord(word.replace('*', ''));
    put(isPrefix ? PREFIXES : WHOLE, folded, kind);
    if (isPrefix) HEADS.add(headOf(folded));
  }
for (const word of MONTH_STARTS) put(WHOLE, word, MONTH);
for (const word of LUNAR_WORDS) put(WHOLE, word, LUNAR);

function put(table: Map<string, number>, word: string, kind: number): void {
  table.set(word, (table.get(word) ?? 0) | kind);
}

/** The first letters as a number, which is looked up without a text of its own. Others may have the same: it is a quick no, and no more. */
function headOf(folded: string): number {
  let head = 0;
  for (let i = 0; i < SHORTEST_PREFIX; i++) head = (Math.imul(head, 31) + folded.charCodeAt(i)) | 0;
  return head;
}

/** What a folded word is that may stand around a date; 0 for all others. */
export function dateKinds(folded: string): number {
  let kinds = (WHOLE.get(folded) ?? 0) | (isPrefixed(folded) ? MONTH : 0);
  if (folded.length < SHORTEST_PREFIX || !HEADS.has(headOf(folded))) return kinds;
  for (let length = SHORTEST_PREFIX; length <= Math.min(folded.length, LONGEST_PREFIX); length++)
    kinds |= PREFIXES.get(folded.slice(0, length)) ?? 0;
  return kinds;
}
