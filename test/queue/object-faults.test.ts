import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import type { ObjectStore } from '../../src/io/storage/object-store.js';
import { openS3 } from '../../src/io/storage/s3-store.js';
import { sideBySide } from '../../src/io/storage/side-by-side.js';
import { copydesk, startCopydesk } from '../commands/built.js';
import { collect, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { HAS_CEPH, startCeph, useCeph, type Ceph } from '../storage/ceph.js';
import { freshQueue, HAS_SERVERS, startServers, type QueueServer } from './servers.js';
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

  /** Documents in the bucket, their records as one process makes them in folders, and the options of runs over them. */
  async function setUp(
    name: string,
    write: (folder: string) => void,
  ): Promise<{
    readonly root: string;
    readonly clean: ObjectStore;
    readonly undisturbed: Readonly<Record<string, string>>;
    readonly places: readonly string[];
    readonly records: () => Promise<Record<string, string>>;
  }> {
    const root = scratchFolder();
    const documents = join(root, 'raw');
    write(documents);
    expect((await copydesk(['clean', '--engine', 'inline', '--clean', 'undisturbed'], root)).code).toBe(0);
    const raw = await openAt(`${name}/raw/`);
    const clean = await openAt(`${name}/clean/`);
    await sideBySide(Object.keys(readTree(documents)), AT_ONCE, (path) => raw.upload(join(documents, path), path));
    return {
      root,
      clean,
      undisturbed: readTree(join(root, 'undisturbed')),
      places: [`--raw=s3://${BUCKET}/${name}/raw`, `--clean=s3://${BUCKET}/${name}/clean`],
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
    };
  }

  it('is refused to a second planner, ends when it is told to, and is gone on with', async () => {
    const { root, clean, undisturbed, places, records } = await setUp('told', (folder) => {
      const text = 'The harbour board met on Monday, and its members disagreed. ';
      writeTree(
        folder,
        Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.txt`, `${at}: ${text.repeat(5)}`])),
      );
    });
    const url = freshQueue(servers[0] as QueueServer);
    const run = ['clean', '--queue', url, ...places];
    const first = startCopydesk([...run, '--work=first'], root);
    while ((await collect(clean.list('.copydesk/queue/'))).length === 0) await sleep(50);
    const second = await copydesk([...run, '--work=second'], root);
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toMatch(
      /^copydesk: another run \(process \d+ on .*\) holds s3:\/\/news\/told\/clean\/\.copydesk\/lock; /,
    );
    first.child.kill('SIGINT');
    expect((await first.ended).code).toBe(130);
    expect(await collect(clean.list('.copydesk/queue/'))).toEqual([]);
    // Told where by the run alone.
    const worker = startCopydesk(['work', '--queue', url, '--jobs', '1', '--work=second', '--quiet'], root);
    const last = await copydesk([...run, '--work=second'], root);
    expect(last.code, last.stderr).toBe(0);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await records()).toEqual(undisturbed);
    expect(await collect(clean.list('.copydesk/queue/'))).toEqual([]);
  }, 120_000);

  // One server befalls it as the other does; both where there is time.
  const some = process.env['COPYDESK_TEST_FAULTS'] === undefined ? servers.slice(0, 1) : servers;

  it.each(some.map((server) => [server.name, server] as const))(
    `%s: gives what one process gives in folders, to the byte (${FAULTS} faults)`,
    async (name, server) => {
      const { root, clean, undisturbed, places, records } = await setUp(name, writeDocuments);
      const chance = new Chance(SEED);
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
          records,
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
