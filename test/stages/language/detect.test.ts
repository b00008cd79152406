import { describe, expect, it } from 'vitest';
import { detectLanguage, languageShares, primary } from '../../../src/stages/language/detect.js';

/** Two sentences each, as they stand in news. */
const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The harbour board met on Tuesday and spoke until midnight about the price of tar. Nobody had asked the ferryman, who would have told them to paint the boat first.',
  de: 'Der Gemeinderat hat am Montag beschlossen, die alte Brücke noch ein Jahr lang stehen zu lassen. Die Bürgermeisterin sagte, dass man das Geld für eine neue noch nicht habe.',
  fr: 'Le marché couvert rouvrira ses portes à l’été, a annoncé lundi la mairie, après deux ans de travaux. Les commerçants disent qu’ils ne savent pas encore quand ils pourront revenir.',
  es: 'El ayuntamiento anunció el lunes que el mercado volverá a abrir en verano, después de dos años de obras. Los vecinos dicen que todavía no saben cuándo podrán volver a sus puestos.',
  pt: 'A câmara municipal anunciou na segunda-feira que o mercado vai reabrir no verão, depois de dois anos de obras. Os moradores dizem que ainda não sabem quando poderão voltar às suas bancas.',
  it: 'Il sindaco ha annunciato lunedì che il mercato coperto riaprirà in estate, dopo due anni di lavori. I commercianti dicono che non sanno ancora quando potranno tornare ai loro banchi.',
  nl: 'De gemeenteraad heeft maandag besloten om de oude brug nog een jaar te laten staan. De burgemeester zei dat er nog geen geld is voor een nieuwe, maar dat het er wel komt.',
  pl: 'Rada gminy zdecydowała w poniedziałek, że stary most będzie stał jeszcze przez rok. Burmistrz powiedziała, że nie ma jeszcze pieniędzy na nowy, ale że na pewno się znajdą.',
  cs: 'Zastupitelstvo v pondělí rozhodlo, že starý most bude stát ještě jeden rok. Starostka řekla, že na nový zatím nejsou peníze, ale že se určitě najdou.',
  sv: 'Kommunfullmäktige beslutade på måndagen att den gamla bron ska få stå kvar i ett år till. Borgmästaren sade att det inte finns några pengar till en ny, men att de kommer.',
  da: 'Byrådet besluttede mandag, at den gamle bro skal have lov til at blive stående et år endnu. Borgmesteren sagde, at der ikke er penge til en ny, men at de nok skal komme.',
  nb: 'Kommunestyret vedtok mandag at den gamle broen skal få bli stående i ett år til. Ordføreren sier at hun ikke vet hvor pengene til en ny skal komme fra, men at de vil bli funnet etter hvert.',
  fi: 'Kaupunginvaltuusto päätti maanantaina, että vanha silta saa seistä vielä vuoden. Pormestari sanoi, ettei uuteen siltaan ole vielä rahaa, mutta että sitä kyllä löytyy.',
  hu: 'A képviselő-testület hétfőn úgy döntött, hogy a régi híd még egy évig állhat. A polgármester azt mondta, hogy az újra még nincs pénz, de biztosan lesz majd.',
  tr: 'Belediye meclisi pazartesi günü eski köprünün bir yıl daha ayakta kalmasına karar verdi. Başkan, yeni bir köprü için henüz para olmadığını, ama bulunacağını söyledi.',
  id: 'Dewan kota memutuskan pada hari Senin bahwa jembatan tua itu boleh berdiri satu tahun lagi. Wali kota mengatakan bahwa belum ada uang untuk yang baru, tetapi pasti akan ada.',
  vi: 'Hội đồng thành phố hôm thứ Hai đã quyết định để cây cầu cũ đứng thêm một năm nữa. Thị trưởng nói rằng chưa có tiền để xây cầu mới, nhưng chắc chắn sẽ có.',
  ru: 'Ледовую дорогу открыли на три недели позже обычного, сообщили в районной администрации. Мост простоит ещё год, потому что денег на новый пока нет, сказала глава района.',
  uk: 'Льодову дорогу відкрили на три тижні пізніше, ніж зазвичай, повідомили в районній адміністрації. Міст простоїть ще рік, бо грошей на новий поки що немає, сказала голова громади.',
  be: 'Ледавую дарогу адкрылі на тры тыдні пазней, чым звычайна, паведамілі ў раённай адміністрацыі. Мост прастаіць яшчэ год, бо грошай на новы пакуль няма, сказала старшыня.',
  kk: 'Қалалық кеңес ескі көпір тағы бір жыл тұрады деп шешті. Әкім жаңасына әзірге ақша жоқ, бірақ ол табылады деді, ал тұрғындар оған сенбейді.',
  mn: 'Хотын зөвлөл хуучин гүүрийг дахин нэг жил ашиглахаар даваа гарагт шийдвэрлэв. Шинэ гүүр барих мөнгө одоогоор байхгүй гэж дарга хэлсэн байна.',
  bg: 'Общинският съвет реши в понеделник старият мост да остане още една година. Кметицата каза, че още няма пари за нов, но че със сигурност ще се намерят.',
  hr: 'Gradsko vijeće odlučilo je u ponedjeljak da stari most ostane još godinu dana. Gradonačelnica je rekla da tko god pita za novac, uvijek dobije isti odgovor.',
  sr: 'Gradsko veće odlučilo je u ponedeljak da stari most ostane još godinu dana. Gradonačelnica je rekla da ko god pita za novac, uvek dobije isti odgovor.',
  bs: 'Gradsko vijeće odlučilo je u januaru da stari most ostane još godinu dana. Ko god pita za novac, uvijek dobije isti odgovor, a sedmica brzo prođe.',
  sk: 'Zastupiteľstvo v pondelok rozhodlo, že starý most bude stáť ešte jeden rok. Starostka povedala, že na nový zatiaľ nie sú peniaze, ale určite budú.',
  sl: 'Občinski svet je v ponedeljek odločil, da bo stari most stal še eno leto. Županja je povedala, da za novega še ni denarja, bo pa ga zagotovo kmalu dovolj.',
  mk: 'Општинскиот совет во понеделникот одлучи стариот мост да остане уште една година. Градоначалничката рече дека за нов сè уште нема пари, но сигурно ќе има.',
  lt: 'Miesto taryba pirmadienį nusprendė, kad senasis tiltas dar metus stovės. Merė sakė, kad naujam pinigų dar nėra, bet jų tikrai bus, tik niekas nežino kada.',
  lv: 'Pilsētas dome pirmdien nolēma, ka vecais tilts stāvēs vēl gadu. Mēre teica, ka jaunam naudas vēl nav, bet tā noteikti būs, tikai neviens nezina, kad.',
  et: 'Linnavolikogu otsustas esmaspäeval, et vana sild võib seista veel aasta. Linnapea ütles, et uue jaoks ei ole veel raha, aga see tuleb kindlasti, kui keegi küsib.',
  is: 'Bæjarstjórnin ákvað á mánudag að gamla brúin fengi að standa í eitt ár í viðbót. Bæjarstjórinn sagði að ekki væru til peningar fyrir nýja, en að þeir kæmu örugglega.',
  ca: 'L’ajuntament va decidir dilluns que el pont vell es quedarà un any més. L’alcaldessa va dir que per a un de nou encara no hi ha diners, però que segur que n’hi haurà.',
  eu: 'Udalak astelehenean erabaki zuen zubi zaharrak beste urte bat egin behar duela. Alkateak esan zuen berria egiteko dirurik ez dela oraindik, baina izango dela ziur.',
  sq: 'Këshilli bashkiak vendosi të hënën që ura e vjetër të qëndrojë edhe një vit. Kryetarja tha se për një të re nuk ka ende para, por me siguri do të ketë.',
  ms: 'Majlis bandaraya memutuskan pada hari Isnin bahawa jambatan lama itu boleh kekal setahun lagi. Datuk Bandar berkata beliau belum ada wang bagi yang baharu, kerana semuanya sudah habis.',
  sw: 'Baraza la mji liliamua Jumatatu kuwa daraja la zamani litabaki kwa mwaka mmoja zaidi. Meya alisema kuwa bado hakuna fedha za jipya, lakini zitapatikana kwa hakika.',
  el: 'Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να μείνει η παλιά γέφυρα στη θέση της για έναν χρόνο ακόμη.',
  ar: 'عادت المكتبة المتنقلة إلى قرى الجبل بعد انقطاع دام ستة أعوام، وقالت الأمينة إن الطريق لم تُصلح بعد، وإن الأطفال ينتظرون على الجسر.',
  fa: 'سال‌ها بود که کتاب‌خانهٔ روستا بسته بود و بچه‌ها می‌پرسیدند چرا. شهردار گفت که هنوز پولی برای پل تازه نیست، ولی پیدا می‌شود.',
  ur: 'گاؤں کا پرانا پل ایک سال اور کھڑا رہے گا، کیونکہ نئے پل کے لیے ابھی پیسے نہیں ہیں۔ ناظم نے کہا کہ وہ جلد مل جائیں گے اور کام شروع ہو گا۔',
  he: 'מועצת העיר החליטה ביום שני שהגשר הישן יעמוד עוד שנה אחת. ראש העיר אמרה שעדיין אין כסף לגשר חדש.',
  hi: 'गाँव की पुरानी बावड़ी में लगभग सौ साल बाद फिर पानी भर आया है, लोगों ने कहा। पुल अभी एक साल और खड़ा रहेगा क्योंकि नए के लिए पैसे नहीं हैं।',
  bn: 'গ্রামের পুরোনো সেতুটি আরও এক বছর থাকবে, কারণ নতুন সেতুর জন্য এখনও টাকা নেই, মেয়র বললেন।',
  th: 'เรือข้ามฟากกลับมาให้บริการอีกครั้งหลังหยุดไปสี่ปี นายกเทศมนตรีกล่าวว่ายังไม่มีเงินสร้างสะพานใหม่',
  ko: '군은 지난 6일 폐교를 마을 목공소로 고쳐 다시 문을 열었다고 밝혔다. 다리는 일 년 더 서 있을 것이다.',
  ja: '三ツ浜市は１日、故障で止まっていた渡し船の運航を４年ぶりに再開した。市長は新しい橋の予算はまだないと話した。',
  zh: '停摆三十年的老钟楼17日正午重新敲响，广场上聚集了上千名居民。市长说，建新桥的钱还没有着落。',
  ta: 'பழைய பாலம் இன்னும் ஒரு வருடம் நிற்கும் என்று நகராட்சி திங்களன்று முடிவு செய்தது.',
  am: 'የከተማው ምክር ቤት አሮጌው ድልድይ ለአንድ ዓመት እንዲቆይ ሰኞ ወሰነ። ለአዲሱ ገንዘብ የለም ብለዋል ከንቲባዋ።',
  te: 'పాత వంతెన ఇంకో ఏడాది పాటు నిలిచే ఉంటుందని పురపాలక సంఘం సోమవారం తీర్మానించింది. కొత్తదానికి ఇంకా నిధులు లేవని మేయర్ చెప్పారు.',
  ml: 'പഴയ പാലം ഒരു വർഷം കൂടി നിലനിൽക്കുമെന്ന് നഗരസഭ തിങ്കളാഴ്ച തീരുമാനിച്ചു. പുതിയതിനുള്ള പണം ഇനിയും ആയിട്ടില്ലെന്ന് അധ്യക്ഷ പറഞ്ഞു.',
  ne: 'पुरानो पुल अझै एक वर्ष रहने नगरपालिकाले सोमबार निर्णय गरेको छ। नयाँ पुलका लागि अहिलेसम्म रकम छैन, तर चाँडै जुटाइने मेयरले बताएकी छन्।',
  mr: 'जुना पूल आणखी एक वर्ष उभा राहील, असे नगरपालिकेने सोमवारी ठरवले. नव्या पुलासाठी अद्याप पैसे नाहीत, पण ते लवकरच मिळतील, असे महापौरांनी सांगितले.',
  gu: 'જૂનો પુલ હજુ એક વર્ષ ઊભો રહેશે એવો નિર્ણય નગરપાલિકાએ સોમવારે કર્યો. નવા પુલ માટે હજુ પૈસા નથી, એમ મેયરે કહ્યું.',
  ka: 'საბჭომ ორშაბათს გადაწყვიტა, რომ ძველი ხიდი კიდევ ერთი წელი იდგება.',
};

