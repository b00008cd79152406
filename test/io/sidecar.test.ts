import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSidecar, type Sidecar } from '../../src/io/sidecar.js';
import { scratchFolder, writeTree } from './scratch.js';

function sidecar(content: string): Promise<Sidecar> {
  const folder = scratchFolder();
  writeTree(folder, { 'a.html.meta.json': content });
  return readSidecar(join(folder, 'a.html.meta.json'));
}

describe('a sidecar', () => {
  it('gives hints; null is the same as absent, other keys are not ours', async () => {
    const content = {
      url: 'https://a.example/x',
      fetchedAt: '2024-05-01',
      contentType: null,
      language: 'de',
      crawler: 7,
    };
    const { hints, problem } = await sidecar(JSON.stringify(content));
    expect(hints).toEqual({ url: 'https://a.example/x', fetchedAt: '2024-05-01', language: 'de' });
    expect(problem).toBeNull();
  });

  it.each([
    ['{"url": ', /^expected JSON/],
    ['', /^expected JSON/],
    ['[]', /expected object/],
    ['{"url": "no url"}', 'url: expected an http(s) URL'],
    ['{"url": "javascript:alert(1)"}', 'url: expected an http(s) URL'],
    [
      '{"fetchedAt": "yesterday", "source": 5}',
      'fetchedAt: expected an ISO 8601 date or time; source: expected string, received number',
    ],
  ])('%s is left out with one line', async (content, problem) => {
    const read = await sidecar(content);
    expect(read.hints).toEqual({});
    expect(read.problem).toMatch(problem);
    expect(read.problem).not.toContain('\n');
  });

  it('has a hash even if it is broken, so that mending it is a change', async () => {
    const [broken, other] = [await sidecar('{'), await sidecar('{"')];
    expect(broken.sha256).not.toBe(other.sha256);
  });

  it('beyond a megabyte is left out', async () => {
    expect((await sidecar(JSON.stringify({ source: 'x'.repeat(1_100_000) }))).problem).toBe(
      'larger than 1048576 bytes',
    );
  });

  it('that is a folder is left out', async () => {
    const folder = scratchFolder();
    expect((await readSidecar(folder)).problem).toBe('cannot be read: EISDIR');
  });
});
