import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder, writeTree } from '../io/scratch.js';
import { copydesk, startCopydesk } from './built.js';

const PATIENCE_MS = 60_000;

const TEXT =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the bridge. ';

/** Events of a log that begin with the schedule's own. */
const eventsIn = (stderr: string): { event: string; exitCode?: number }[] =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string; exitCode?: number });

describe('a schedule', () => {
  it(
    'runs again and again, one run after another, until it is told to end',
    async () => {
      const root = scratchFolder();
      writeTree(join(root, 'raw'), { 'a.txt': TEXT.repeat(5) });
      let isTold = false;
      const { child, ended: end } = startCopydesk(
        ['schedule', '* * * * * *', '--now', '--no-duplicates'],
        root,
        (text) => {
          if (isTold || text.split('"event":"run-ended"').length <= 3) return;
          isTold = child.kill('SIGTERM');
        },
      );
      const { code, stderr } = await end;
      expect(code).toBe(0);
      const events = eventsIn(stderr).filter(({ event }) => ['next-run', 'run-ended', 'stopped'].includes(event));
      expect(events.slice(0, 4).map(({ event }) => event)).toEqual(['run-ended', 'next-run', 'run-ended', 'next-run']);
      expect(events.at(-1)?.event).toBe('stopped');
      expect(events.filter(({ event, exitCode }) => event === 'run-ended' && exitCode !== 0)).toEqual([]);
      expect(readdirSync(join(root, 'clean'))).toContain('a.txt.json');
      expect(readdirSync(join(root, 'clean/.copydesk/runs')).length).toBeGreaterThanOrEqual(3);
    },
    PATIENCE_MS,
  );

  it('says at once what is wrong, and does not wait for the first time to come', async () => {
    const root = scratchFolder();
    writeTree(join(root, 'raw'), { 'a.txt': TEXT });
    for (const [args, message] of [
      [['* * *'], 'expected a cron expression'],
      [['* * * * *', '--raw', 'nowhere'], 'expected a folder of raw documents'],
      [['* * * * *', '--jitter', 'x'], 'expected a whole number'],
    ] as const) {
      const { code, stderr } = await copydesk(['schedule', ...args], root);
      expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
      expect(stderr).toContain(message);
    }
  });
});
