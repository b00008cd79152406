import { describe, expect, it } from 'vitest';
import { signUpBox } from '../../src/rules/sign-up-box.js';
import { markedIn, OTHER, PARAGRAPH } from './html.js';

const FORM = '<form><label>Your e-mail</label><input type="email"><button>Subscribe</button></form>';
const ARTICLE = `<p>${PARAGRAPH}</p><p>${OTHER}</p>`;

describe('a small element around a form to sign up', () => {
  it('goes whole, with a heading that could be any', () => {
    const box = `<section><h3>Nothing missed</h3><div><p>What the tide brings, each Friday.</p>${FORM}</div></section>`;
    const struck = markedIn(signUpBox, `<article>${ARTICLE}${box}<p>${OTHER}</p></article>`);
    expect(struck.slice(0, 2)).toEqual(['Nothing missed', 'What the tide brings, each Friday.']);
    expect(struck).toContain('Subscribe');
    expect(struck).not.toContain(OTHER);
  });
});

describe('what stays', () => {
  it('the article beside such a form', () => {
    expect(markedIn(signUpBox, `<article>${ARTICLE}${ARTICLE}${FORM}</article>`)).not.toContain(PARAGRAPH);
  });

  it('a heading beside a form that asks for something else', () => {
    const search = '<form><label>Street</label><input><button>Find</button></form>';
    expect(markedIn(signUpBox, `${ARTICLE}<div><h3>The tide at your door</h3>${search}</div>`)).toEqual([]);
  });
});

describe('a page of many such forms', () => {
  it('loses each of them', () => {
    const deep = `${'<div>'.repeat(200)}${FORM}${'</div>'.repeat(200)}`;
    expect(markedIn(signUpBox, ARTICLE + deep.repeat(20)).filter((text) => text === 'Subscribe')).toHaveLength(20);
  });
});
