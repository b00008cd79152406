import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../../src/core/options.js';
import { parseHtml } from '../../../src/stages/parse-html.js';

const isVisible = (html: string): boolean | undefined =>
  parseHtml(`<body><p>Above.</p>${html}<p>Below.</p>`, DEFAULT_OPTIONS).blocks.find((block) => block.text === 'Tar')
    ?.markup?.visible;

describe('text that the markup hides', () => {
  it.each([
    '<p hidden>Tar</p>',
    '<div aria-hidden="true"><p>Tar</p></div>',
    '<p style="color: red; display : none">Tar</p>',
    '<p style="visibility:hidden">Tar</p>',
    '<noscript><p>Tar</p></noscript>',
    '<template><p>Tar</p></template>',
    '<dialog><p>Tar</p></dialog>',
    '<p class="sr-only">Tar</p>',
  ])('%s', (html) => {
    expect(isVisible(html)).toBe(false);
  });

  it.each([
    '<p>Tar</p>',
    '<p aria-hidden="false">Tar</p>',
    '<dialog open><p>Tar</p></dialog>',
    '<p style="display:block">Tar</p>',
  ])('but not %s', (html) => {
    expect(isVisible(html)).toBe(true);
  });
});