describe('detectLanguage', () => {
  it.each(Object.entries(SENTENCES))('%s', (language, text) => {
    expect(detectLanguage(text, null)).toBe(language);
    expect(detectLanguage(text, language === 'en' ? 'de' : 'en')).toBe(language);
    expect(detectLanguage(`${text} `.repeat(40), null)).toBe(language);
  });

  it('knows Japanese by a few kana among many Han', () => {
    expect(
      detectLanguage(
        '三浜市議会は定例会で新橋建設予算案を可決した。市長「来年度着工」。反対派は住民説明会要求へ、次回審議六月。',
        null,
      ),
    ).toBe('ja');
  });

  it('is not misled by a name in other letters', () => {
    expect(detectLanguage(`${SENTENCES['en'] ?? ''} 三ツ浜市 Москва`, null)).toBe('en');
    expect(detectLanguage(`${SENTENCES['zh'] ?? ''} (Harbour Pictures Ltd.)`, null)).toBe('zh');
  });

  it('is not misled by a long quotation at the beginning', () => {
    const english = `${SENTENCES['en'] ?? ''} `;
    expect(detectLanguage(`${SENTENCES['fr'] ?? ''} ${english.repeat(30)}`, null)).toBe('en');
  });

  describe('of a text too short to tell', () => {
    it.each(['', '1,204', 'Ja.', 'OK – 12:30', '***'])('"%s" names none', (text) => {
      expect(detectLanguage(text, null)).toBe('und');
    });

    it('goes by what the page says', () => {
      expect(detectLanguage('Ja.', 'da')).toBe('da');
      expect(detectLanguage('Ja.', 'de_DE')).toBe('de');
      expect(detectLanguage('1,204', 'de')).toBe('und');
    });
  });

  it('goes by what the page says between near relatives', () => {
    const text =
      'Gradsko vijeće je u ponedjeljak odlučilo da stari most ostane još godinu dana, jer za novi nema novca. Gradonačelnica je rekla da će se novac pronaći do proljeća i da će most biti popravljen.';
    expect(['hr', 'bs', 'sr']).toContain(detectLanguage(text, null));
    expect(detectLanguage(text, 'bs')).toBe('bs');
  });

  describe('of a language in the letters of Hindi', () => {
    it.each([
      ['ne', 'गाउँको पुरानो इनारमा सय वर्षपछि फेरि पानी भरिएको स्थानीयले बताएका छन्।'],
      ['ne', 'तीन वर्षदेखि बन्द रहेको घाटको डुङ्गा शुक्रबारदेखि फेरि चल्न थालेको छ। माझीले भाडा भने बढाएका छैनन्।'],
      ['ne', 'विद्यालयको छाना उडाएपछि विद्यार्थी रूखमुनि पढ्दै आएका थिए। अब टोलबासीले आफैँ चन्दा उठाएर भवन बनाउँदै छन्।'],
      ['hi', 'तीन साल से बंद घाट की नाव शुक्रवार से फिर चलने लगी है। नाविक ने किराया नहीं बढ़ाया है।'],
      ['mr', 'तीन वर्षांपासून बंद असलेली घाटावरची नाव शुक्रवारपासून पुन्हा सुरू झाली आहे. नावाड्याने भाडे वाढवलेले नाही.'],
    ])('%s: %s', (language, text) => {
      expect(detectLanguage(text, null)).toBe(language);
      expect(detectLanguage(text, 'en')).toBe(language);
    });
  });

  it('does not believe a page against its script', () => {
    expect(detectLanguage(SENTENCES['ru'] ?? '', 'en-US')).toBe('ru');
    expect(detectLanguage(SENTENCES['ko'] ?? '', 'ja')).toBe('ko');
  });
});

