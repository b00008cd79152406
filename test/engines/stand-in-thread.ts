import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built } from '../commands/built.js';
import { scratchFolder } from '../io/scratch.js';

/**
 * A module as a worker thread loads it: built code, for a thread cannot read TypeScript. Its documents do to the thread what their text
 * says: LOOP never ends, EAT takes memory without end, EXIT ends the process, STRAY throws outside of everything, BOOM throws. Of a shard
 * whose path says STOP the task throws what stops a run, and one whose path says WAIT takes a moment.
 */
const MODULE = `
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from ${JSON.stringify(built('core/errors.js'))};
import { cleanShard } from ${JSON.stringify(built('engines/clean-shard.js'))};
import { documentTasks } from ${JSON.stringify(built('engines/document-tasks.js'))};
import { answering } from ${JSON.stringify(built('engines/post.js'))};
import { watched } from ${JSON.stringify(built('engines/watched.js'))};
import { isFault } from ${JSON.stringify(built('io/reader.js'))};
import { readerFor } from ${JSON.stringify(built('io/readers/index.js'))};
import { openStored } from ${JSON.stringify(built('io/stored-file.js'))};
import { rejectedRecord } from ${JSON.stringify(built('stages/record.js'))};
import { sha256 } from ${JSON.stringify(built('stages/record/identity.js'))};

function clean(raw, options, provenance) {
  const text = Buffer.from(raw.payload).toString();
  if (text.includes('COUNT')) appendFileSync(process.env.COPYDESK_TEST_COUNT, '.');
  if (text.includes('LOOP')) for (;;);
  if (text.includes('EAT')) for (let eaten = {}; ; ) eaten = { eaten };
  if (text.includes('EXIT')) process.exit(7);
  if (text.includes('STRAY')) {
    queueMicrotask(() => { throw new Error('stray'); });
  }
  if (text.includes('BOOM')) throw new Error('boom');
  return rejectedRecord({ ...raw, sha256: sha256(raw.payload) }, { reason: 'empty', detail: text }, provenance);
}

async function before({ rawPath }) {
  if (rawPath.includes('WAIT')) await sleep(Math.random() * 4);
  if (rawPath.includes('STOP')) throw new UsageError('the disk is full');
}

export const tasks = {
  async learn(shard, context, pulse) {
    await before(shard);
    const items = readerFor(shard.rawPath).read(shard, openStored(join(context.raw, shard.rawPath)), context.limits);
    let documents = 0;
    for await (const item of watched(items, shard, pulse)) {
      if (isFault(item)) continue;
      clean(item, context.options, {});
      documents += 1;
    }
    return { shard, outcome: 'done', documents };
  },
  async clean(shard, context, pulse) {
    await before(shard);
    return cleanShard(shard, context, clean, pulse);
  },
};
const documents = documentTasks(clean);
export const work = answering(tasks, {
  ...documents,
  async learn(document, ...rest) {
    clean(document, {}, {});
    return documents.learn(document, ...rest);
  },
});
`;

/** Writes the module; for the time of a test. */
export function standInThread(module = MODULE): string {
  const path = join(scratchFolder(), 'thread.mjs');
  writeFileSync(path, module);
  return path;
}
