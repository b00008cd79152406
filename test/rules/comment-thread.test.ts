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

  it.each([
    ['a day with a time', ['3 May 2031, 10:14 pm', '4 May 2031, 7:02 am', '4 May 2031, 8:40 am']],
    ['a day with a time, in Ukrainian', ['03.05.2031, 22:14', '04.05.2031, 07:02', '04.05.2031, 08:40']],
    ['the same word at its end', ['Maud says:', 'Old ferryman says:', 'Maud says:']],
  ])('run down to the last entry that a line opens: %s', (_, [first = '', second = '', third = '']) => {
    const thread = [first, THREAD[0] ?? '', second, THREAD[1] ?? '', 'Or wait for your son.', third];
    const last = 'My son is at sea, as you well know.';
    const lines = [...thread, last];
    expect(marked(commentThread, textOf(...above, '3 comments', ...lines, 'Imprint'))).toEqual(lines);
    expect(marked(commentThread, textOf(...above, '3 comments', 'Old ferryman', ...lines, 'Imprint'))).toEqual([
      'Old ferryman',
      ...lines,
    ]);
    expect(marked(commentThread, textOf(...above, '3 comments', ...thread))).toEqual(thread);
  });

  it('end with the last line that closes an entry', () => {
    const stamps = ['3 May 2031, 10:14 pm', '4 May 2031, 7:02 am', '4 May 2031, 8:40 am'];
    const thread = stamps.flatMap((stamp, i) => [`${THREAD[i % 2] ?? ''} ${String(i)}`, stamp]);
    expect(marked(commentThread, textOf(...above, '3 comments', ...thread, 'The board meets in May.'))).toEqual(thread);
  });

  it('need more than one button: a lone "Reply" may be a subheading', () => {
    expect(marked(commentThread, textOf(...above, 'Comments', 'Reply', 'The board answered in May.'))).toEqual([]);
  });
});

describe('what are no comments', () => {
  it('the rest of an element that the heading does not open', () => {
    expect(struckIn(`<div>${ARTICLE}<p>Comments</p><p>The minister declined to give any.</p></div>`)).toEqual([]);
  });

  it('an article below a counter of comments and a row of buttons', () => {
    const lines = ['Comments', 'Share on Facebook', 'Share on Mastodon', 'Share by mail', 'Copy link'];
    const body = [BODY, BODY.replace('Tuesday', 'Friday')].map((line) => line.replace(/<.*?>/g, ''));
    expect(marked(commentThread, textOf(...body, ...lines, ...body, ...lines, ...body))).toEqual([]);
  });

  it('a ticker that says the time at each entry', () => {
    const body = [BODY, BODY.replace('Tuesday', 'Friday')].map((line) => line.replace(/<.*?>/g, ''));
    const ticker = ['10:14', 'The board sits down.', '10:40', 'The board stands up.', '11:02', 'The board sits again.'];
    expect(marked(commentThread, textOf(...body, '3 comments', ...ticker))).toEqual([]);
  });

  it('an article below a counter of comments', () => {
    expect(struckIn(`<div><span>2 comments</span>${ARTICLE}</div>`)).toEqual([]);
  });
});
