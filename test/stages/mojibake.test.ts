import { TextDecoder } from '@exodus/bytes/encoding.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mojibakeEdits } from '../../src/stages/mojibake.js';

function repair(text: string): string {
  let repaired = '';
  let at = 0;
  for (const edit of mojibakeEdits(text)) {
    expect(edit.start).toBeGreaterThanOrEqual(at);
    repaired += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return repaired + text.slice(at);
}

/** What becomes of a text when its UTF-8 is read in another encoding. */
const garble = (text: string, encoding: string): string => {
  const bytes = new TextEncoder().encode(text);
  return encoding === 'iso-8859-1'
    ? String.fromCharCode(...bytes)
    : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
};

const SENTENCES = [
  'It’s a café – “naïve”, he said… and paid £20 (25 €).',
  'Der Bürgermeister von Köln sagte: „Größere Schäden gab es nicht.“ Österreich fährt ähnlich.',
  'L’été dernier, à Noël, où ça ? « Déjà là », répondit-elle, près de l’Élysée.',
  'A oposição não chegou a uma conclusão: “É preciso construção”, disse José à câmara.',
  '¿Qué pasó? El niño comió en la mañana; aquí nadie sabía más.',
  'Żółw i łoś poszli ścieżką: „Gdzie są źródła?” – spytał Łukasz.',
  'Köprünün açılışı ertelendi; İstanbul’da yağış şiddetli.',
  'Tiếng Việt của người dân ở Huế rất hay – “đúng thế”.',
  'Președintele a spus că țara își câștigă timpul în această dimineață.',
  'Мост через реку откроют в субботу — «наконец-то», сказал инженер и ушёл.',
  'Школу у Рівному відкриють у вересні; їдальня й досі не готова, з’ясували журналісти.',
  'Η γέφυρα θα ανοίξει το Σάββατο, λέει ο δήμαρχος.',
  'أعلنت البلدية أن الجسر سيفتح يوم السبت.',
  'הגשר ייפתח בשבת אחרי שנתיים של עבודה.',
  'สะพานจะเปิดใช้ในวันเสาร์',
  '大桥将于周六重新开放。橋は土曜日に開く。다리는 토요일에 열린다.',
  'पुल शनिवार को खुलेगा।',
  'Rated ★★★ ✓ → 20 °C 😀',
];

describe('repairs', () => {
  it.each(SENTENCES)('what was read as windows-1252 or ISO 8859-1, once or twice: %s', (text) => {
    for (const encoding of ['windows-1252', 'iso-8859-1']) {
      expect(repair(garble(text, encoding))).toBe(text);
      expect(repair(garble(garble(text, encoding), encoding))).toBe(text);
    }
  });
  it.each(SENTENCES.filter((text) => /\p{Script=Cyrillic}/u.test(text)))(
    'what was read as windows-1251: %s',
    (text) => {
      expect(repair(garble(text, 'windows-1251'))).toBe(text);
    },
  );
  it.each([
    ['Itâ€™s', 'It’s'],
    ['the ministerâ€™s cafÃ©', 'the minister’s café'],
    ['ï»¿Hello', '\ufeffHello'],
    ['Ã¯Â»Â¿Hello', '\ufeffHello'],
    ['StraÃŸe', 'Straße'],
    ['Â£20, 30Â\u00a0%', '£20, 30\u00a0%'],
    ['ðŸ˜€', '😀'],
    ['cafe\u00cc\u0081', 'cafe\u0301'],
    ['это вЂ™он', 'это ’он'],
  ])('%j', (text, repaired) => {
    expect(repair(text)).toBe(repaired);
  });
  it('a closing quotation mark whose last byte was lost on the way', () => {
    expect(repair('â€œNoâ€, she said')).toBe('“No”, she said');
    expect(repair('â€œNoâ€\ufffd, she said')).toBe('“No”, she said');
  });
  it('no-break spaces that became plain ones, where other misread text is near', () => {
    expect(repair('voilÃ  lâ€™Ã©tÃ©.Â  Fin')).toBe('voilà  l’été.  Fin');
  });
  it('a piece of the text, with what belongs to it beyond the piece’s end', () => {
    const text = 'lâ€™Ã©tÃ© Ã \u00a0\nâ€œNonâ\u0080\u009d\nfin';
    const line = text.indexOf('\n');
    // The line's ink ends before the no-break space that was the second byte of "à".
    expect(mojibakeEdits(text, 0, line - 2).at(-1)).toEqual({ start: line - 3, end: line - 2, text: 'à' });
    const quote = text.indexOf('\u0080');
    expect(mojibakeEdits(text, line + 1, quote).at(-1)).toEqual({ start: quote - 1, end: quote, text: '”' });
    expect(mojibakeEdits(text, text.length - 3)).toEqual([]);
  });
  it('doubtful characters only with surer ones nearby', () => {
    expect(repair('AMANHÃ” e “IRMÔ')).toBe('AMANHÃ” e “IRMÔ');
    expect(repair('CÃ”TE dâ€™AZUR, BIENTÃ”')).toBe('CÔTE d’AZUR, BIENTÔ');
    expect(repair('Рё')).toBe('Рё');
    expect(repair(garble('и уже готово', 'windows-1251'))).toBe('и уже готово');
  });
});

describe('leaves good text alone', () => {
  it.each([
    'NÃO HÁ PÃO AMANHÃ. «AMANHû “IRMÔ, MAÇÃ… SÃO – LÃ',
    'Âge, Âme, ÂNGELA; câștig, câteva, „â”, România',
    'là\u00a0», été\u00a0», dé… « Ô », où\u00a0?',
    'CAFÉ™, CITÉ® №5, LUNEDÌ… PERCHÉ? “È così”',
    '«Ya está»—dijo José—. “¿Quién?”…',
    'ÞÚ ERT EKKI Á ÍSLANDI, ÞAÐ ER SATT… „Æ“',
    'PRÄ\u00adSIDENT, GRÖ\u00adẞE, „Ä“, KÖLN–BONN, 10 Å–12 Å, 5 Å²',
    'ĐÃ ĐẾN “HÔ, BÃO…',
    'SÅ GÅR DET – “PÅ”, ØL™, ÆØÅ…',
    'Рівне, Рік, РІК, ВІН, Сьогодні, В\u00a0Рівному, з’їзд, „Рій”',
    'В\u00a0Москве, «В», Сёмин, Рёв, С\u00a0нами, Р.\u00a0Ёлкин',
    'Рјечник, Сјај, Љубав, Ђак, Његош, Џем',
    'He often saw "Ã¤" instead of "ä".',
    '2×3 = 6 ÷ 1, ½ × ¾, ×“3”, §5 ¶',
    '日本語、한국어 ไทย ελληνικά עברית العربية',
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  ])('%s', (text) => {
    expect(mojibakeEdits(text)).toEqual([]);
  });
});

/** Random words of capitals can spell mojibake by chance; a fixed seed makes each run the same. */
const SEED = 20_261;

describe('properties', () => {
  /** Letters beyond a to z of German, French, Portuguese, Icelandic, Polish, Czech, Romanian, Turkish, Swedish and Vietnamese. */
  const alphabets = [
    'äöüß',
    'àâçéèêëîïôùûü', // but for œ and ÿ, which stand beside no other of them
    'ãáàâçéêíóôõú',
    'áðéíóúýþæö',
    'ąćęłńóśźż',
    'áčďéěíňóřšťúůýž',
    'ăâîșț',
    'çğıöşüâî',
    'åäö',
    'ăâđêôơưạảấầệếịọốộớờụủứừự',
  ];
  const letters = (beyond: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(`aeioudhlmnrst${beyond}`));
  const cyrillic = fc.constantFrom(...Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ'));
  const word = (letter: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .tuple(fc.string({ unit: letter, minLength: 2, maxLength: 9 }), fc.boolean())
      .map(([letters, capital]) => (capital ? letters.charAt(0).toUpperCase() + letters.slice(1) : letters));
  const sentence = (letter: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc
      .array(
        fc
          .tuple(word(letter), fc.constantFrom('', '’x', ',', ' –', '…', '.', '”', '\u00a0»'))
          .map((parts) => parts.join('')),
        { minLength: 1, maxLength: 20 },
      )
      .map((words) => words.join(' '));
  const latinText = fc.constantFrom(...alphabets).chain((beyond) => sentence(letters(beyond)));
  const cyrillicText = sentence(cyrillic);

  it('undo what was done to Latin text', () => {
    fc.assert(
      fc.property(latinText, fc.constantFrom('windows-1252', 'iso-8859-1'), (text, encoding) => {
        const original = `It’s said: ${text}`;
        expect(repair(garble(original, encoding))).toBe(original);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
  it('undo what was done to Cyrillic text', () => {
    fc.assert(
      fc.property(cyrillicText, fc.constantFrom('windows-1251', 'windows-1252', 'iso-8859-1'), (text, encoding) => {
        const original = `Сегодня: ${text}`;
        expect(repair(garble(original, encoding))).toBe(original);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
  it('leave clean text as it is, capitals too', () => {
    fc.assert(
      fc.property(fc.oneof(latinText, cyrillicText), fc.boolean(), (text, capitals) => {
        expect(mojibakeEdits(capitals ? text.replace(/’x/g, '').toUpperCase() : text)).toEqual([]);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
  it('give edits inside the range, in order, for any text', () => {
    const unit = fc.constantFrom(...Array.from('ÃÂâ€™©¤”»\u00a0\u0080\u009dÐÑ¸ðŸ˜РёвЂ’æ—¥é a\n'));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.nat(60), fc.nat(60), (text, a, b) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        let at = start;
        for (const edit of mojibakeEdits(text, start, end)) {
          expect(edit.start).toBeGreaterThanOrEqual(at);
          expect(edit.end).toBeGreaterThan(edit.start);
          at = edit.end;
        }
        expect(at).toBeLessThanOrEqual(end);
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
  it('cost next to nothing for clean text, and stay linear for the worst', () => {
    const seconds = (text: string): number => {
      const start = performance.now();
      mojibakeEdits(text);
      return (performance.now() - start) / 1000;
    };
    expect(seconds('The bridge opens on Saturday. '.repeat(100_000))).toBeLessThan(1);
    for (const piece of ['Â\u0080', 'Ã” ', 'é»¿ ', 'Рё ', 'ÃƒÂ©'])
      expect(seconds(piece.repeat(100_000))).toBeLessThan(5);
  });
});
