import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chance } from '../../src/bench/chance.js';
import type { RunReport } from '../../src/commands/run-report.js';
import { run } from '../../src/commands/run.js';
import type { RunSettings } from '../../src/commands/settings.js';
import type { ObjectStore } from '../../src/io/storage/object-store.js';
import { localFolders } from '../../src/io/storage/run-objects.js';
import { openS3 } from '../../src/io/storage/s3-store.js';
import { sideBySide } from '../../src/io/storage/side-by-side.js';
import { copydesk, start, startCopydesk, type Ended } from '../commands/built.js';
import { Collection } from '../commands/collection.js';
import { standInEngine } from '../engines/stand-in.js';
import { collect, readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { HAS_CEPH, startCeph, useCeph, type Ceph } from './ceph.js';
import { keepsToContract, ODD_KEYS } from './store-contract.js';

/** Runs over a real server, from the command line as far as it goes. */

const BUCKET = 'news';
let ceph: Ceph;
let prefixes = 0;
let stores: (prefix: string) => ObjectStore;

/** A place in the bucket that no other test has. */
const fresh = (): string => `t${prefixes++}/`;

/** Kills, and where their moments come from: more of both are for a long night. */
const KILLS = Number(process.env['COPYDESK_TEST_KILLS'] ?? 5);
const SEED = Number(process.env['COPYDESK_TEST_SEED'] ?? 1);

/** More objects than are listed in one answer. */
const PAGEFUL = 1050;

const PARAGRAPH =
  'The council met on Tuesday to discuss the budget for the coming year, and members disagreed about the cost of the bridge. ';

const pages = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `${number % 5}/report ${number}.html`,
      `<html><body><nav><a href="/">Home</a></nav><article><h1>Report ${number}</h1><p>Item ${number}: ${PARAGRAPH.repeat(1 + (number % 9))}</p></article></body></html>`,
    ]),
  );

/** So large that its documents are spread over the threads. */
const container = (count: number): string =>
  Array.from({ length: count }, (_, id) => JSON.stringify({ id, text: `${id}: ${PARAGRAPH.repeat(24)}` })).join('\n');

async function put(store: ObjectStore, files: Readonly<Record<string, string>>): Promise<void> {
  const folder = scratchFolder();
  const named = Object.entries(files).map(([key, content], at) => ({ key, content, name: `${at}` }));
  writeTree(folder, Object.fromEntries(named.map(({ name, content }) => [name, content])));
  await sideBySide(named, 16, ({ key, name }) => store.upload(join(folder, name), key));
}

/** All objects below a prefix but the tool's own state. */
async function objectsBelow(prefix: string): Promise<Record<string, string>> {
  const path = join(scratchFolder(), 'object');
  const store = stores(prefix);
  const found: Record<string, string> = {};
  for await (const { key } of store.list()) {
    if (key.startsWith('.copydesk/')) continue;
    await store.fetch(key, path);
    found[key] = readFileSync(path, 'utf8');
  }
  return found;
}

/** The options of a run over a place in the bucket. */
const options = (place: string, work: string): string[] => {
  const url = `s3://${BUCKET}/${place}`;
  return ['clean', '--raw', `${url}raw`, '--clean', `${url}clean`, '--work', work, '--jobs', '2'];
};

const clean = (place: string, work: string, ...more: string[]): Promise<Ended> =>
  copydesk([...options(place, work), ...more], work);

/** A run in this process, with a stand-in for the pipeline. */
function runHere(place: string, work: string, changes: Partial<RunSettings> = {}): Promise<RunReport> {
  const url = `s3://${BUCKET}/${place}`;
  const remote = { raw: `${url}raw`, clean: `${url}clean`, work };
  const log = pino({ level: 'silent' });
  const console = { log, progress: () => undefined, done: () => undefined };
  const settings = { ...new Collection({}).settings(), ...localFolders(work), remote, ...changes };
  return run(settings, { console, now: () => Date.now(), engine: standInEngine(2) });
}

