import { codesOf } from '../../core/characters.js';
import { foldWord } from './fold.js';

/**
 * Month names by language, January first, months parted by commas, forms of one month by blanks ('_' stands for a blank in a
 * name): nominative, the case used in dates, common abbreviations without their dot. Shipped as data, because what Intl knows
 * changes with Node's version. Drawn from CLDR 45 and completed by hand. Names are folded when looked up (see fold.ts), so
 * accents and case need not be varied.
 */
const NAMES: Readonly<Record<string, string>> = {
  en: 'january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sep sept, october oct, november nov, december dec',
  de: 'januar jänner jan, februar feber feb, märz mär mrz, april apr, mai, juni jun, juli jul, august aug, september sep sept, oktober okt, november nov, dezember dez',
  nl: 'januari jan, februari feb, maart mrt, april apr, mei, juni jun, juli jul, augustus aug, september sep sept, oktober okt, november nov, december dec',
  af: 'januarie jan, februarie feb, maart mrt, april apr, mei, junie jun, julie jul, augustus aug, september sep, oktober okt, november nov, desember des',
  fr: 'janvier janv jan, février févr fév, mars, avril avr, mai, juin, juillet juil, août, septembre sept, octobre oct, novembre nov, décembre déc',
  es: 'enero ene, febrero feb, marzo mar, abril abr, mayo may, junio jun, julio jul, agosto ago, septiembre setiembre sept sep set, octubre oct, noviembre nov, diciembre dic',
  pt: 'janeiro jan, fevereiro fev, março mar, abril abr, maio mai, junho jun, julho jul, agosto ago, setembro set, outubro out, novembro nov, dezembro dez',
  it: 'gennaio gen genn, febbraio feb febbr, marzo mar, aprile apr, maggio mag, giugno giu, luglio lug, agosto ago, settembre set sett, ottobre ott, novembre nov, dicembre dic',
  ca: 'gener gen, febrer febr, març, abril abr, maig, juny, juliol jul, agost ag, setembre set, octubre oct, novembre nov, desembre des',
  gl: 'xaneiro xan, febreiro feb, marzo mar, abril abr, maio, xuño, xullo xul, agosto ago, setembro set, outubro out, novembro nov, decembro dec',
  eu: 'urtarrila urtarrilaren urt, otsaila otsailaren ots, martxoa martxoaren, apirila apirilaren api, maiatza maiatzaren, ekaina ekainaren eka, uztaila uztailaren uzt, abuztua abuztuaren abu, iraila irailaren ira, urria urriaren urr, azaroa azaroaren aza, abendua abenduaren abe',
  ro: 'ianuarie ian, februarie feb, martie mar, aprilie apr, mai, iunie iun, iulie iul, august aug, septembrie sept sep, octombrie oct, noiembrie noi nov, decembrie dec',
  pl: 'styczeń stycznia sty, luty lutego lut, marzec marca mar, kwiecień kwietnia kwi, maj maja, czerwiec czerwca cze, lipiec lipca lip, sierpień sierpnia sie, wrzesień września wrz, październik października paź, listopad listopada lis, grudzień grudnia gru',
  cs: 'leden ledna led, únor února úno, březen března bře, duben dubna dub, květen května kvě, červen června čvn, červenec července čvc, srpen srpna srp, září zář, říjen října říj, listopad listopadu lis, prosinec prosince pro',
  sk: 'január januára jan, február februára feb, marec marca mar, apríl apríla apr, máj mája, jún júna, júl júla, august augusta aug, september septembra sep, október októbra okt, november novembra nov, december decembra dec',
  sl: 'januar januarja jan, februar februarja feb, marec marca mar, april aprila apr, maj maja, junij junija jun, julij julija jul, avgust avgusta avg, september septembra sep, oktober oktobra okt, november novembra nov, december decembra dec',
  hr: 'siječanj siječnja sij, veljača veljače velj, ožujak ožujka ožu, travanj travnja tra, svibanj svibnja svi, lipanj lipnja, srpanj srpnja, kolovoz kolovoza kol, rujan rujna ruj, , studeni studenog studenoga stu, prosinac prosinca',
  sr: 'januar januara jan, februar februara feb, mart marta mar, april aprila apr, maj maja, jun juni juna, jul juli jula, avgust avgusta avg, septembar septembra sep, oktobar oktobra okt, novembar novembra nov, decembar decembra dec',
  'sr-Cyrl':
    'јануар јануара јан, фебруар фебруара феб, март марта мар, април априла апр, мај маја, јун јуна, јул јула, август августа авг, септембар септембра сеп, октобар октобра окт, новембар новембра нов, децембар децембра дец',
  mk: 'јануари јан, февруари фев, март мар, април апр, мај, јуни јун, јули јул, август авг, септември сеп септ, октомври окт, ноември ное ноем, декември дек',
  bg: 'януари ян яну, февруари фев, март, април апр, май, юни, юли, август авг, септември сеп септ, октомври окт, ноември ное ноем, декември дек',
  ru: 'январь января янв, февраль февраля февр фев, март марта мар, апрель апреля апр, май мая, июнь июня июн, июль июля июл, август августа авг, сентябрь сентября сент сен, октябрь октября окт, ноябрь ноября нояб ноя, декабрь декабря дек',
  uk: 'січень січня січ, лютий лютого лют, березень березня бер, квітень квітня квіт кві, травень травня трав тра, червень червня черв чер, липень липня лип, серпень серпня серп сер, вересень вересня вер, жовтень жовтня жовт жов, листопад листопада лист лис, грудень грудня груд гру',
  be: 'студзень студзеня сту, люты лютага лют, сакавік сакавіка сак, красавік красавіка кра, май мая травень траўня, чэрвень чэрвеня чэр, ліпень ліпеня ліп, жнівень жніўня жні, верасень верасня верасьня вер, кастрычнік кастрычніка кас, лістапад лістапада ліс, снежань снежня сьнежань сьнежня сне',
  lt: 'sausis sausio, vasaris vasario, kovas kovo, balandis balandžio, gegužė gegužės, birželis birželio, liepa liepos, rugpjūtis rugpjūčio, rugsėjis rugsėjo, spalis spalio, lapkritis lapkričio, gruodis gruodžio',
  lv: 'janvāris janvārī janv, februāris februārī febr, marts martā, aprīlis aprīlī apr, maijs maijā, jūnijs jūnijā jūn, jūlijs jūlijā jūl, augusts augustā aug, septembris septembrī sept, oktobris oktobrī okt, novembris novembrī nov, decembris decembrī dec',
  et: 'jaanuar jaan, veebruar veebr, märts, aprill apr, mai, juuni, juuli, august aug, september sept, oktoober okt, november nov, detsember dets',
  fi: 'tammikuu tammikuuta tammi, helmikuu helmikuuta helmi, maaliskuu maaliskuuta maalis, huhtikuu huhtikuuta huhti, toukokuu toukokuuta touko, kesäkuu kesäkuuta kesä, heinäkuu heinäkuuta heinä, elokuu elokuuta elo, syyskuu syyskuuta syys, lokakuu lokakuuta loka, marraskuu marraskuuta marras, joulukuu joulukuuta joulu',
  sv: 'januari jan, februari feb, mars, april apr, maj, juni jun, juli jul, augusti aug, september sep sept, oktober okt, november nov, december dec',
  nb: 'januar jan, februar feb, mars mar, april apr, mai, juni jun, juli jul, august aug, september sep sept, oktober okt, november nov, desember des',
  da: 'januar jan, februar feb, marts mar, april apr, maj, juni jun, juli jul, august aug, september sep sept, oktober okt, november nov, december dec',
  is: 'janúar jan, febrúar feb, mars mar, apríl apr, maí, júní jún, júlí júl, ágúst ágú, september sep, október okt, nóvember nóv, desember des',
  hu: 'január jan, február febr feb, március márc, április ápr, május máj, június jún, július júl, augusztus aug, szeptember szept, október okt, november nov, december dec',
  el: 'ιανουάριος ιανουαρίου ιαν, φεβρουάριος φεβρουαρίου φεβ, μάρτιος μαρτίου μαρ μαρτ, απρίλιος απριλίου απρ, μάιος μαΐου μάη μαϊ μαι, ιούνιος ιουνίου ιουν, ιούλιος ιουλίου ιουλ, αύγουστος αυγούστου αυγ, σεπτέμβριος σεπτεμβρίου σεπ σεπτ, οκτώβριος οκτωβρίου οκτ, νοέμβριος νοεμβρίου νοε νοεμ, δεκέμβριος δεκεμβρίου δεκ',
  tr: 'ocak oca, şubat şub, mart mar, nisan nis, mayıs may, haziran haz, temmuz tem, ağustos ağu, eylül eyl, ekim eki, kasım kas, aralık ara',
  az: 'yanvar yan, fevral fev, mart mar, aprel apr, may, iyun iyn, iyul iyl, avqust avq, sentyabr sen, oktyabr okt, noyabr noy, dekabr dek',
  sq: 'janar, shkurt shk, mars mar, prill pri, maj, qershor qer, korrik korr, gusht gush, shtator sht, tetor tet, nëntor nën, dhjetor dhj',
  id: 'januari jan, februari feb, maret mar, april apr, mei, juni jun, juli jul, agustus agu agt, september sep, oktober okt, november nov nopember, desember des',
  ms: 'januari jan, februari feb, mac, april apr, mei, jun, julai jul, ogos ogo, september sep, oktober okt, november nov, disember dis',
  vi: 'tháng_một tháng_giêng, tháng_hai, tháng_ba, tháng_tư, tháng_năm, tháng_sáu, tháng_bảy, tháng_tám, tháng_chín, tháng_mười, tháng_mười_một, tháng_mười_hai',
  th: 'มกราคม มค, กุมภาพันธ์ กพ, มีนาคม มีค, เมษายน เมย, พฤษภาคม พค, มิถุนายน มิย, กรกฎาคม กค, สิงหาคม สค, กันยายน กย, ตุลาคม ตค, พฤศจิกายน พย, ธันวาคม ธค',
  lo: 'ມັງກອນ, ກຸມພາ, ມີນາ, ເມສາ, ພຶດສະພາ, ມິຖຸນາ, ກໍລະກົດ, ສິງຫາ, ກັນຍາ, ຕຸລາ, ພະຈິກ, ທັນວາ',
  km: 'មករា, កុម្ភៈ, មីនា, មេសា, ឧសភា, មិថុនា, កក្កដា, សីហា, កញ្ញា, តុលា, វិច្ឆិកា, ធ្នូ',
  my: 'ဇန်နဝါရီ, ဖေဖော်ဝါရီ, မတ်, ဧပြီ, မေ, ဇွန်, ဇူလိုင်, ဩဂုတ်, စက်တင်ဘာ, အောက်တိုဘာ, နိုဝင်ဘာ, ဒီဇင်ဘာ',
  fil: 'enero ene, pebrero peb, marso mar, abril abr, mayo may, hunyo hun, hulyo hul, agosto ago, setyembre set, oktubre okt, nobyembre nob, disyembre dis',
  sw: 'januari jan, februari feb, machi mac, aprili apr, mei, juni jun, julai jul, agosti ago, septemba sep, oktoba okt, novemba nov, desemba des',
  cy: 'ionawr ion, chwefror chwef, mawrth, ebrill ebr, mai, mehefin meh, gorffennaf gorff, awst, medi, hydref hyd, tachwedd tach, rhagfyr rhag',
  ga: 'eanáir ean, feabhra feabh, márta, aibreán aib, bealtaine beal, meitheamh meith, iúil, lúnasa lún, meán_fómhair, deireadh_fómhair, samhain samh, nollaig noll',
  hi: 'जनवरी जन, फ़रवरी फर, मार्च, अप्रैल, मई, जून, जुलाई जुल, अगस्त अग, सितंबर सितम्बर सित, अक्टूबर अक्तूबर अक्टू, नवंबर नवम्बर नव, दिसंबर दिसम्बर दिस',
  mr: 'जानेवारी जाने, फेब्रुवारी फेब्रु, मार्च, एप्रिल, मे, जून, जुलै, ऑगस्ट ऑग, सप्टेंबर सप्टें, ऑक्टोबर ऑक्टो, नोव्हेंबर नोव्हें, डिसेंबर डिसें',
  ne: 'जनवरी, फेब्रुअरी, मार्च, अप्रिल, मे, जुन, जुलाई, अगस्ट, सेप्टेम्बर, अक्टोबर, नोभेम्बर, डिसेम्बर',
  bn: 'জানুয়ারি জানুয়ারী জানু, ফেব্রুয়ারি ফেব্রুয়ারী ফেব, মার্চ, এপ্রিল, মে, জুন, জুলাই, আগস্ট অগস্ট, সেপ্টেম্বর সেপ্ট, অক্টোবর অক্টো, নভেম্বর নভে, ডিসেম্বর ডিসে',
  gu: 'જાન્યુઆરી જાન્યુ, ફેબ્રુઆરી ફેબ્રુ, માર્ચ, એપ્રિલ, મે, જૂન, જુલાઈ, ઑગસ્ટ ઓગસ્ટ, સપ્ટેમ્બર સપ્ટે, ઑક્ટોબર ઓક્ટોબર ઑક્ટો, નવેમ્બર નવે, ડિસેમ્બર ડિસે',
  pa: 'ਜਨਵਰੀ, ਫ਼ਰਵਰੀ, ਮਾਰਚ, ਅਪ੍ਰੈਲ, ਮਈ, ਜੂਨ, ਜੁਲਾਈ, ਅਗਸਤ, ਸਤੰਬਰ, ਅਕਤੂਬਰ, ਨਵੰਬਰ, ਦਸੰਬਰ',
  ta: 'ஜனவரி ஜன, பிப்ரவரி பிப், மார்ச், ஏப்ரல் ஏப், மே, ஜூன், ஜூலை, ஆகஸ்ட் ஆக, செப்டம்பர் செப், அக்டோபர் அக், நவம்பர் நவ, டிசம்பர் டிச',
  te: 'జనవరి జన, ఫిబ్రవరి ఫిబ్ర, మార్చి మార్చ్, ఏప్రిల్, మే, జూన్, జులై జూలై, ఆగస్టు ఆగ, సెప్టెంబర్, అక్టోబర్, నవంబర్, డిసెంబర్',
  kn: 'ಜನವರಿ, ಫೆಬ್ರವರಿ, ಮಾರ್ಚ್, ಏಪ್ರಿಲ್, ಮೇ, ಜೂನ್, ಜುಲೈ, ಆಗಸ್ಟ್, ಸೆಪ್ಟೆಂಬರ್, ಅಕ್ಟೋಬರ್, ನವೆಂಬರ್, ಡಿಸೆಂಬರ್',
  ml: 'ജനുവരി, ഫെബ്രുവരി, മാർച്ച്, ഏപ്രിൽ, മേയ് മെയ്, ജൂൺ, ജൂലൈ, ഓഗസ്റ്റ് ആഗസ്റ്റ്, സെപ്റ്റംബർ, ഒക്ടോബർ, നവംബർ, ഡിസംബർ',
  si: 'ජනවාරි, පෙබරවාරි, මාර්තු, අප්‍රේල්, මැයි, ජූනි, ජූලි, අගෝස්තු, සැප්තැම්බර්, ඔක්තෝබර්, නොවැම්බර්, දෙසැම්බර්',
  ur: 'جنوری, فروری, مارچ, اپریل, مئی, جون, جولائی, اگست, ستمبر, اکتوبر, نومبر, دسمبر',
  ar: 'يناير, فبراير شباط, مارس آذار, أبريل إبريل نيسان, مايو أيار, يونيو يونيه حزيران, يوليو يوليه تموز, أغسطس آب, سبتمبر أيلول, أكتوبر تشرين_الأول, نوفمبر تشرين_الثاني, ديسمبر كانون_الأول',
  'ar-LB': 'كانون_الثاني, , , , , , , , , تشرين_أول, تشرين_ثاني, كانون_أول',
  'ar-DZ': 'جانفي, فيفري, مارس, أفريل, ماي, جوان, جويلية, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر',
  'ar-MA': 'يناير, فبراير, مارس, أبريل, ماي, يونيو, يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر',
  fa: 'ژانویه, فوریه, مارس, آوریل, مه می, ژوئن, ژوئیه جولای, اوت آگوست, سپتامبر, اکتبر, نوامبر, دسامبر',
  he: 'ינואר ינו, פברואר פבר, מרץ מרס, אפריל אפר, מאי, יוני, יולי, אוגוסט אוג, ספטמבר ספט, אוקטובר אוק, נובמבר נוב, דצמבר דצמ',
  hy: 'հունվար հունվարի, փետրվար փետրվարի, մարտ մարտի, ապրիլ ապրիլի, մայիս մայիսի, հունիս հունիսի, հուլիս հուլիսի, օգոստոս օգոստոսի, սեպտեմբեր սեպտեմբերի, հոկտեմբեր հոկտեմբերի, նոյեմբեր նոյեմբերի, դեկտեմբեր դեկտեմբերի',
  ka: 'იანვარი იანვარს იან, თებერვალი თებერვალს თებ, მარტი მარტს მარ, აპრილი აპრილს აპრ, მაისი მაისს მაი, ივნისი ივნისს ივნ, ივლისი ივლისს ივლ, აგვისტო აგვისტოს აგვ, სექტემბერი სექტემბერს სექ, ოქტომბერი ოქტომბერს ოქტ, ნოემბერი ნოემბერს ნოე, დეკემბერი დეკემბერს დეკ',
  kk: 'қаңтар, ақпан, наурыз, сәуір, мамыр, маусым, шілде, тамыз, қыркүйек, қазан, қараша, желтоқсан',
  uz: 'yanvar yan, fevral fev, mart mar, aprel apr, may, iyun, iyul, avgust avg, sentabr sentyabr, oktabr oktyabr okt, noyabr noy, dekabr dek',
  so: 'jannaayo janaayo, febraayo, maarso, abriil, maayo, juun, luulyo, ogosto agosto, sebteembar, oktoobar, noofeembar, diseembar',
  mn: 'нэгдүгээр_сар нэгдүгээр_сарын, хоёрдугаар_сар хоёрдугаар_сарын, гуравдугаар_сар гуравдугаар_сарын, дөрөвдүгээр_сар дөрөвдүгээр_сарын, тавдугаар_сар тавдугаар_сарын, зургаадугаар_сар зургаадугаар_сарын зургадугаар_сар зургадугаар_сарын, долдугаар_сар долдугаар_сарын долоодугаар_сар долоодугаар_сарын, наймдугаар_сар наймдугаар_сарын, есдүгээр_сар есдүгээр_сарын, аравдугаар_сар аравдугаар_сарын, арван_нэгдүгээр_сар арван_нэгдүгээр_сарын, арван_хоёрдугаар_сар арван_хоёрдугаар_сарын',
  // The Ethiopian months (መስከረም, ጥቅምት …) begin on other days and are no names of these.
  am: 'ጃንዋሪ ጃንዩወሪ ጃንዩዋሪ ጃንዩ, ፌብሩወሪ ፌብሩዋሪ ፌብሯሪ ፌብሩ, ማርች, ኤፕሪል ኤፕሪ, ሜይ, ጁን, ጁላይ, ኦገስት ኦገስ, ሴፕቴምበር ሴፕተምበር ሴፕቴ, ኦክቶበር ኦክተውበር ኦክቶ, ኖቬምበር ኖቨምበር ኖቬም, ዲሴምበር ዲሴም',
  zu: 'januwari, februwari, mashi, ephreli, meyi, juni, julayi, agasti, septhemba septemba, okthoba, novemba, disemba',
};

