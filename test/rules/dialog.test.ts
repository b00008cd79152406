import { describe, expect, it } from 'vitest';
import { dialog } from '../../src/rules/dialog.js';
import { markedIn, OTHER, PARAGRAPH } from './html.js';

const ARTICLE = `<article><h1>Tar doubles</h1><p>${PARAGRAPH}</p><p>${OTHER}</p></article>`;

describe('a dialog over the page', () => {
  it('goes whole, with sentences that nobody knows', () => {
    const inside = '<h2>Before you read</h2><p>Choose what we may keep.</p>';
    for (const box of [
      `<div role="dialog">${inside}</div>`,
      `<dialog open>${inside}</dialog>`,
      `<div role="alertdialog">${inside}</div>`,
    ])
      expect(markedIn(dialog, box + ARTICLE)).toEqual(['Before you read', 'Choose what we may keep.']);
  });
});

describe('what is no dialog over the page', () => {
  it('an article that opens in one', () => {
    expect(markedIn(dialog, `<p>Back</p><div role="dialog">${ARTICLE}</div>`)).toEqual([]);
  });

  it('a conversation in an article', () => {
    expect(markedIn(dialog, `<div class="dialog">${ARTICLE}</div>`)).toEqual([]);
  });
});
