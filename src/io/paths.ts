import { sep } from 'node:path';
import { sha256 } from '../stages/record/identity.js';

/** Where things stand below clean/. All paths are relative and use '/'. */

/** The tool's own, rebuildable state. */
export const STATE_FOLDER = '.copydesk';

/** Longest file name that common file systems take, in bytes. */
const MAX_NAME = 255;
const CUT_NAME = 200;

/**
 * The clean file of a raw file: `a/b.html` → `a/b.html.json`, a container `c.jsonl.gz` → `c.jsonl.gz.jsonl`. Two raw files never
 * share one. A name that would grow too long for the file system is cut and gets a hash of the raw path instead.
 */
export function cleanPathOf(rawPath: string, container: boolean): string {
  const extension = container ? '.jsonl' : '.json';
  const slash = rawPath.lastIndexOf('/') + 1;
  const name = rawPath.slice(slash) + extension;
  if (Buffer.byteLength(name) <= MAX_NAME) return rawPath.slice(0, slash) + name;
  const cut = Buffer.from(name)
    .subarray(0, CUT_NAME)
    .toString()
    .replace(/\ufffd+$/, '');
  return `${rawPath.slice(0, slash)}${cut}~${sha256(rawPath).slice(0, 16)}${extension}`;
}

/** A temporary name beside the clean file: hidden, so that nobody reads it, and short, so that it fits where the clean file fits. */
export function partPathOf(cleanPath: string, run: string, number: number): string {
  return `${cleanPath.slice(0, cleanPath.lastIndexOf('/') + 1)}.copydesk-${run}-${number}.part`;
}

const RESUMABLE = '.copydesk-resume-';

/**
 * The part of a container, which the next run goes on with if this one is killed. `made` names all that decides what will stand in it, so
 * that a part of other rules, options, inputs or bytes has another name. It stands beside the clean file, as any part, for what is below
 * clean/ may lie on several disks, and only on one is renaming one step.
 */
export function resumablePartOf(cleanPath: string, made: string): string {
  const name = sha256(`${cleanPath}\n${made}`).slice(0, 24);
  return `${cleanPath.slice(0, cleanPath.lastIndexOf('/') + 1)}${RESUMABLE}${name}.part`;
}

export function isResumable(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith(RESUMABLE);
}

/**
 * The part of one attempt at a shard, where several workers may be at it without knowing of each other: each writes to its own. `key` names
 * all that decides what will stand in it. Counts as resumable, for at the beginning of a run the attempts of an earlier one may still be at
 * work, or done.
 */
export function attemptPartOf(part: string, key: string, attempt: string): string {
  return `${part.slice(0, part.lastIndexOf('/') + 1)}${RESUMABLE}${key}-${attempt}.part`;
}

/** Whether the name of a file is that of an attempt's part; of one with this key, if one is given. */
export function isAttempt(name: string, key = ''): boolean {
  return name.startsWith(RESUMABLE + key) && /^[0-9a-f]+-[0-9a-f]+\.part$/.test(name.slice(RESUMABLE.length));
}

export function isPart(name: string): boolean {
  return name.startsWith('.copydesk-') && name.endsWith('.part');
}

/** Whether an absolute path is a folder or stands below it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
