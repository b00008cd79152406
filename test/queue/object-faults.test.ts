import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import type { ObjectStore } from '../../src/io/storage/object-store.js';
import { openS3 } from '../../src/io/storage/s3-store.js';
import { sideBySide } from '../../src/io/storage/side-by-side.js';
import { copydesk } from '../commands/built.js';
import { collect, readTree, scratchFolder } from '../io/scratch.js';
import { HAS_CEPH, startCeph, useCeph, type Ceph } from '../storage/ceph.js';
import { freshQueue, HAS_SERVERS, startServers } from './servers.js';
import { FAULTS, outlast, PATIENCE_MS, SEED, writeDocuments } from './trouble.js';

/** What befalls machines that share nothing but a queue and a bucket, to the last byte. */

const BUCKET = 'news';
const AT_ONCE = 16;

const openAt = (prefix: string): Promise<ObjectStore> =>
  openS3('--clean', { bucket: BUCKET, prefix, shown: `s3://${BUCKET}/${prefix}` });

describe.runIf(HAS_CEPH && HAS_SERVERS)('a run over a queue and object storage, whatever befalls it', async () => {
  const servers = await startServers();
  let ceph: Ceph;
  beforeAll(async () => {
    ceph = await startCeph();
    await useCeph(ceph, BUCKET);
  }, 120_000);
  afterAll(() => {
    ceph.stop();
  });

  it.each(servers.map((server) => [server.name, server] as const))(
    `%s: gives what one process gives in folders, to the byte (${FAULTS} faults)`,
    async (name, server) => {
      const root = scratchFolder();
      const documents = join(root, 'raw');
      writeDocuments(documents);
      expect((await copydesk(['clean', '--engine', 'inline', '--clean', 'undisturbed'], root)).code).toBe(0);
      const undisturbed = readTree(join(root, 'undisturbed'));
      const raw = await openAt(`${name}/raw/`);
      const clean = await openAt(`${name}/clean/`);
      await sideBySide(Object.keys(readTree(documents)), AT_ONCE, (path) => raw.upload(join(documents, path), path));

      const chance = new Chance(SEED);
      const places = [`--raw=s3://${BUCKET}/${name}/raw`, `--clean=s3://${BUCKET}/${name}/clean`];
      const machines = ['machine', 'other'];
      const url = freshQueue(server);
      const { befallen, runs } = await outlast(
        {
          root,
          server,
          url,
          chance,
          kinds: ['kill', 'freeze', 'end', 'planner', 'stall', 'restart', 'lose', 'storage'],
          plannerOptions: () => [...places, `--work=${machines[chance.below(2)] ?? ''}`],
          workerOptions: [...places, '--work=worker'],
          async records() {
            const path = join(root, 'object');
            const found: Record<string, string> = {};
            for await (const { key } of clean.list()) {
              if (key.startsWith('.copydesk/')) continue;
              await clean.fetch(key, path);
              found[key] = readFileSync(path, 'utf8');
            }
            return found;
          },
          async forget() {
            const keys = (await collect(clean.list())).map(({ key }) => key);
            await sideBySide(keys, AT_ONCE, (key) => clean.remove(key));
            for (const machine of machines) rmSync(join(root, machine), { recursive: true, force: true });
          },
          storage: ceph,
        },
        undisturbed,
      );
      // What was killed after the end of the run that it belonged to is tidied up by the next one, which has nothing else to do.
      const last = await copydesk(['clean', '--queue', url, ...places, '--work=last'], root);
      expect(last, last.stderr).toMatchObject({ code: 0, stdout: expect.stringContaining(' 0 cleaned') as string });
      expect(await collect(clean.list('.copydesk/queue/'))).toEqual([]);
      process.stderr.write(`${name} and Ceph: ${befallen.length} faults in ${runs} runs, none with another outcome\n`);
    },
    PATIENCE_MS,
  );
});
