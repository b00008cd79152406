import { describe, expect, it } from 'vitest';
import { DocumentShelf } from '../../../src/io/shelf.js';
import { pairDocuments, type Placed } from '../../../src/review/compare/pairs.js';
import { collect } from '../../io/scratch.js';
import { comparable } from './documents.js';

type Row = readonly [path: string, text: string, place?: { key?: string; offset?: number; id?: string }];

// eslint-disable-next-line @typescript-eslint/require-await
async function* placed(rows: readonly Row[]): AsyncGenerator<Placed> {
  for (const [path, text, { key = null, offset = null, id = text } = {}] of rows) {
    const document = comparable({ text, provenance: { rawPath: path, key, offset } });
    yield { path, document: { ...document, id } };
  }
}

/** The texts that were paired, or stood alone. */
async function paired(before: readonly Row[], after: readonly Row[], inMemory?: number): Promise<string[]> {
  const shelf = new DocumentShelf(inMemory);
  const pairs = await collect(pairDocuments(placed(before), placed(after), shelf));
  await shelf.close();
  return pairs.map(({ before: old, after: now }) => `${old?.text ?? '–'} ${now?.text ?? '–'}`);
}

const keyed = (...keys: string[]): Row[] => keys.map((key) => ['c', key, { key }] as const);

describe('documents are paired', () => {
  it('by their files, each of which may be on one side only', async () => {
    const before: Row[] = [
      ['a', '1'],
      ['b/x', '2'],
      ['d', '3'],
    ];
    const after: Row[] = [
      ['a', '1*'],
      ['c', '4'],
      ['d', '3*', { id: 'another' }],
    ];
    expect(await paired(before, after)).toEqual(['1 1*', '2 –', '– 4', '3 3*']);
  });

  it('in a container by their keys, whatever was inserted, removed or put in another order', async () => {
    expect(await paired(keyed('1', '2', '3'), keyed('0', '1', '3'))).toEqual(['1 1', '3 3', '2 –', '– 0']);
    const many = Array.from({ length: 50 }, (_, i) => `k${i}`);
    const turned = await paired(keyed(...many), keyed(...many.toReversed()));
    expect(turned.toSorted()).toEqual(many.map((key) => `${key} ${key}`).toSorted());
  });

  it('the same where those that wait do not fit into memory', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `k${i} ü`);
    const turned = [keyed(...many), keyed(...many.toReversed())] as const;
    expect(await paired(...turned, 0)).toEqual(await paired(...turned));
  });

  it('as often as a key stands there', async () => {
    expect(await paired(keyed('1', '1'), keyed('1', '1', '1'))).toEqual(['1 1', '1 1', '– 1']);
  });

  it('without a key by id, for rows move on when one is inserted, and else by place', async () => {
    const before: Row[] = [
      ['c', 'a', { offset: 0, id: 'a' }],
      ['c', 'b', { offset: 1, id: 'b' }],
      ['c', 'c', { offset: 9, id: 'c' }],
    ];
    const after: Row[] = [
      ['c', 'new', { offset: 0, id: 'new' }],
      ['c', 'a*', { offset: 1, id: 'a' }],
      ['c', 'b*', { offset: 2, id: 'b' }],
      ['c', 'c*', { offset: 9, id: 'of another source' }],
    ];
    expect(await paired(before, after)).toEqual(['a a*', 'b b*', 'c c*', '– new']);
  });

  it('with nothing', async () => {
    expect(await paired([], [])).toEqual([]);
    expect(await paired(keyed('1'), [])).toEqual(['1 –']);
  });
});
