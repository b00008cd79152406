import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/core/errors.js';
import { loadConfig } from '../../src/io/config.js';
import { loadProfiles } from '../../src/io/profiles.js';
import { scratchFolder, writeTree } from './scratch.js';

function config(content: string): Promise<unknown> {
  const folder = scratchFolder();
  writeTree(folder, { 'copydesk.config.json': content });
  return loadConfig(undefined, folder);
}

describe('the configuration', () => {
  it('may be absent, unless it is asked for by name', async () => {
    const folder = scratchFolder();
    expect(await loadConfig(undefined, folder)).toEqual({});
    await expect(loadConfig('my.json', folder)).rejects.toThrow('my.json: expected a configuration file: ENOENT');
  });

  it('has paths relative to its own folder', async () => {
    const folder = scratchFolder();
    writeTree(folder, { 'conf/my.json': '{"raw": "../in", "profiles": "p", "jobs": 3}' });
    expect(await loadConfig('conf/my.json', folder)).toEqual({
      raw: join(folder, 'in'),
      profiles: join(folder, 'conf/p'),
      jobs: 3,
    });
  });

  it.each([
    ['{"jobs": 0}', /^copydesk\.config\.json: jobs: .*expected number to be >0/],
    ['{"jobs": "2"}', /^copydesk\.config\.json: jobs: expected number, received string/],
    ['{"job": 2}', /^copydesk\.config\.json: unknown key "job" \(known: raw, clean, jobs,/],
    ['{"raw": 1, "clean": 2}', /raw: expected string.*; clean: expected string/],
    ['[]', /^copydesk\.config\.json: expected object/],
    ['{jobs: 2}', /^copydesk\.config\.json: expected JSON: /],
  ])('%s is refused in one line', async (content, message) => {
    const refused = await config(content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toMatch(message);
    expect((refused as Error).message).not.toContain('\n');
  });
});

describe('profiles', () => {
  const profile = (content: unknown): Promise<unknown> => {
    const folder = scratchFolder();
    writeTree(folder, { 'mine.json': typeof content === 'string' ? content : JSON.stringify(content) });
    return loadProfiles(folder);
  };

  it('are all JSON files of a folder, in order, named by their files', async () => {
    const folder = scratchFolder();
    writeTree(folder, {
      'b.json': '{"sources": ["b.example"], "drop": [{"select": ".box > a[href]", "reason": "related"}]}',
      'a.json': '{"name": "own", "phrases": [{"reason": "ui", "kind": "label", "any": ["clip (and|or) save"]}]}',
      'README.md': 'not a profile',
    });
    expect(await loadProfiles(folder)).toEqual([
      { name: 'own', phrases: [{ reason: 'ui', kind: 'label', any: ['clip (and|or) save'], drops: [], keeps: [] }] },
      { name: 'b', sources: ['b.example'], drop: [{ select: '.box > a[href]', reason: 'related' }] },
    ]);
  });

  it.each([
    ['{"sauces": []}', /mine\.json: unknown key "sauces"/],
    ['{"drop": [{"reason": "ui"}]}', /mine\.json: drop\.0: expected "select" or "line"/],
    ['{"drop": [{"select": "p", "reason": "boring"}]}', /mine\.json: drop\.0\.reason: .*expected one of "error-page"/],
    ['{"keep": [{"select": "p >>> [", "reason": "ui"}]}', /mine\.json: keep\.0/],
    ['{"body": ["div["]}', /mine\.json: body\.0: expected a CSS selector: /],
    [
      '{"phrases": [{"reason": "ui", "kind": "label", "any": ["share (this"]}]}',
      /mine\.json: phrases\.0\.any\.0: expected a phrase pattern: /,
    ],
    ['{"phrases": [{"reason": "ui", "kind": "labels", "any": ["x"]}]}', /mine\.json: phrases\.0\.kind: .*"list-head"/],
    ['not JSON', /mine\.json: expected JSON/],
  ])('%s is refused with file, key and what was expected', async (content, message) => {
    const refused = await profile(content).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as Error).message).toMatch(message);
    expect((refused as Error).message).not.toContain('\n');
  });

  it('need their folder', async () => {
    await expect(loadProfiles(join(scratchFolder(), 'none'))).rejects.toThrow('expected a folder of profiles');
  });
});
