import { resolve } from 'node:path';
import { UsageError } from '../core/errors.js';
import { approvedPathOf, isForeign, writeApproved } from '../io/approved.js';
import { readComparables } from '../io/read-comparables.js';
import { openConsole } from './console.js';
import { holdLock } from './hold-lock.js';
import { EXIT_CODES } from './interrupt.js';

export interface ApproveFlags {
  readonly approved?: string;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

const number = new Intl.NumberFormat('en');

/** Keeps what stands in a folder of records as the state that later ones are compared with. */
export async function approve(clean: string, flags: ApproveFlags, durable: boolean): Promise<number> {
  const path = flags.approved === undefined ? approvedPathOf(clean) : resolve(flags.approved);
  if (await isForeign(path))
    throw new UsageError(`--approved: ${path} is there already, and no approved state; remove it or name another`);
  const console = openConsole(flags.quiet ?? false);
  let [broken, seen] = [0, 0];
  const complain = (place: string, problem: string): void => {
    broken += 1;
    console.log.error({ event: 'broken', path: place, problem }, `${place}: ${problem}`);
  };
  async function* documents(): ReturnType<typeof readComparables> {
    for await (const placed of readComparables(clean, () => true, complain)) {
      seen += 1;
      console.progress(`approving: ${number.format(seen)} documents so far`);
      yield placed;
    }
  }
  try {
    return await holdLock(
      clean,
      console.log,
      async (interrupt) => {
        const options = { durable, tag: process.pid.toString(36) };
        const approved = await writeApproved(path, documents(), options, () => interrupt.name !== null);
        console.done();
        if (approved === null) return interrupt.name === null ? 1 : EXIT_CODES[interrupt.name];
        if (approved === 0) throw new UsageError(`compare: ${clean} holds no records that could be approved`);
        if (flags.json === true) process.stdout.write(JSON.stringify({ approved, broken, path }, null, 2) + '\n');
        else if (flags.quiet !== true)
          process.stdout.write(`approved ${number.format(approved)} ${approved === 1 ? 'document' : 'documents'}\n`);
        return broken > 0 ? 1 : 0;
      },
      'what was approved before stays so',
    );
  } finally {
    console.done();
  }
}
