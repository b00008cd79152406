import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decisionEventSchema, type Decision, type DecisionEvent } from '../core/decision.js';
import { describeIssues, parseJson } from './issues.js';
import { makeFolder } from './make-folder.js';
import { STATE_FOLDER } from './paths.js';
import { readOptional } from './read-optional.js';

/**
 * What people decided: raw/.copydesk/decisions.jsonl, one event a line, to which lines are added and of which none is ever changed. It
 * stands with the raw documents, as it is input like them and cannot be made again.
 */

export const decisionsPath = (raw: string): string => join(raw, STATE_FOLDER, 'decisions.jsonl');

/** A name that no other decision has. */
export const newDecisionId = (): string => randomBytes(10).toString('hex');

const LINE_FEED = '\n';

/**
 * Adds an event in one write, which other processes cannot get in between, and waits until it has reached the disk. Behind a line that a
 * crash has torn it begins a new one.
 */
export async function appendEvent(raw: string, event: DecisionEvent): Promise<void> {
  const line = JSON.stringify(decisionEventSchema.parse(event)) + LINE_FEED;
  const path = decisionsPath(raw);
  await makeFolder(dirname(path));
  const file = await open(path, 'a+');
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString() !== LINE_FEED;
    const bytes = Buffer.from(isTorn ? LINE_FEED + line : line);
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length) throw new Error(`${path}: the disk took only a part of a decision`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A line of the log that says nothing. */
export interface BrokenLine {
  /** From 1. */
  readonly line: number;
  readonly problem: string;
}

export interface DecisionLog {
  /** Those that hold, in the order in which they were made. */
  readonly decisions: readonly Decision[];
  readonly broken: readonly BrokenLine[];
}

/** Reads the log of a folder of raw documents. A missing one holds no decisions, a broken line costs itself. */
export async function readDecisions(raw: string): Promise<DecisionLog> {
  const active = new Map<string, Decision>();
  const broken: BrokenLine[] = [];
  const text = await readOptional(decisionsPath(raw));
  text.split(LINE_FEED).forEach((line, i) => {
    if (line.trim() === '') return;
    const event = parseEvent(line);
    if ('problem' in event) broken.push({ line: i + 1, ...event });
    else if (event.event === 'decided') active.set(event.decision.id, event.decision);
    else active.delete(event.decision);
  });
  return { decisions: [...active.values()], broken };
}

function parseEvent(line: string): DecisionEvent | { readonly problem: string } {
  const parsed = parseJson(line);
  if ('problem' in parsed) return parsed;
  const { data, error } = decisionEventSchema.safeParse(parsed.json);
  return data ?? { problem: describeIssues(error) };
}
