import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteEncoder } from '@exodus/bytes/single-byte.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../src/core/errors.js';
import { decode } from '../../src/stages/decode.js';

const MULTIBYTE = ['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'iso-2022-jp'];
const encode = (text: string, encoding: string): Uint8Array =>
  encoding === 'utf-8'
    ? new TextEncoder().encode(text)
    : (MULTIBYTE.includes(encoding) ? createMultibyteEncoder : createSinglebyteEncoder)(encoding)(text);
const bytes = (...parts: (string | number | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const html = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>-</title></head><body><p class="a">${body}</p></body></html>`;

/** A few lines of news in the encodings in which such pages were once served. */
const NEWS: readonly (readonly [language: string, text: string, encodings: readonly string[]])[] = [
  [
    'German',
    'Die Fähre über den Fluss fährt ab März wieder. „Es hat lange genug gedauert“, sagte Bürgermeisterin Köhler den Zuhörern – größere Schäden gab es nicht.',
    ['windows-1252'],
  ],
  [
    'French',
    'La médiathèque a été inondée dans la nuit ; l’eau est montée jusqu’à la deuxième étagère. « On a sauvé les livres d’enfants », raconte une bénévole.',
    ['windows-1252'],
  ],
  [
    'Spanish',
    'El alcalde anunció que el año próximo habrá más autobuses. ¿Y quién pagará? «Lo pagará la región», contestó la señora Ibáñez.',
    ['windows-1252'],
  ],
  [
    'Portuguese',
    'A reunião da câmara não chegou a uma conclusão. A oposição pediu mais informações sobre a construção da ponte e o preço do pão.',
    ['windows-1252'],
  ],
  [
    'Swedish',
    'Färjan går åter på måndag. Både små och stora båtar får lägga till vid den nya bryggan, säger hamnchefen Åke Sjöberg.',
    ['windows-1252'],
  ],
  [
    'Albanian',
    'Kryetari i bashkisë tha se rruga do të hapet të hënën. Banorët presin që prej dy vjetësh, ndërsa çmimi është dyfishuar.',
    ['windows-1252'],
  ],
  [
    'Polish',
    'Rada miejska odłożyła decyzję o budowie żłobka. „Brakuje pieniędzy”, powiedział skarbnik, choć dwa miesiące wcześniej zapewniał, że środki się znajdą.',
    ['windows-1250'],
  ],
  [
    'Polish',
    'Pociągi wracają na tory: od środy kursuje też nocny skład przez Łódź, a ceny biletów są niższe niż w zeszłym roku.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Czech',
    'Hodiny na věži šly celý týden o dvacet minut napřed. Starosta říká, že za to může mráz a příliš těžké závaží.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Hungarian',
    'A városi könyvtár új épülete őszre készül el. A bejárat előtt hárs fák állnak majd, ígérte a főépítész, és több hely lesz a gyerekeknek.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Croatian',
    'Brod će ponovno ploviti od četvrtka. Mještani kažu da su čekali predugo, a općina je obećala šljunak i nove žarulje uz rivu.',
    ['windows-1250', 'iso-8859-2'],
  ],
  [
    'Turkish',
    'Köprünün açılışı bir hafta ertelendi. Belediye başkanı, yağışların çalışmaları geciktirdiğini söyledi; işçiler gece gündüz uğraşıyor.',
    ['windows-1254'],
  ],
  [
    'Lithuanian',
    'Keltas vėl plaukia nuo pirmadienio. Žmonės sako, kad laukė per ilgai, o šiemet bilietų kainos nesikeičia, žadėjo įmonės vadovė.',
    ['windows-1257'],
  ],
  [
    'Russian',
    'Мост через реку откроют в субботу. Ремонт занял два года вместо одного, а сметы пересчитывали трижды, рассказал главный инженер.',
    ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'],
  ],
  [
    'Ukrainian',
    'Школу відкриють у вересні. Батьки кажуть, що їм обіцяли це ще торік, але їдальня й досі не готова, а дах протікає.',
    ['windows-1251', 'koi8-u'],
  ],
  [
    'Bulgarian',
    'Фериботът тръгва отново в понеделник. Кметът обеща, че цената на билета няма да се променя до края на годината.',
    ['windows-1251'],
  ],
  [
    'Greek',
    'Η γέφυρα θα ανοίξει το Σάββατο. Οι κάτοικοι περίμεναν δύο χρόνια, ενώ το κόστος διπλασιάστηκε, λέει ο δήμαρχος.',
    ['windows-1253', 'iso-8859-7'],
  ],
  [
    'Arabic',
    'أعلنت البلدية أن الجسر سيفتح يوم السبت بعد عامين من العمل، وقال المهندس إن الكلفة تضاعفت خلال هذه المدة.',
    ['windows-1256', 'iso-8859-6'],
  ],
  [
    'Hebrew',
    'הגשר ייפתח בשבת אחרי שנתיים של עבודה. ראש העיר אמר כי המחיר הוכפל, והתושבים מקווים שהפעם זה סופי.',
    ['windows-1255'],
  ],
  ['Thai', 'สะพานจะเปิดใช้ในวันเสาร์หลังจากซ่อมแซมมาสองปี ชาวบ้านบอกว่ารอนานเกินไป', ['windows-874']],
  [
    'Vietnamese',
    'Câ\u0300u se\u0303 mơ\u0309 la\u0323i va\u0300o thư\u0301 ba\u0309y. Ngươ\u0300i dân đa\u0303 chơ\u0300 hai năm, co\u0300n chi phi\u0301 thi\u0300 tăng gâ\u0301p đôi.',
    ['windows-1258'],
  ],
  [
    'Japanese',
    '港の灯台が土曜日の夜、二年ぶりに点灯した。修理にあたった技師は「部品がなかなか見つからなかった」と話している。',
    ['shift_jis', 'euc-jp', 'iso-2022-jp'],
  ],
  [
    'Korean',
    '다리는 토요일에 다시 열린다. 주민들은 두 해를 기다렸고, 그사이 공사비는 두 배로 늘었다고 시장이 말했다.',
    ['euc-kr'],
  ],
  ['Chinese', '大桥将于周六重新开放。居民等了两年，工程费用也翻了一番，市长在记者会上说。', ['gbk', 'gb18030']],
  ['Chinese', '大橋將於週六重新開放。居民等了兩年，工程費用也增加了一倍，市長在記者會上說。', ['big5']],
];
const SERVED = NEWS.flatMap(([language, text, encodings]) =>
  encodings.map((encoding) => ({ language, text, encoding })),
);

describe('undeclared encodings are detected', () => {
  it.each(SERVED)('$language in $encoding, plain text', ({ text, encoding }) => {
    const decoded = decode(encode(text, encoding), { format: 'text' });
    expect(decoded.text).toBe(text);
    expect(decoded.encodingFrom).toBe('detected');
  });
  it.each(SERVED)('$language in $encoding, inside a page', ({ text, encoding }) => {
    const page = html(text, '<meta name="viewport" content="width=device-width"><script>var a = "b=c";</script>');
    expect(decode(encode(page, encoding), { format: 'html' }).text).toBe(page);
  });
  it('in English, from a few signs', () => {
    const lines = [
      'It’s “over”, he said – and left.',
      'It cost £5m.',
      'Copyright © 2004 Example Times',
      'Highs of 38°C',
    ];
    for (const line of lines) expect(decode(encode(line, 'windows-1252'), { format: 'text' }).text).toBe(line);
  });
  it('in spite of a stray byte', () => {
    const text = (NEWS.find(([language]) => language === 'Russian')?.[1] ?? '').repeat(20);
    const page = encode(text, 'windows-1251');
    page[1000] = 0x98; // not in windows-1251
    expect(decode(page, { format: 'text' }).encoding).toBe('windows-1251');
  });
});

describe('declared encodings', () => {
  it.each(SERVED)('$language, rightly declared by the server as $encoding', ({ text, encoding }) => {
    const decoded = decode(encode(text, encoding), { format: 'text', contentType: `text/plain; charset=${encoding}` });
    expect(decoded).toEqual({ text, encoding, encodingFrom: 'transport', flags: [] });
  });
  it.each(SERVED.filter(({ encoding }) => encoding !== 'windows-1252'))(
    '$language in $encoding, wrongly declared as Western European',
    ({ text, encoding }) => {
      const page = html(text, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">');
      const decoded = decode(encode(page, encoding), { format: 'html' });
      expect(decoded.text).toBe(page);
      expect(decoded.flags).toContain('misdeclared-encoding');
    },
  );
  it('are read from all kinds of markup, by the names that people use', () => {
    const heads = [
      '<meta charset="windows-1251">',
      "<META CHARSET = 'cp1251' >",
      '<meta content="text/html; charset=win-1251" http-equiv=Content-Type>',
      `<!-- <meta charset="utf-8"> -->${'<link rel="x">'.repeat(200)}<meta charset=windows-1251>`,
      '<meta name="description" content="charset=koi8-r"><meta charset="windows-1251">',
    ];
    for (const head of heads) {
      const decoded = decode(encode(html('Мост', head), 'windows-1251'), { format: 'html' });
      expect(decoded).toMatchObject({ encoding: 'windows-1251', encodingFrom: 'meta', flags: [] });
    }
    const xml = encode('<?xml version="1.0" encoding="windows-1251"?><html><body>Мост</body></html>', 'windows-1251');
    expect(decode(xml, { format: 'html' })).toMatchObject({ encoding: 'windows-1251', encodingFrom: 'meta' });
  });
  it('by the server come before those of the page', () => {
    const page = encode(html('Мост открыт', '<meta charset="koi8-r">'), 'windows-1251');
    expect(decode(page, { format: 'html', contentType: 'text/html; charset="windows-1251"' })).toMatchObject({
      encoding: 'windows-1251',
      encodingFrom: 'transport',
    });
  });
  it('give way to well-formed UTF-8', () => {
    const page = html('Der Bürgermeister', '<meta charset="iso-8859-1">');
    expect(decode(encode(page, 'utf-8'), { format: 'html' })).toEqual({
      text: page,
      encoding: 'utf-8',
      encodingFrom: 'utf-8',
      flags: ['misdeclared-encoding'],
    });
  });
  it('hold where a word of Chinese looks like UTF-8 by chance', () => {
    const word = encode('联通', 'gbk');
    expect(decode(word, { format: 'text', contentType: 'text/plain; charset=gb2312' })).toMatchObject({
      text: '联通',
      encoding: 'gbk',
    });
  });
  it('that name nothing are passed over', () => {
    for (const charset of ['none', 'hz-gb-2312', '__proto__', '', '"']) {
      expect(
        decode(encode('Größe', 'utf-8'), { format: 'text', contentType: `text/html; charset=${charset}` }),
      ).toMatchObject({ text: 'Größe', encodingFrom: 'utf-8', flags: [] });
    }
  });
  it('are kept for pure ASCII, which reads alike in all of them', () => {
    expect(decode(bytes('plain'), { format: 'text', contentType: 'text/plain; charset=big5' })).toEqual({
      text: 'plain',
      encoding: 'big5',
      encodingFrom: 'transport',
      flags: [],
    });
    expect(decode(bytes('plain'), { format: 'text' })).toEqual({
      text: 'plain',
      encoding: 'utf-8',
      encodingFrom: 'utf-8',
      flags: [],
    });
  });
  it('as UTF-16 are not believed of bytes', () => {
    const page = html('Größe', '<meta charset="utf-16">');
    expect(decode(encode(page, 'utf-8'), { format: 'html' })).toMatchObject({
      text: page,
      encoding: 'utf-8',
      encodingFrom: 'meta',
    });
    expect(decode(bytes('plain text'), { format: 'text', contentType: 'text/plain; charset=utf-16' })).toMatchObject({
      text: 'plain text',
      encoding: 'utf-8',
    });
  });
});

describe('Unicode', () => {
  const utf16 = (text: string, big: boolean): number[] =>
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    );

  it('a byte order mark decides and is no part of the text', () => {
    const contentType = 'text/html; charset=windows-1252';
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'Chào'), { format: 'html', contentType })).toMatchObject({
      text: 'Chào',
      encoding: 'utf-8',
      encodingFrom: 'bom',
    });
    expect(decode(bytes([0xff, 0xfe], utf16('東京', false)), { format: 'text' })).toMatchObject({
      text: '東京',
      encoding: 'utf-16le',
      encodingFrom: 'bom',
    });
    expect(decode(bytes([0xfe, 0xff], utf16('東京', true)), { format: 'text' })).toMatchObject({
      text: '東京',
      encoding: 'utf-16be',
      encodingFrom: 'bom',
    });
  });
  it('a UTF-8 mark before something else is not believed', () => {
    const text = 'Мост через реку откроют в субботу, сказал инженер.';
    expect(decode(bytes([0xef, 0xbb, 0xbf], [...encode(text, 'windows-1251')]), { format: 'text' })).toMatchObject({
      text,
      encoding: 'windows-1251',
    });
  });
  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ] as const)('%s without a mark', (encoding, big) => {
    for (const text of ['<html><p>The café is open.</p></html>', 'Мост открыт.\nПроезд бесплатный, сказал мэр.\n']) {
      expect(decode(bytes(utf16(text, big)), { format: 'html' })).toMatchObject({
        text,
        encoding,
        encodingFrom: 'detected',
      });
    }
    const chinese = '大桥将于周六重新开放，居民等了两年。';
    expect(
      decode(bytes(utf16(chinese, big)), { format: 'text', contentType: `text/plain; charset=${encoding}` }),
    ).toMatchObject({ text: chinese, encoding });
  });
  it('a few broken bytes do not turn UTF-8 into something else', () => {
    const text = 'Größe, Länge, Höhe, Tür, Öl, Übermut, Ärger, Bär, Möhre, Fön, süß';
    const decoded = decode(bytes(text, [0x96], 'Ende'), { format: 'text' });
    expect(decoded).toEqual({
      text: `${text}\ufffdEnde`,
      encoding: 'utf-8',
      encodingFrom: 'utf-8',
      flags: ['invalid-bytes'],
    });
  });
  it('a text cut off inside a character is UTF-8 still', () => {
    expect(decode(bytes('Größe', [0xe2, 0x80]), { format: 'text' })).toMatchObject({
      text: 'Größe\ufffd',
      encoding: 'utf-8',
      flags: ['invalid-bytes'],
    });
  });
  it('U+FFFD that stands in the source is not our fault', () => {
    expect(decode(bytes('Gr\ufffd\ufffde'.padEnd(60, '.')), { format: 'text' }).flags).toEqual([]);
  });
  it('declared as UTF-8, but not in it', () => {
    const text = 'Die Fähre fährt ab März wieder über den Fluss, größere Schäden gab es nicht.';
    const page = html(text, '<meta charset="utf-8">');
    expect(decode(encode(page, 'windows-1252'), { format: 'html' })).toEqual({
      text: page,
      encoding: 'windows-1252',
      encodingFrom: 'detected',
      flags: ['misdeclared-encoding'],
    });
  });
  it('a container that gives text has decoded it', () => {
    expect(decode('\ufeffGröße\r\n', { format: 'text' })).toEqual({
      text: '\ufeffGröße\r\n',
      encoding: 'utf-8',
      encodingFrom: 'container',
      flags: [],
    });
  });
  it('nothing else is changed: line ends, decomposed letters, spaces, a second mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (any) => {
        const text = `a\r\n\u00a0e\u0301\ufeff ${any} zażółć`;
        expect(decode(encode(text, 'utf-8'), { format: 'text' }).text).toBe(text);
      }),
    );
  });
});

describe('decoders follow the WHATWG tables where Node 20 does not', () => {
  it.each([
    ['windows-1252', [0x80, 0x93, 0x85, 0x94], '€“…”'],
    ['euc-kr', [0x8c, 0x63, 0xb9, 0xe6, 0xb0, 0xa2, 0xc7, 0xcf], '똠방각하'],
    ['big5', [0xf9, 0xd6, 0xa4, 0xa4, 0xa4, 0xe5], '碁中文'],
    ['big5', [0x87, 0x40, 0xa4, 0xa4], '䏰中'],
    ['shift_jis', [0x87, 0x40, 0xfa, 0xb1], '①﨑'],
    ['gbk', [0x80, 0xa2, 0xe3], '€€'],
    ['gb18030', [0x82, 0x35, 0x8f, 0x33], '龦'],
  ])('%s %j', (charset, high, text) => {
    const decoded = decode(bytes(high), { format: 'text', contentType: `text/plain; charset=${charset}` });
    expect(decoded.text).toBe(text);
  });
});

describe('what is no text is refused', () => {
  const refused = (payload: Uint8Array | string): string => {
    try {
      return `read as ${decode(payload, { format: 'html', contentType: 'text/html; charset=utf-8' }).encoding}`;
    } catch (error) {
      if (error instanceof DocumentError && error.reason === 'unreadable') return error.message;
      throw error;
    }
  };
  /** A generator of bytes without rhyme: xorshift. */
  const noise = (length: number): Uint8Array => {
    let state = 2463534242;
    return Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
  };

  it.each([
    ['a PDF file', bytes('%PDF-1.7\n1 0 obj')],
    ['gzip data', bytes([0x1f, 0x8b, 0x08, 0x00], 'abc')],
    ['a PNG image', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['a JPEG image', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['a ZIP archive', bytes('PK\u0003\u0004')],
  ])('%s', (name, payload) => {
    expect(refused(payload)).toBe(`not text but ${name}`);
  });
  it('noise, nothing but NULs, numbers in binary, text that was lost before', () => {
    expect(refused(noise(5000))).toMatch(/^not text/);
    expect(refused(noise(100))).toMatch(/^not text/);
    expect(refused(new Uint8Array(1000))).toMatch(/^not text/);
    expect(refused(new Uint8Array(Uint32Array.from({ length: 500 }, (_, i) => i * 3).buffer))).toMatch(/^not text/);
    expect(refused('\ufffd\ufffd\ufffda\ufffd\ufffd'.repeat(20))).toMatch(/^not text/);
  });
  it('but not text padded with NULs, with a stray control character, or of no length', () => {
    expect(decode(bytes('Größe', Array<number>(4000).fill(0)), { format: 'text' }).text).toBe(
      `Größe${'\0'.repeat(4000)}`,
    );
    expect(decode(bytes('a\u001ab'), { format: 'text' }).text).toBe('a\u001ab');
    expect(decode(bytes(), { format: 'text' })).toEqual({
      text: '',
      encoding: 'utf-8',
      encodingFrom: 'utf-8',
      flags: [],
    });
  });
  it('and nothing else is thrown, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('html' as const, 'text' as const),
        fc.string(),
        (payload, format, charset) => {
          try {
            decode(payload, { format, contentType: `text/html; charset=${charset}` });
          } catch (error) {
            expect(error).toBeInstanceOf(DocumentError);
          }
        },
      ),
    );
  });
});
