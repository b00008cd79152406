import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/core/options.js';
import { canonicalJson } from '../../src/io/hash.js';
import { copydeskVersion, inputsHash, optionsHash, rulesHash } from '../../src/io/provenance.js';
import { sniffFormat } from '../../src/io/sniff.js';

describe('provenance', () => {
  it('names what decides, the same each time', () => {
    expect(rulesHash()).toMatch(/^[0-9a-f]{16}$/);
    expect(rulesHash()).toBe(rulesHash());
    expect(copydeskVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('changes with every option that changes the outcome, not with the order in which they are written', () => {
    const limits = { maxBytes: 5 };
    const hashes = [
      optionsHash(DEFAULT_OPTIONS, limits),
      optionsHash({ ...DEFAULT_OPTIONS, minWords: 26 }, limits),
      optionsHash(DEFAULT_OPTIONS, { maxBytes: 6 }),
      optionsHash({ ...DEFAULT_OPTIONS, profiles: [{ name: 'x' }] }, limits),
    ];
    expect(new Set(hashes).size).toBe(4);
    const reversed = Object.fromEntries(Object.entries(DEFAULT_OPTIONS).reverse()) as unknown as typeof DEFAULT_OPTIONS;
    expect(optionsHash(reversed, limits)).toBe(hashes[0]);
    expect(canonicalJson({ b: 1, a: { d: undefined, c: [2, { f: 1, e: 2 }] } })).toBe(
      '{"a":{"c":[2,{"e":2,"f":1}]},"b":1}',
    );
  });

  it('takes an absent input for none', () => {
    expect(inputsHash({ sidecar: undefined })).toBe(inputsHash({}));
    expect(inputsHash({ sidecar: 'a' })).not.toBe(inputsHash({}));
  });
});

describe('sniffing a format', () => {
  it.each([
    ['<!DOCTYPE html><p>', 'html'],
    ['\n  <html lang="en">', 'html'],
    ['\ufeff<?xml version="1.0"?><html>', 'html'],
    ['text first <div class="x">', 'html'],
    ['Plain text, 1 < 2 and 3 > 2', 'text'],
    ['<3 is a heart', 'text'],
    ['', 'text'],
  ])('%j is %s', (content, format) => {
    expect(sniffFormat(content)).toBe(format);
    expect(sniffFormat(Buffer.from(content))).toBe(format);
    expect(sniffFormat(Buffer.from('\ufeff' + content, 'utf16le'))).toBe(format);
  });

  it('believes the content type first', () => {
    expect(sniffFormat('<html>', 'text/plain; charset=utf-8')).toBe('text');
    expect(sniffFormat('words', 'application/xhtml+xml')).toBe('html');
    expect(sniffFormat('<html>', 'application/octet-stream')).toBe('html');
  });
});
