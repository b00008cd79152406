import { appendFileSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/core/decision.js';
import { appendEvent, decisionsPath, newDecisionId, readDecisions } from '../../src/io/decisions.js';
import { walkRaw } from '../../src/io/walk-raw.js';
import { built, run } from '../commands/built.js';
import { scratchFolder, writeTree } from './scratch.js';

const AT = '2031-05-03T10:00:00Z';
const decision = (id = newDecisionId()): Decision => ({
  id,
  at: AT,
  by: 'ida',
  document: { rawPath: 'a.txt', key: null, offset: null },
  source: 'local',
  action: 'keep',
  rule: 'judge',
  scope: 'document',
  passage: { text: 'Share\nit', occurrence: 0 },
});
const decide = (raw: string, one: Decision): Promise<void> => appendEvent(raw, { event: 'decided', decision: one });

describe('the log of decisions', () => {
  it('gives those that hold, in their order', async () => {
    const raw = scratchFolder();
    expect(await readDecisions(raw)).toEqual({ decisions: [], broken: [] });
    const made = [decision(), decision(), decision()] as const;
    for (const one of made) await decide(raw, one);
    await appendEvent(raw, { event: 'retired', decision: made[1].id, at: AT, by: 'bo' });
    expect(await readDecisions(raw)).toEqual({ decisions: [made[0], made[2]], broken: [] });
    expect(readFileSync(decisionsPath(raw), 'utf8').match(/\n/g)?.length).toBe(4);
  });

  it('is only added to, and takes nothing that it could not read', async () => {
    const raw = scratchFolder();
    await decide(raw, decision());
    const before = readFileSync(decisionsPath(raw), 'utf8');
    await expect(decide(raw, { ...decision(), by: '' })).rejects.toThrow();
    await decide(raw, decision());
    expect(readFileSync(decisionsPath(raw), 'utf8').startsWith(before)).toBe(true);
    expect((await readDecisions(raw)).decisions.length).toBe(2);
  });

  it('loses nothing but a broken line, and goes on behind a torn one', async () => {
    const raw = scratchFolder();
    const [one, two] = [decision(), decision()];
    await decide(raw, one);
    appendFileSync(decisionsPath(raw), '{"event":"decided"}\n\n{"event":"dec');
    await decide(raw, two);
    const { decisions, broken } = await readDecisions(raw);
    expect(decisions).toEqual([one, two]);
    expect(broken.map(({ line }) => line)).toEqual([2, 4]);
    expect(broken.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('decision'),
      expect.stringContaining('expected JSON'),
    ]);
  });

  it('loses nothing where several processes write at once', async () => {
    const raw = scratchFolder();
    const script = `
      const { appendEvent, newDecisionId } = await import(${JSON.stringify(built('io/decisions.js'))});
      const decision = ${JSON.stringify(decision())};
      for (let i = 0; i < 100; i++)
        await appendEvent(${JSON.stringify(raw)}, {
          event: 'decided',
          decision: { ...decision, id: newDecisionId(), passage: { text: 'x'.repeat(i * 100 + 1), occurrence: 0 } },
        });`;
    const ended = await Promise.all(
      [1, 2, 3].map(() => run(process.execPath, ['--input-type=module', '-e', script], raw)),
    );
    expect(ended.map(({ stderr }) => stderr)).toEqual(['', '', '']);
    const { decisions, broken } = await readDecisions(raw);
    expect(broken).toEqual([]);
    expect(decisions.length).toBe(300);
  });

  it('is no raw document', async () => {
    const raw = scratchFolder();
    writeTree(raw, { 'a.txt': 'a' });
    await decide(raw, decision());
    const walk = await walkRaw(raw, `${raw}-clean`);
    expect([walk.files.map(({ rawPath }) => rawPath), walk.leftAlone]).toEqual([['a.txt'], []]);
  });
});
