import { describe, expect, it } from 'vitest';
import { parseText } from '../../src/stages/parse-text.js';
import { foreignInterface } from '../../src/rules/foreign-interface.js';

const context = { source: 'local', url: null, language: 'en', fetchedAt: null, profiles: [] };
const struck = (lines: readonly string[]): string[] => {
  const page = parseText(lines.join('\n'));
  return [...foreignInterface.mark(page, context)].map((mark) => page.text.slice(mark.span.start, mark.span.end));
};

const PARAGRAPH =
  'The ferry to the island was cancelled on Monday because its captain had lent the key to his brother-in-law.';

describe('foreign-interface', () => {
  it('takes what stands in another script around the article', () => {
    expect(struck(['글자 크기 변경', PARAGRAPH, PARAGRAPH, '이 기사를 추천합니다'])).toEqual([
      '글자 크기 변경',
      '이 기사를 추천합니다',
    ]);
  });

  it('leaves quotations, bracketed credits and what stands between paragraphs', () => {
    expect(struck(['“Всё будет хорошо”', PARAGRAPH, 'Всё будет хорошо', PARAGRAPH, '[서울=뉴스]'])).toEqual([]);
  });

  it('leaves Latin letters in other texts: they may be names', () => {
    const russian =
      'Паром на остров отменили в понедельник, потому что капитан отдал ключ своему шурину и уехал в город на два дня.';
    expect(struck(['Subscribe to us now', russian, russian])).toEqual([]);
  });

  it('has no opinion on a page in two scripts', () => {
    const russian =
      'Паром на остров отменили в понедельник, потому что капитан отдал ключ своему шурину и уехал в город на два дня.';
    expect(struck([PARAGRAPH, russian])).toEqual([]);
  });
});
