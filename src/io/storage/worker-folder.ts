import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.js';
import { identitySchema, isAlive, ownIdentity } from '../process-identity.js';

/** Says which process's folder it is. */
const SIGN = 'process.json';
const PREFIX = 'worker-';

/** Whether the process that a folder was made for is known to have ended. */
async function isLeft(folder: string): Promise<boolean> {
  try {
    const identity = identitySchema.parse(JSON.parse(await readFile(join(folder, SIGN), 'utf8')));
    return isAlive(identity) === false;
  } catch {
    return false;
  }
}

/** A new folder for what one worker brings, beside those of others on this machine; removes what those have left that were killed. */
export async function openWorkerFolder(beside: string): Promise<string> {
  await makeFolder(beside);
  for (const name of await readdir(beside)) {
    const folder = join(beside, name);
    if (name.startsWith(PREFIX) && (await isLeft(folder))) await rm(folder, { recursive: true, force: true });
  }
  const own = await mkdtemp(join(beside, PREFIX));
  await writeFile(join(own, SIGN), JSON.stringify(ownIdentity()) + '\n');
  return own;
}