/** The Persian solar year, from Farvardin (21 March): names of Iran, of Dari and of Pashto. */
const SOLAR =
  'فروردین حمل وری, اردیبهشت ثور غویی, خرداد جوزا غبرګولی, تیر سرطان چنګاښ, مرداد امرداد اسد زمری, شهریور سنبله وږی, مهر میزان تله, آبان عقرب لړم, آذر قوس لیندۍ, دی جدی مرغومی, بهمن دلو سلواغه, اسفند حوت کب';

/** Months of the Islamic lunar year. Its dates are not converted (they hang on the moon's sighting), only known for what they are. */
const LUNAR =
  'محرم صفر ربيع الأول الآخر الثاني جمادى الأولى الآخرة جمادی رجب شعبان رمضان شوال ذو ذي ذی القعدة القعده الحجة الحجه قعدة حجة هـ ه هجري هجرية هجری';

function* entries(names: string): Iterable<[string, number]> {
  for (const [i, month] of names.split(',').entries())
    for (const form of month.trim().split(/\s+/)) if (form !== '') yield [foldWord(form.replaceAll('_', ' ')), i + 1];
}

const GREGORIAN: ReadonlyMap<string, number> = new Map(Object.values(NAMES).flatMap((names) => [...entries(names)]));
const PERSIAN: ReadonlyMap<string, number> = new Map(entries(SOLAR));
/** Words that stand in dates of the Islamic lunar calendar. */
export const LUNAR_WORDS: readonly string[] = LUNAR.split(' ').map(foldWord);

