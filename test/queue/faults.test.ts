import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import { copydesk } from '../commands/built.js';
import { readTree, scratchFolder } from '../io/scratch.js';
import { freshQueue, HAS_SERVERS, startServers } from './servers.js';
import { FAULTS, outlast, PATIENCE_MS, SEED, writeDocuments } from './trouble.js';

/** What befalls machines that share a folder, to the last byte. */

/** Clean files, without what an attempt may have left that was killed after the run had ended. */
const cleanFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(readTree(folder)).filter(([path]) => !path.endsWith('.part')));

describe.skipIf(!HAS_SERVERS)('a run over a queue, whatever befalls it', async () => {
  const servers = await startServers();

  it.each(servers.map((server) => [server.name, server] as const))(
    `%s: gives what an undisturbed one gives, to the byte (${FAULTS} faults)`,
    async (name, server) => {
      const root = scratchFolder();
      writeDocuments(join(root, 'raw'));
      expect((await copydesk(['clean', '--engine', 'inline', '--clean', 'undisturbed'], root)).code).toBe(0);
      const undisturbed = readTree(join(root, 'undisturbed'));
      const clean = join(root, 'clean');
      const { befallen, runs } = await outlast(
        {
          root,
          server,
          url: freshQueue(server),
          chance: new Chance(SEED),
          kinds: ['kill', 'freeze', 'end', 'planner', 'restart', 'lose'],
          plannerOptions: () => [],
          workerOptions: [],
          records: () => Promise.resolve(cleanFiles(clean)),
          async forget() {
            rmSync(clean, { recursive: true });
            mkdirSync(clean);
            await Promise.resolve();
          },
        },
        undisturbed,
      );
      // What was killed after the end of the run that it belonged to is tidied up by the next one.
      expect((await copydesk(['clean'], root)).code).toBe(0);
      expect(readTree(clean)).toEqual(undisturbed);
      process.stderr.write(`${name}: ${befallen.length} faults in ${runs} runs, none with another outcome\n`);
    },
    PATIENCE_MS,
  );
});
