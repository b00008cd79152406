import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPathOf, isPart, partPathOf } from '../../src/io/paths.js';
import { readerFor } from '../../src/io/readers/index.js';

describe('clean paths', () => {
  it('are the raw paths with an extension', () => {
    expect(cleanPathOf('a/b.html', false)).toBe('a/b.html.json');
    expect(cleanPathOf('c.jsonl.gz', true)).toBe('c.jsonl.gz.jsonl');
  });

  it('never meet', () => {
    const name = fc.string({ minLength: 1, maxLength: 300, unit: fc.constantFrom('a', 'b', 'é', '報', '.', '~') });
    const extension = fc.constantFrom('.html', '.txt', '.jsonl', '.json.txt', '.jsonl.gz', '.html.json.html');
    const path = fc.tuple(name, extension).map(([stem, ending]) => stem + ending);
    const clean = (raw: string): string => cleanPathOf(raw, readerFor(raw)?.container ?? false);
    fc.assert(fc.property(path, path, (a, b) => (a === b) === (clean(a) === clean(b))));
  });

  it('fit into a file system even where the raw name is as long as it can be', () => {
    for (const raw of [`a/${'x'.repeat(250)}.html`, `a/${'報'.repeat(83)}.html`]) {
      const name = cleanPathOf(raw, false).slice(2);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).not.toContain('\ufffd');
      expect(name).toMatch(/\.json$/);
    }
  });

  it('have a hidden, short part beside them', () => {
    const part = partPathOf(`a/${'x'.repeat(250)}.json`, 'run', 7);
    expect(part).toBe('a/.copydesk-run-7.part');
    expect(isPart('.copydesk-run-7.part')).toBe(true);
    expect(isPart('b.html.json')).toBe(false);
  });
});