/** First words of all month names, but those of the two prefixed kinds below. */
export const MONTH_STARTS: readonly string[] = [...GREGORIAN.keys(), ...PERSIAN.keys(), 'thang'].map(
  (name) => name.split(' ')[0] ?? name,
);

/** True for a folded word that may be a month's name together with a preposition. */
export const isPrefixed = (word: string): boolean => bareName(word) !== undefined;

const PREPOSITIONS = codesOf('בלd');
/** Hebrew and Catalan write the preposition together with the name: בנובמבר, d'abril. */
const bareName = (name: string): string | undefined =>
  PREPOSITIONS.has(name.charCodeAt(0)) ? /^(?:[בל]|d')(.{2,})$/u.exec(name)?.[1] : undefined;

/** Every (language, month name, number) of the Gregorian table, for tests that look for contradictions. */
export function allMonthNames(): { language: string; name: string; month: number }[] {
  return Object.entries(NAMES).flatMap(([language, names]) =>
    [...entries(names)].map(([name, month]) => ({ language, name, month })),
  );
}

/**
 * Number of a Gregorian month, 1 to 12, from its folded name. `dotted`: the day before it is written as an ordinal with a dot,
 * by which Croatian "4. listopada" (October) differs from Polish "4 listopada" (November).
 */
export function gregorianMonth(name: string, dotted = false): number | null {
  if (dotted && name === 'listopada') return 10;
  const month = GREGORIAN.get(name);
  if (month !== undefined) return month;
  const bare = bareName(name);
  return bare === undefined ? null : (GREGORIAN.get(bare) ?? null);
}

/** Number of a Persian solar month, 1 to 12, from its folded name. */
export const persianMonth = (name: string): number | null => PERSIAN.get(name) ?? null;
