import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/stages/parse-text.js';

const texts = (source: string): string[] => parseText(source).blocks.map((block) => block.text);
const kinds = (source: string): string[] => parseText(source).blocks.map((block) => block.kind);

const FIRST = 'The harbour board met on Tuesday and spoke until midnight about the price of tar.';
const SECOND = 'Nobody had asked the ferryman, who said that he would have told them to paint the boat first.';

describe('paragraphs', () => {
  it.each([
    ['between blank lines', '\n\n'],
    ['a line each', '\n'],
    ['a line each, as Windows ends them', '\r\n'],
    ['a line each, as old Macs ended them', '\r'],
    ['between Unicode separators', '\u2029'],
    ['between lines of spaces', '\n \u00a0\u200b \n'],
  ])('stand %s', (_how, gap) => {
    expect(texts(FIRST + gap + SECOND)).toEqual([FIRST, SECOND]);
  });

  it('know their lines, blank ones counted', () => {
    expect(parseText(`\n${FIRST}\r\n\r\n\r\n${SECOND}`).blocks.map((block) => block.line)).toEqual([1, 4]);
  });

  it('are none in a text without any', () => {
    expect(texts('')).toEqual([]);
    expect(texts(' \n\u200b\n\u00a0')).toEqual([]);
  });

  it('point at the source as it stands, and read repaired', () => {
    const source = '  Fish &amp; chips,&nbsp;said\u00ad  he. \n';
    const page = parseText(source);
    expect(page.blocks.map(({ text, span }) => [text, source.slice(span.start, span.end)])).toEqual([
      ['Fish & chips, said he.', 'Fish &amp; chips,&nbsp;said\u00ad  he.'],
    ]);
    const { start, end } = page.locate(0, 5, 12);
    expect(source.slice(start, end)).toBe('amp; chips'.padStart(11, '&'));
  });
});

describe('a text wrapped at a column', () => {
  const wrapped = [
    'The harbour board met on Tuesday and spoke until midnight about the',
    'price of tar, which has doubled since the spring. Its chairman, who',
    'owns two boats, did not vote. The secretary read out the letter that',
    'the ferryman had written in March, and then the older one.',
    '',
    'Nobody had asked the ferryman himself. He said that he would have',
    'told them to paint the boat first, and to talk about tar afterwards,',
    'when the boats are dry and when everybody knows how much is left.',
  ];

  it('has its paragraphs put together', () => {
    expect(texts(wrapped.join('\n'))).toEqual([wrapped.slice(0, 4).join(' '), wrapped.slice(5).join(' ')]);
    expect(texts(wrapped.join('\r\n'))).toHaveLength(2);
  });

  it('keeps every place in the source', () => {
    const source = wrapped.join('\n');
    const page = parseText(source);
    const at = page.blocks[0]?.text.indexOf('the price') ?? -1;
    const span = page.locate(0, at, at + 'the price'.length);
    expect(source.slice(span.start, span.end)).toBe('the\nprice');
  });
});

describe('lines that stay apart', () => {
  it('verse', () => {
    const verse = [
      'The ferry lies beside the wall',
      'and waits for somebody to call',
      'across the water, wide and grey,',
      'that nobody has crossed today.',
    ];
    expect(texts(verse.join('\n'))).toEqual(verse);
  });

  it('bylines and standfirsts', () => {
    const lines = [
      'Tar doubles in price',
      'The board spoke until midnight and agreed on nothing',
      'By Ida Brannigan',
      '3 May 2031',
      FIRST,
    ];
    expect(texts(lines.join('\n'))).toEqual(lines);
  });

  it('the items of a list, and they are told as such', () => {
    const items = ['• tar, two barrels, as the board asked for', '• rope', '1. paint the boat', '2) talk about tar'];
    expect(texts(items.join('\n'))).toEqual(items);
    expect(kinds(items.join('\n'))).toEqual(['list-item', 'list-item', 'list-item', 'list-item']);
  });

  it('Chinese and Japanese paragraphs', () => {
    const lines = [
      '停摆三十年的老钟楼17日正午重新敲响，广场上聚集了上千名居民。',
      '“我以为再也听不到了。”一位老人说。',
    ];
    expect(texts(lines.join('\n'))).toEqual(lines);
  });

  it('whole sentences', () => {
    expect(texts(`${FIRST}\n${SECOND}\n${FIRST}`)).toEqual([FIRST, SECOND, FIRST]);
  });
});

describe('a broken line', () => {
  it('goes on after a quotation that ends in a comma', () => {
    const source = '“We have carried this valley through two dry years,”\nthe miller said, and shut the sluice.';
    const page = parseText(source);
    expect(texts(source)).toEqual([
      '“We have carried this valley through two dry years,” the miller said, and shut the sluice.',
    ]);
    expect(page.blocks[0]?.span).toEqual({ start: 0, end: source.length });
    const at = page.blocks[0]?.text.indexOf('the miller') ?? -1;
    const span = page.locate(0, at, at + 10);
    expect(source.slice(span.start, span.end)).toBe('the miller');
  });

  it('goes on before a name, too', () => {
    expect(texts('“We have carried this valley through two dry years,”\nChoe said, and shut the sluice.')).toHaveLength(
      1,
    );
  });

  it('goes on in mid-sentence before a small letter', () => {
    expect(
      texts(
        'The board that met on Tuesday evening spoke about the price of\ntar until midnight, and it agreed on nothing at all.',
      ),
    ).toEqual([
      'The board that met on Tuesday evening spoke about the price of tar until midnight, and it agreed on nothing at all.',
    ]);
  });

  it('does not go on over a blank line', () => {
    expect(
      texts(
        'The board that met on Tuesday evening spoke about the price of\n\ntar until midnight, and it agreed on nothing at all.',
      ),
    ).toHaveLength(2);
  });

  it('begins with an initial set apart, without a space', () => {
    expect(texts('T\nhe harbour board met on Tuesday.')).toEqual(['The harbour board met on Tuesday.']);
    expect(texts('T\n\nhe harbour board met on Tuesday.')).toEqual(['The harbour board met on Tuesday.']);
    expect(texts('A\nThe harbour board met on Tuesday.')).toHaveLength(2);
  });
});

describe('a block', () => {
  it('that is one quotation is a quote', () => {
    expect(kinds('“We shall paint the boat first.”')).toEqual(['quote']);
    expect(kinds('“We shall,” he said.')).toEqual(['paragraph']);
  });
});

describe('repairs', () => {
  it('are made in the block and flag the page', () => {
    const undo = (text: string, start: number, end: number): { start: number; end: number; text: string }[] => {
      const at = text.slice(start, end).indexOf('Ã¼');
      return at < 0 ? [] : [{ start: start + at, end: start + at + 2, text: 'ü' }];
    };
    const page = parseText('Die alte BrÃ¼cke', undo);
    expect(page.blocks.map((block) => block.text)).toEqual(['Die alte Brücke']);
    expect(page.flags).toEqual(['mojibake-repaired']);
    expect(parseText('Die alte Brücke', undo).flags).toEqual([]);
  });
});
