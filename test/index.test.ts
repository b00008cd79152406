import { describe, expect, it } from 'vitest';
import { clean, recordSchema } from '../src/index.js';

const SENTENCE =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the cost of the bridge. ';
const page = (charset: string, word: string): string =>
  `<html><head><meta charset="${charset}"></head><body><article><h1>A ${word} bridge</h1><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE}</p></article></body></html>`;

describe('the library', () => {
  it('gives the record of a page, without files', () => {
    const record = clean(page('utf-8', 'new'), {
      url: 'https://news.example.com/bridge',
      fetchedAt: '2024-05-01T10:00:00Z',
    });
    expect(recordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      url: 'https://news.example.com/bridge',
      source: 'example.com',
      provenance: { format: 'html', fetchedAt: '2024-05-01T10:00:00Z' },
    });
    expect(record.text).toContain('members disagreed about the cost of the bridge');
  });

  it('obeys what people decided', () => {
    const decision = {
      id: 'decision1',
      at: '2031-05-03T10:00:00Z',
      by: 'ida',
      document: { rawPath: '-', key: null, offset: null },
      source: 'local',
      action: 'correct' as const,
      field: 'headline' as const,
      value: 'Nobody paid for the bridge',
    };
    expect(clean(page('utf-8', 'new'), { decisions: [decision] }).headline).toBe('Nobody paid for the bridge');
    const elsewhere = { ...decision, document: { rawPath: 'a', key: null, offset: null } };
    expect(clean(page('utf-8', 'new'), { decisions: [elsewhere] })).toEqual(clean(page('utf-8', 'new')));
  });

  it('gives the same record each time', () => {
    expect(clean(page('utf-8', 'new'))).toEqual(clean(page('utf-8', 'new')));
  });

  it('decodes bytes, and takes text for what it is', () => {
    const record = clean(Buffer.from(page('iso-8859-1', 'zürcher'), 'latin1'));
    expect(record.provenance.encoding).not.toBe('utf-8');
    expect(JSON.stringify(record)).toContain('zürcher');
    expect(clean(SENTENCE.repeat(5)).provenance.format).toBe('text');
    expect(clean(SENTENCE.repeat(5), { format: 'html' }).provenance.format).toBe('html');
  });

  it('says what options it went by', () => {
    expect(clean(SENTENCE, { minWords: 1 }).provenance.options).not.toBe(
      clean(SENTENCE, { minWords: 2 }).provenance.options,
    );
    expect(clean(SENTENCE, { maxCharacters: 10 }).rejection?.reason).toBe('too-large');
  });

  it('rejects what is nothing', () => {
    expect(clean('')).toMatchObject({ status: 'rejected', text: '' });
    expect(clean(new Uint8Array())).toMatchObject({ status: 'rejected', text: '' });
  });
});
