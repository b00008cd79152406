import { describe, expect, it } from 'vitest';
import { clean, type ArticleRecord } from '../../src/index.js';
import { renderDiff, wrap } from '../../src/review/diff.js';

describe('wrap', () => {
  it('breaks at spaces', () => {
    expect(wrap('the price of tar has doubled', 12)).toEqual(['the price of', 'tar has', 'doubled']);
  });

  it('gives wide characters two columns', () => {
    expect(wrap('渡し船の運航を再開', 8)).toEqual(['渡し船の', '運航を再', '開']);
    expect(wrap('AB渡し船', 6)).toEqual(['AB渡し', '船']);
  });

  it('gives Thai one', () => {
    expect(wrap('กขคงจฉ', 4)).toEqual(['กขคง', 'จฉ']);
  });

  it('gives a word that is too long a line of its own', () => {
    expect(wrap('a harbourmasterly b', 6)).toEqual(['a', 'harbourmasterly', 'b']);
  });

  it('of nothing is nothing', () => {
    expect(wrap('', 20)).toEqual([]);
    expect(wrap('   ', 20)).toEqual([]);
  });

  it('loses nothing but white space', () => {
    const text = 'The board  met; 三ツ浜市は１日、 Москва — and said: “no”.';
    for (const width of [1, 5, 9, 20, 100])
      expect(wrap(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

const FIRST =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';
const SECOND =
  'Nobody had asked the ferryman, who said that he would have told the board to paint the boat first, and to talk about tar afterwards.';
const THIRD =
  'The chairman, who owns two boats, did not vote, and the secretary read out the letter that the ferryman had written in March.';
const LINES = [
  'Tar doubles in price at the harbour',
  'By Ida Brannigan',
  FIRST,
  SECOND,
  'ADVERTISEMENT',
  THIRD,
  '© 2031 Example Media. All rights reserved.',
];
const record = clean(LINES.join('\n\n'), { rawPath: 'courier/a.txt', format: 'text' });
const plain = (of: ArticleRecord, changes: { width?: number; why?: boolean } = {}): string =>
  renderDiff(of, { width: 60, colour: false, why: false, ...changes });

describe('a diff', () => {
  const lines = plain(record).split('\n');
  const body = lines.slice(lines.indexOf('') + 1);

  it('begins with the file and the fields', () => {
    expect(lines[0]).toBe('courier/a.txt');
    expect(lines.slice(1, lines.indexOf(''))).toEqual([
      'status    accepted',
      'headline  Tar doubles in price at the harbour',
      'authors   Ida Brannigan',
      'language  en',
    ]);
  });

  it('marks at the margin what was moved and what was struck, and why', () => {
    expect(body.filter((line) => line.startsWith('>'))).toEqual([
      '> headline',
      '> Tar doubles in price at the harbour',
      '> byline',
      '> By Ida Brannigan',
    ]);
    expect(body.filter((line) => line.startsWith('-'))).toEqual([
      expect.stringMatching(/^- advertisement \(phrase:[a-z]+\)$/),
      '- ADVERTISEMENT',
      expect.stringMatching(/^- legal \(.+\)$/),
      '- © 2031 Example Media. All rights reserved.',
    ]);
  });

  it('has all of the text, in the order of the source', () => {
    const shown = body
      .filter((line) => !/^[->] [a-z-]+(?: \(.*\))?$/.test(line))
      .map((line) => line.slice(2))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(shown).toContain(LINES.join(' '));
  });

  it('keeps to its width', () => {
    for (const width of [30, 45, 100]) {
      const own = plain(record, { width }).split('\n');
      expect(
        own.slice(own.indexOf(''), -2).filter((line) => line.length > width && !line.startsWith('- legal')),
      ).toEqual([]);
    }
  });

  it('has no terminal codes without colours, and the same lines with them', () => {
    const coloured = renderDiff(record, { width: 60, colour: true, why: false });
    expect(plain(record)).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[9m');
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain(record));
  });

  it('tells how sure it is and why, if asked', () => {
    expect(plain(record, { why: true })).toContain('- 0.98 sure; evidence: ADVERTISEMENT');
    expect(plain(record)).not.toContain('sure;');
  });

  it('ends with what was kept, removed and moved', () => {
    expect(lines.at(-2)).toBe(
      `kept ${record.text.length} characters in 3 blocks; removed ${'ADVERTISEMENT'.length + '© 2031 Example Media. All rights reserved.'.length} in 2 pieces; moved 2`,
    );
  });

  it('says why a document was rejected, and shows what it holds', () => {
    const rejected = plain(clean('Error 404\n\nPage not found', { rawPath: 'gone.txt', format: 'text' }));
    expect(rejected).toMatch(/^status {4}rejected: error-page/m);
    expect(rejected).toContain('- Page not found');
  });

  it('names a document inside a container', () => {
    expect(plain(clean(FIRST, { rawPath: 'c.jsonl', key: '7', format: 'text' })).split('\n')[0]).toBe('c.jsonl 7');
  });
});
