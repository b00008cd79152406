import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/commands/run-report.js';
import { httpResponse, warcRecord } from '../io/warc/warc-file.js';
import { readTree, scratchFolder, writeTree } from '../io/scratch.js';
import { copydesk, startCopydesk } from './built.js';

const DOCUMENTS = 600;
const PARAGRAPH =
  'The ferry company said on Monday that its boats will stay in the harbour until the storm has passed. ';
const pageOf = (number: number): string =>
  `<html><body><nav><a href="/">Harbour news</a></nav><article><h1>Ferry report ${number}</h1>${Array.from(
    { length: 4 + (number % 9) },
    (_, i) => `<p>Note ${number}.${i}: ${PARAGRAPH.repeat(1 + (i % 3))}</p>`,
  ).join('')}</article></body></html>`;

/** One gzip member, so that a reader can only begin at the beginning; and lines. */
const CONTAINERS: Record<string, () => string | Uint8Array> = {
  'pages.warc.gz': () =>
    gzipSync(
      Buffer.concat(
        Array.from({ length: DOCUMENTS }, (_, number) =>
          warcRecord({
            id: `urn:uuid:${number}`,
            uri: `https://harbour.example/${number}`,
            block: httpResponse(pageOf(number)),
          }),
        ),
      ),
    ),
  'pages.jsonl': () =>
    Array.from({ length: DOCUMENTS }, (_, id) =>
      JSON.stringify({ id, url: `https://harbour.example/${id}`, html: pageOf(id) }),
    ).join('\n'),
};

const partsIn = (clean: string): string[] =>
  existsSync(clean) ? readdirSync(clean).filter((name) => name.endsWith('.part')) : [];

const sizeOf = (clean: string): number =>
  partsIn(clean).reduce((size, name) => size + (statSync(join(clean, name), { throwIfNoEntry: false })?.size ?? 0), 0);

interface ShardEvent {
  readonly event: string;
  readonly resumed: number;
}

const PATIENCE_MS = 300_000;

describe.each(Object.entries(CONTAINERS))('a run that is killed again and again within %s', (name, content) => {
  it(
    'goes on where it was, and ends as an undisturbed one',
    async () => {
      const root = scratchFolder();
      writeTree(join(root, 'raw'), { [name]: content() });
      const undisturbed = await copydesk(['clean', '--clean', 'undisturbed', '--json'], root);
      expect(undisturbed.code).toBe(0);
      const { documents } = JSON.parse(undisturbed.stdout) as RunReport;
      const size = statSync(join(root, 'undisturbed', `${name}.jsonl`)).size;

      const clean = join(root, 'clean');
      const sizes: number[] = [];
      for (const share of [0, 0.15, 0.3, 0.3, 0.5, 0.65]) {
        const { child, ended } = startCopydesk(['clean'], root);
        while (child.exitCode === null && sizeOf(clean) < share * size) await sleep(2);
        await sleep(Math.random() * 30);
        child.kill('SIGKILL');
        await ended;
        sizes.push(sizeOf(clean));
        expect(existsSync(join(clean, `${name}.jsonl`))).toBe(false);
      }
      expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);

      const last = await copydesk(['clean', '--json'], root);
      expect(last.code).toBe(0);
      expect((JSON.parse(last.stdout) as RunReport).documents).toEqual(documents);
      const shard = last.stderr
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as ShardEvent)
        .find(({ event }) => event === 'shard');
      expect(shard?.resumed).toBeGreaterThan(DOCUMENTS / 2);
      expect(readTree(clean)).toEqual(readTree(join(root, 'undisturbed')));
      expect(partsIn(clean)).toEqual([]);
      const again = JSON.parse((await copydesk(['clean', '--json'], root)).stdout) as RunReport;
      expect(again.files).toMatchObject({ cleaned: 0, skipped: 1 });
    },
    PATIENCE_MS,
  );
});