describe.runIf(HAS_CEPH)('object storage', { timeout: 300_000 }, () => {
  beforeAll(async () => {
    ceph = await startCeph();
    await useCeph(ceph, BUCKET);
    const opened = new Map<string, ObjectStore>();
    const prepare = async (prefix: string): Promise<void> => {
      opened.set(prefix, await openS3('--raw', { bucket: BUCKET, prefix, shown: `s3://${BUCKET}/${prefix}` }));
    };
    for (let at = 0; at < 40; at++) for (const below of ['', 'raw/', 'clean/']) await prepare(`t${at}/${below}`);
    stores = (prefix) => {
      const store = opened.get(prefix);
      if (!store) throw new Error(`${prefix}: not opened`);
      return store;
    };
  }, 120_000);

  afterAll(() => {
    ceph.stop();
  });

  describe('of Ceph', () => {
    keepsToContract(() => stores(fresh()));
  });

  it('gives the records that folders give, and nothing is done twice', async () => {
    const files = { ...pages(12), 'c.jsonl': container(20) };
    const root = scratchFolder();
    writeTree(join(root, 'raw'), files);
    const place = fresh();
    await put(stores(`${place}raw/`), files);
    const folders = await copydesk(['clean', '--jobs', '2'], root);
    const objects = await clean(place, scratchFolder());
    expect([folders.code, objects.code]).toEqual([0, 0]);
    expect(await objectsBelow(`${place}clean/`)).toEqual(readTree(join(root, 'clean')));
    const other = scratchFolder();
    const learned = await copydesk(['learn', ...options(place, other).slice(1), '--json'], other);
    expect(learned).toMatchObject({ code: 0, stdout: expect.stringContaining('"documents": 0') as string });
    const again = await clean(place, other, '--json');
    expect((JSON.parse(again.stdout) as RunReport).documents).toMatchObject({ total: 32, cleaned: 0, skipped: 32 });
  });

  it('has keys with blanks and other scripts, and names those that lead elsewhere', async () => {
    const place = fresh();
    await put(stores(`${place}raw/`), Object.fromEntries(ODD_KEYS.map((key) => [key, 'Some text.'])));
    const work = scratchFolder();
    const { failed, files } = await runHere(place, work);
    expect(failed.map(({ path }) => path).sort()).toEqual(['../up.txt', './here.txt', '/lead.txt', 'a//b.txt']);
    expect(files).toMatchObject({ cleaned: 3, failed: 4 });
    const records = await objectsBelow(`${place}clean/`);
    expect(Object.keys(records).sort()).toEqual(
      ['q\'"&<>.txt.json', 'a b/ü – 汉.txt.json', 'plus+and%20.txt.json'].sort(),
    );
  });

  it('is listed page by page', async () => {
    const place = fresh();
    const files = Object.fromEntries(
      Array.from({ length: PAGEFUL }, (_, at) => [`${at % 10}/${at}.txt`, `text ${at}`]),
    );
    await put(stores(`${place}raw/`), files);
    const work = scratchFolder();
    expect((await runHere(place, work)).documents).toMatchObject({ total: PAGEFUL, cleaned: PAGEFUL });
    expect(await collect(stores(`${place}clean/`).list())).toHaveLength(PAGEFUL + (await stateOf(place)));
    expect((await runHere(place, work)).documents).toMatchObject({ total: PAGEFUL, cleaned: 0 });
  });

  it('takes a container of 20 MB, in several parts', async () => {
    const place = fresh();
    const line = PARAGRAPH.repeat(820);
    const lines = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, text: `${id} ${line}` }));
    await put(stores(`${place}raw/`), { 'large.jsonl': lines.join('\n') });
    expect((await runHere(place, scratchFolder())).documents).toMatchObject({ total: 200, accepted: 200 });
    const records = (await objectsBelow(`${place}clean/`))['large.jsonl.jsonl'] ?? '';
    expect(records.length).toBeGreaterThan(20_000_000);
    expect(
      records
        .trimEnd()
        .split('\n')
        .map((text) => (JSON.parse(text) as { text: string }).text.split(' ')[0]),
    ).toEqual(lines.map((_, id) => `${id}`));
  });

  it('refuses a second run, from whatever machine', async () => {
    const place = fresh();
    await put(stores(`${place}raw/`), pages(60));
    const first = startCopydesk(options(place, scratchFolder()), scratchFolder());
    const lock = `${place}clean/`;
    while ((await stores(lock).read('.copydesk/lock')) === null) await sleep(20);
    const second = await clean(place, scratchFolder());
    expect(second).toMatchObject({ code: 3, stdout: '' });
    expect(second.stderr).toMatch(
      /^copydesk: another run \(process \d+ on .*\) holds s3:\/\/news\/.*; wait until it is done\n$/,
    );
    expect((await first.ended).code).toBe(0);
  });

  it('ends the same after kills at any moment, on one machine or on another', async () => {
    const files = { ...pages(40), 'c.jsonl': container(100) };
    const root = scratchFolder();
    writeTree(join(root, 'raw'), files);
    expect((await copydesk(['clean', '--jobs', '2'], root)).code).toBe(0);
    const chance = new Chance(SEED);
    const place = fresh();
    await put(stores(`${place}raw/`), files);
    const machines = [scratchFolder(), scratchFolder()];
    let killed = 0;
    for (let at = 0; at < KILLS; at++) {
      const work = machines[chance.below(2)] ?? '';
      const { child, ended } = startCopydesk(options(place, work), work);
      await sleep(800 + chance.below(5000));
      child.kill('SIGKILL');
      if ((await ended).signal === 'SIGKILL') killed += 1;
    }
    expect(killed).toBeGreaterThan(0);
    const last = await clean(place, machines[0] ?? '', '--json');
    expect(last.code, last.stderr).toBe(0);
    expect(await objectsBelow(`${place}clean/`)).toEqual(readTree(join(root, 'clean')));
    const check = await clean(place, scratchFolder(), '--json');
    expect((JSON.parse(check.stdout) as RunReport).documents).toMatchObject({ total: 140, cleaned: 0, skipped: 140 });
  });

  it('that goes away in mid-run ends the run in one line, and the next one goes on', async () => {
    const place = fresh();
    await put(stores(`${place}raw/`), pages(60));
    const work = scratchFolder();
    const first = startCopydesk(options(place, work), work);
    while ((await collect(stores(`${place}clean/`).list())).length < 5) await sleep(50);
    ceph.goAway();
    const { code, stdout, stderr } = await first.ended;
    await ceph.comeBack();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/\ncopydesk: s3:\/\/news\/\S+: cannot be reached: [^\n]+\n$/);
    const report = JSON.parse((await clean(place, work, '--json')).stdout) as RunReport;
    expect(report.documents).toMatchObject({ total: 60, faulty: 0 });
    expect(Object.keys(await objectsBelow(`${place}clean/`))).toHaveLength(60);
  });

  describe('that cannot be used is one clear line:', () => {
    const place = fresh();
    const cases: [string, Record<string, string>, RegExp, string?][] = [
      ['no such bucket', {}, /there is no bucket "no-such-bucket"/, 'no-such-bucket'],
      ['no credentials', { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, /no credentials: set AWS_ACCESS_KEY_ID/],
      ['an unknown key', { AWS_ACCESS_KEY_ID: 'nobody' }, /credentials are not taken: InvalidAccessKeyId/],
      ['a wrong secret', { AWS_SECRET_ACCESS_KEY: 'wrong' }, /credentials are not taken: SignatureDoesNotMatch/],
      [
        'an endpoint that is down',
        { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
        /cannot be reached: ECONNREFUSED .*AWS_ENDPOINT_URL/,
      ],
      ['an endpoint that is none', { AWS_ENDPOINT_URL: 'localhost' }, /AWS_ENDPOINT_URL: localhost: expected a URL/],
    ];
    it.each(cases)('%s', async (_, changes, message, bucket = BUCKET) => {
      const before = { ...process.env };
      Object.assign(process.env, { HOME: scratchFolder() }, changes);
      const url = `s3://${bucket}/${place}`;
      const root = scratchFolder();
      const ended = await copydesk(['clean', '--raw', `${url}raw`, '--clean', `${url}clean`, '--work', root], root);
      process.env = before;
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr).toMatch(/^copydesk: [^\n]+\n$/);
      expect(ended.stderr).toMatch(message);
    });
  });
});

