import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findVanished } from '../../src/commands/vanished.js';
import { Ledger, type LedgerEntry } from '../../src/io/ledger.js';
import { NOTHING } from '../../src/io/tally.js';
import { scratchFolder } from '../io/scratch.js';

it('what stands below a folder that could not be read has not gone', async () => {
  const root = scratchFolder();
  const ledger = await Ledger.open(join(root, 'ledger'));
  const entry: LedgerEntry = {
    ...{ path: '', size: 0, mtimeMs: 0, seenMs: 0, sha256: '', copydesk: '', rules: '', options: '', inputs: '' },
    ...{ clean: { size: 0, sha256: '' }, tally: NOTHING },
    lines: { learned: null, sources: [], held: '', version: '' },
    decided: { documents: '', sources: '' },
  };
  for (const path of ['closed/a.txt', 'gone/b.txt', 'here/c.txt']) await ledger.set({ ...entry, path });
  const raw = {
    files: [{ rawPath: 'here/c.txt', sidecar: false, container: false }],
    leftAlone: [],
    failed: [{ path: 'closed/', problem: 'EACCES' }],
  };
  const clean = { files: new Set(['closed/a.txt.json', 'gone/b.txt.json', 'here/c.txt.json']), parts: [] };
  expect(await findVanished(root, raw, clean, ledger)).toEqual([
    { cleanPath: 'gone/b.txt.json', rawPath: 'gone/b.txt' },
  ]);
  await ledger.close();
});
