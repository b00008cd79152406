import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelledLines, readLabelledTexts } from '../../../src/accuracy/trees/texts.js';
import { scratchFolder, writeTree } from '../../io/scratch.js';

const FIRST =
  'The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.';

function corpus(): string {
  const root = scratchFolder();
  writeTree(root, {
    'pages/gold.jsonl': JSON.stringify({ id: 'tar', url: 'https://harbour.example/tar', text: FIRST }),
    'text/raw/wet.jsonl': [
      JSON.stringify({ id: 'tar', url: 'https://harbour.example/tar', text: `Home\nNews\n${FIRST}\nImprint` }),
      JSON.stringify({ id: 'gone', text: 'Nobody knows what this page says.' }),
    ].join('\n'),
    'lines/dev2-tar.json': JSON.stringify({
      id: 'dev2-tar',
      lang: 'en',
      url: null,
      lines: [
        { t: 'Home', l: 'drop', r: 'navigation' },
        { t: FIRST, l: 'keep', r: '' },
        { t: 'See the tables below.', l: 'either', r: '' },
      ],
      meta: { headline: null, author: null, datePublished: null, publisher: null, agency: null },
    }),
  });
  return root;
}

describe('texts by other tools', () => {
  it('are labelled by the gold of the page they were made from; without one they teach nothing', () => {
    const pages = readLabelledTexts({ name: 'text', kind: 'text', folder: join(corpus(), 'text') });
    expect(pages.find(({ share }) => share === 1)).toMatchObject({
      id: 'wet-pages/tar',
      set: 'wet-pages',
      group: 'tar',
      keep: [false, false, true, false],
    });
    expect(pages.map(({ id }) => id)).not.toContain('wet-pages/gone');
  });

  it('have a twin that is the article alone, where they hold whole pages; it counts for less, and its fields are not asked for', () => {
    const twins = readLabelledTexts({ name: 'text', kind: 'text', folder: join(corpus(), 'text') }).filter(
      ({ share }) => share < 1,
    );
    expect(twins).toMatchObject([{ id: 'wet-pages/tar', group: 'tar', keep: [true], titles: null, bylines: null }]);
  });
});

describe('labelled lines', () => {
  it('say themselves what they are; what is a matter of taste is left out', () => {
    const pages = readLabelledLines({ name: 'lines', kind: 'lines', folder: join(corpus(), 'lines') });
    expect(pages[0]).toMatchObject({ id: 'lines/dev2-tar', group: 'tar', share: 1, keep: [false, true, false] });
    expect(pages[0]?.struck.at(-1)).toBe(true);
  });

  it('have twins that end with the article, and that are nothing else', () => {
    const [, ...twins] = readLabelledLines({ name: 'lines', kind: 'lines', folder: join(corpus(), 'lines') });
    expect(twins).toMatchObject([
      { group: 'tar', keep: [false, true], titles: null, bylines: null },
      { group: 'tar', keep: [true], titles: null, bylines: null },
    ]);
    for (const { share } of twins) expect(share).toBeLessThan(1);
  });
});
