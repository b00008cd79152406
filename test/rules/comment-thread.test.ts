import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { commentThread } from '../../src/rules/comment-thread.js';
import { parseHtml } from '../../src/stages/parse-html.js';
import { marked, textOf } from './marks.js';

const BODY =
  '<p>The harbour board met on Tuesday and spoke until midnight about the price of tar, which has doubled since the spring.</p>';
const ARTICLE = `<h1>Tar doubles</h1>${BODY}${BODY.replace('Tuesday', 'Friday')}`;
const THREAD = ['Maud wrote: the ferryman was right.', 'Then paint the boat yourself, Maud.'];
const ITEMS = THREAD.map((text) => `<p>${text}</p>`).join('');
const struckIn = (html: string): string[] => marked(commentThread, parseHtml(html, DEFAULT_OPTIONS));

describe('readers’ comments', () => {
  it('are what shares an element with the heading that opens it', () => {
    expect(struckIn(`<div>${ARTICLE}</div><div><h4>2 comments</h4>${ITEMS}</div><p>Imprint</p>`)).toEqual(THREAD);
  });

  it('are what stands beside the heading’s own wrapper', () => {
    expect(struckIn(`<div>${ARTICLE}</div><div><div><h4>2 comments</h4></div><div>${ITEMS}</div></div>`)).toEqual(
      THREAD,
    );
  });
});

describe('readers’ comments in text', () => {
  const above = [BODY, BODY.replace('Tuesday', 'Friday')].map((line) => line.replace(/<.*?>/g, ''));

  it('run from the heading to the last button', () => {
    const thread = ['Maud', THREAD[0] ?? '', 'Reply', 'Ferryman', THREAD[1] ?? '', 'Reply'];
    expect(marked(commentThread, textOf(...above, '2 comments', ...thread, 'The board meets again in May.'))).toEqual(
      thread,
    );
  });

  it('need more than one button: a lone "Reply" may be a subheading', () => {
    expect(marked(commentThread, textOf(...above, 'Comments', 'Reply', 'The board answered in May.'))).toEqual([]);
  });
});

describe('what are no comments', () => {
  it('the rest of an element that the heading does not open', () => {
    expect(struckIn(`<div>${ARTICLE}<p>Comments</p><p>The minister declined to give any.</p></div>`)).toEqual([]);
  });

  it('an article below a counter of comments', () => {
    expect(struckIn(`<div><span>2 comments</span>${ARTICLE}</div>`)).toEqual([]);
  });
});
