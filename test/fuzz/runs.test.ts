import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import type { RawDocument } from '../../src/core/types.js';
import { clean } from '../../src/pipeline.js';
import { faultsOf } from './sound.js';

/**
 * One thing without end, wherever a page can hold it. What takes a linear time is done in a moment; a pattern that is tried again at each
 * character would take minutes, and the test's patience is shorter than that.
 */
const CHARACTERS = 150_000;
const PATIENCE_MS = 30_000;

const UNITS = [
  ...['A', 'a', 'aA', 'Ab ', '漢', 'あ、', '한 ', 'ا', '😀', '\u0301', '\u200c', '\u00a0', ' ', '\t'],
  ...[
    '1',
    '1.',
    '2031 ',
    '@',
    'x@y.',
    '(',
    ')',
    '[',
    '"',
    "'",
    ',',
    '.',
    '…',
    '-',
    '|',
    '·',
    '/',
    ' / ',
    '›',
    '©',
    '=',
    '#',
    '_',
  ],
  ...['&', '&#', '<', '<b', '{', '\\', '%', 'http://', 'By ', 'Photo: ', 'Share ', 'Advertisement', 'Related: ', 'Ã©'],
];

const SENTENCE = 'The ferry was late on Monday, and nobody on the pier was surprised by it, said the harbour board.';
const page = (head: string, body: string): string =>
  `<html><head>${head}</head><body><article><h1>The ferry</h1>${`<p>${SENTENCE}</p>`.repeat(4)}${body}</article></body></html>`;
const attribute = (text: string): string => text.replace(/["<]/g, '.');

const PLACES: readonly (readonly [string, RawDocument['format'], (run: string) => string])[] = [
  ['a line of a text', 'text', (run) => `${SENTENCE}\n${run}\n${SENTENCE}`],
  ['a sentence of a text', 'text', (run) => `${SENTENCE} It was ${run} late. ${SENTENCE}`],
  ['a paragraph', 'html', (run) => page('', `<p>${run}</p>`)],
  [
    'a sentence of a page',
    'html',
    (run) => page('', `<p>It was ${run} late on that day, and not for the first time.</p>`),
  ],
  [
    'titles, captions and bylines',
    'html',
    (run) =>
      page(
        `<title>Ferry ${run} late</title><meta name="author" content="Ada ${attribute(run)} Weber">`,
        `<p class="byline">By ${run} Weber</p><figure><figcaption>Photo ${run}</figcaption></figure>`,
      ),
  ],
  [
    'attributes and structured data',
    'html',
    (run) =>
      page(
        `<meta property="article:published_time" content="2031-${attribute(run)}">` +
          `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: run, author: { name: run } })}</script>`,
        `<div class="a${attribute(run)}" id="${attribute(run)}"><a href="/${attribute(run)}">a</a></div>`,
      ),
  ],
];

describe.each(PLACES)('%s of one thing without end', (_place, format, write) => {
  it.each(UNITS)(
    '(%j) is read in a moment',
    (unit) => {
      const payload = write(unit.repeat(CHARACTERS / unit.length));
      const record = clean({ rawPath: 'run', key: null, offset: null, format, payload, hints: {} }, DEFAULT_OPTIONS, {
        copydesk: '0',
        rules: '0',
        options: '0',
        inputs: '0',
      });
      expect(faultsOf(record)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
