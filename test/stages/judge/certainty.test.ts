import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import { RULES } from '../../../src/rules/index.js';
import { observe } from '../../../src/stages/judge/observe.js';
import { parseHtml } from '../../../src/stages/parse-html.js';
import { parseText } from '../../../src/stages/parse-text.js';

const CONTEXT = { source: 'local', url: null, fetchedAt: null, profiles: [] };
const BODY = 'The mill at Sandwick grinds again, for the first time since the dam broke in the autumn of last year.';

/** Enough running text for a page to be about something else than its notices. */
const REST = [
  'Its stones had been taken for a barn, and it took two masons a winter to find them all and to set them right again.',
  'The first sacks went to the school, where the children baked them into loaves that were gone before the evening came.',
  'What is ground in the coming weeks is sold already, the miller said, and he would not say to whom it had been sold.',
];

const struckIn = (page: Parameters<typeof observe>[0]): string[] => {
  const { struck } = observe(page, RULES, CONTEXT);
  return page.blocks.filter((_, i) => struck[i]).map((block) => block.text);
};
const html = (...lines: string[]): string[] =>
  struckIn(parseHtml([...lines, ...REST].map((line) => `<p>${line}</p>`).join(''), DEFAULT_OPTIONS));
const text = (...lines: string[]): string[] => struckIn(parseText(lines.join('\n\n')));

describe('what decides by itself', () => {
  it('is unmistakable wording, with markup and without', () => {
    expect(html(BODY, 'All rights reserved', BODY.replace('mill', 'kiln'))).toEqual(['All rights reserved']);
    expect(text(BODY, 'All rights reserved', BODY.replace('mill', 'kiln'))).toContain('All rights reserved');
  });

  it('is a second copy in text; in HTML the markup tells which of two is the article’s', () => {
    const other = 'Nobody had thought that the great wheel would ever turn again, least of all the miller himself.';
    expect(text(BODY, other, BODY)).toEqual([BODY]);
    expect(html(BODY, other, BODY)).toEqual([]);
  });

  it('is "Read more:" in text; in HTML it may lead on in the article', () => {
    const line = 'Read more: The dam and its builders';
    expect(text(BODY, line, BODY.replace('mill', 'kiln'))).toContain(line);
    expect(html(BODY, line, BODY.replace('mill', 'kiln'))).toEqual([]);
  });

  it('is no line of code, where the markup shows it as such', () => {
    const page = parseHtml(
      `<p>${[BODY, ...REST].join('</p><p>')}</p><pre>window._wheel = window._wheel || [];</pre>`,
      DEFAULT_OPTIONS,
    );
    expect(struckIn(page)).toEqual([]);
  });

  it('is no question in a list of questions and answers', () => {
    const page = (tag: string): string[] =>
      struckIn(
        parseHtml(`<dl><${tag}>Comments?</${tag}><dd>${BODY}</dd></dl><p>${REST.join('</p><p>')}</p>`, DEFAULT_OPTIONS),
      );
    expect(page('dt')).toEqual([]);
    expect(page('dd')).toEqual(['Comments?']);
  });

  it('is a notice on a page that hardly says anything else', () => {
    const notice = 'Read more: log in to go on';
    const page = (...more: string[]): string[] =>
      struckIn(parseHtml([notice, BODY, ...more].map((line) => `<p>${line}</p>`).join(''), DEFAULT_OPTIONS));
    expect(page()).toContain(notice);
    expect(page(...REST)).not.toContain(notice);
  });

  it('is always what a person’s profile says', () => {
    const page = parseHtml(`<p>${BODY}</p><p>Read more: The dam</p>`, DEFAULT_OPTIONS);
    const profiles = [{ name: 'mine', drop: [{ line: 'read more: ...', reason: 'related' as const }] }];
    expect(observe(page, RULES, { ...CONTEXT, profiles }).struck).toEqual([false, true]);
  });
});
