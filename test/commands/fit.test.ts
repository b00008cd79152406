import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { parse } from './parse.js';

describe('copydesk fit', () => {
  it.each<[string, string[], RegExp]>([
    ['a reader that there is not', ['--reader', 'pdf'], /^--reader: expected text or html/],
    ['a number that is none', ['--folds', 'many'], /^--folds: expected a whole number/],
    ['too few folds for the second look', ['--folds', '2'], /^--folds 2: 3 are the least/],
    ['nothing of a reader’s kind', ['--reader', 'html'], /^nothing to fit the html reader on/],
  ])('cannot use %s', async (_what, args, message) => {
    const root = scratchFolder();
    writeTree(root, { 'lines/a.json': '{"id":"a","lang":"en","url":null,"lines":[],"meta":{}}' });
    const asked = parse('fit', '--corpus', root, ...args);
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(message);
  });

  it('leaves unseen documents so', async () => {
    const root = scratchFolder();
    writeTree(root, { 'unseen/a.json': '{"id":"a","lang":"en","url":null,"lines":[],"meta":{}}' });
    await expect(parse('fit', '--corpus', root, '--reader', 'text')).rejects.toThrow(
      /^nothing to fit the text reader on/,
    );
  });
});
