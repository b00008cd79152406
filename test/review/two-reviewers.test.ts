import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decisionEventSchema } from '../../src/core/decision.js';
import type { Decided } from '../../src/review/api.js';
import { copydesk } from '../commands/built.js';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { article } from './records.js';
import { startReview } from './start-review.js';

/** Two people who review one folder, each with a server of their own, one of which is killed. */

interface Reviewer {
  /** Corrects the headline; the id of the decision once the server has said that it is saved, null if it died before. */
  correct(headline: string): Promise<string | null>;
  kill(): void;
}

async function reviewer(root: string, by: string): Promise<Reviewer> {
  const { child, address } = await startReview(root, by);
  onTestFinished(() => void child.kill('SIGKILL'));
  const token = /name="copydesk-token" content="([^"]+)"/.exec(await (await fetch(address)).text())?.[1] ?? '';
  return {
    async correct(value) {
      const body = JSON.stringify({
        ref: { path: 'crane.txt.json', at: 0 },
        action: 'correct',
        field: 'headline',
        value,
      });
      const headers = { 'X-Copydesk-Token': token };
      try {
        const answer = await fetch(`${address}api/decisions`, { method: 'POST', headers, body });
        return ((await answer.json()) as Decided).decision.id;
      } catch {
        return null;
      }
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

describe('two reviewers at once', () => {
  it('lose no decision, also where a server is killed', async () => {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), { 'crane.txt': article('Council keeps the crane') });
    await copydesk(['clean', '--quiet', '--engine=inline'], root);
    const [ida, max] = await Promise.all([reviewer(root, 'ida'), reviewer(root, 'max')]);
    // The page asks for what the catalogue may not have read yet: the first question waits for it.
    await expect.poll(() => ida.correct('first')).not.toBeNull();
    await expect.poll(() => max.correct('first')).not.toBeNull();
    const saved: (string | null)[] = [];
    const work = async (who: Reviewer, diesAt: number): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        const asked = [who.correct(`${i}`), who.correct(`${i}!`)];
        if (i === diesAt) who.kill();
        saved.push(...(await Promise.all(asked)));
      }
    };
    await Promise.all([work(ida, Infinity), work(max, 20)]);
    const said = saved.filter((id) => id !== null);
    expect(said.length).toBeGreaterThanOrEqual(120 + 40);
    expect(said.length).toBeLessThan(240);
    const lines = readFileSync(join(root, 'raw/.copydesk/decisions.jsonl'), 'utf8').split('\n');
    const events = lines.flatMap((line) => {
      try {
        return [decisionEventSchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
    const logged = new Set(events.flatMap((event) => (event.event === 'decided' ? [event.decision.id] : [])));
    expect(said.filter((id) => !logged.has(id))).toEqual([]);
    // Each line but a torn one is whole.
    expect(lines.length - events.length).toBeLessThanOrEqual(2);
  });
});