describe('primary', () => {
  it.each([
    ['en_US', 'en'],
    ['EN-gb', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['iw', 'he'],
    ['no', 'nb'],
    [' pt-BR ', 'pt'],
    ['yue', 'yue'],
  ])('of %s is %s', (tag, code) => {
    expect(primary(tag)).toBe(code);
  });

  it.each(['', 'x', 'english', '{{ lang }}', '-'])('of "%s" is none', (tag) => {
    expect(primary(tag)).toBeNull();
  });
});

describe('languageShares', () => {
  const [english = '', russian = '', german = ''] = [SENTENCES['en'], SENTENCES['ru'], SENTENCES['de']];

  it('of one language is all of it', () => {
    expect(languageShares([english, 'Short.', english], 'en')).toEqual([{ language: 'en', share: 1 }]);
  });

  it('count characters', () => {
    const total = english.length * 3 + russian.length;
    expect(languageShares([english, english, russian, english], 'en')).toEqual([
      { language: 'en', share: Math.round(((english.length * 3) / total) * 1000) / 1000 },
      { language: 'ru', share: Math.round((russian.length / total) * 1000) / 1000 },
    ]);
  });

  it('tell languages of one script by their function words', () => {
    expect(
      languageShares([english, german], 'en')
        .map(({ language }) => language)
        .sort(),
    ).toEqual(['de', 'en']);
  });

  it('count short paragraphs for the main language', () => {
    expect(languageShares([english, 'Ледовая дорога'], 'en')).toEqual([{ language: 'en', share: 1 }]);
  });

  it('take a Japanese paragraph without kana for Japanese', () => {
    expect(
      languageShares(
        [
          SENTENCES['ja'] ?? '',
          '三浜市議会定例会新橋建設予算案可決来年度着工市長談話反対派住民説明会要求次回審議六月開催予定通知済議員全員賛成',
        ],
        'ja',
      ),
    ).toEqual([{ language: 'ja', share: 1 }]);
  });

  it('are none where no language is known or nothing is kept', () => {
    expect(languageShares([english], 'und')).toEqual([]);
    expect(languageShares([], 'en')).toEqual([]);
  });
});