/** Objects of the tool's own. */
async function stateOf(place: string): Promise<number> {
  return (await collect(stores(`${place}clean/`).list('.copydesk/'))).length;
}

describe('object storage on the command line', () => {
  const refusals: [string, string[], RegExp][] = [
    ['a dry run', ['clean', '--raw', 's3://news/raw', '--clean', 's3://news/clean', '--dry-run'], /--dry-run: /],
    ['a URL without bucket', ['clean', '--raw', 's3://'], /--raw: s3:\/\/: expected s3:\/\/BUCKET/],
    [
      'records among the documents',
      ['clean', '--raw', 's3://news/a', '--clean', 's3://news'],
      /name another with --clean/,
    ],
    [
      'a command that reads folders',
      ['report', 'out.html', '--clean', 's3://news/clean'],
      /report: --clean: object storage is for/,
    ],
    ['a folder to work in, for folders', ['clean', '--work', 'here'], /--work: only for/],
  ];
  it.each(refusals)('refuses %s', async (_, args, message) => {
    const { code, stderr } = await copydesk(args, scratchFolder());
    expect(code).toBe(2);
    expect(stderr).toMatch(/^copydesk: [^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  it('says what to install where the client is not there', async () => {
    const root = scratchFolder();
    const from = fileURLToPath(new URL('../..', import.meta.url));
    cpSync(join(from, 'dist'), join(root, 'dist'), { recursive: true });
    cpSync(join(from, 'package.json'), join(root, 'package.json'));
    mkdirSync(join(root, 'node_modules'));
    for (const name of readdirSync(join(from, 'node_modules')).filter((one) => one !== '@aws-sdk'))
      symlinkSync(join(from, 'node_modules', name), join(root, 'node_modules', name));
    const args = ['clean', '--raw', 's3://news/raw', '--clean', 's3://news/clean', '--work', join(root, 'work')];
    const { code, stderr } = await start([join(root, 'dist/cli.js'), ...args], root).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^copydesk: --raw: the package @aws-sdk\/client-s3 is not installed; run: npm install [^\n]+\n$/,
    );
  });

  it('refuses it in the configuration, which is for folders', async () => {
    const root = scratchFolder();
    writeTree(root, { 'copydesk.config.json': '{"clean":"s3://news/clean"}' });
    const { code, stderr } = await copydesk(['clean'], root);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'copydesk: copydesk.config.json: clean: object storage is named on the command line: --clean s3://news/clean\n',
    });
  });
});
