import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import { findNamedHeadline } from '../../../src/stages/meta/named-headline.js';
import { parseHtml } from '../../../src/stages/parse-html.js';

const TITLE = '<title>Goats win in court</title><meta property="og:title" content="Goats win in court">';
const found = (body: string): string | undefined => {
  const page = parseHtml(TITLE + body, DEFAULT_OPTIONS);
  return page.blocks[findNamedHeadline(page)]?.text;
};

describe('findNamedHeadline', () => {
  it('is the heading that says the title, be it no h1', () => {
    expect(found('<h1>Quay Weekly</h1><h2>Goats win in court</h2>')).toBe('Goats win in court');
  });

  it('is the first h1 where none does', () => {
    expect(found('<p>Goats win in court</p><h1>The goats have won</h1>')).toBe('The goats have won');
  });

  it('is the line that says it on a page without an h1, but for menus', () => {
    const line = '<font size=5><b>Goats win in court!</b></font>';
    expect(found(`<nav>Goats win in court</nav>${line}<p>They had eaten the files.</p>`)).toBe('Goats win in court!');
    expect(found('<p>They had eaten the files.</p>')).toBeUndefined();
  });
});
