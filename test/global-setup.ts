import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function newestIn(folder: string): number {
  let newest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return newest;
}

/**
 * Tests of the commands run the built program, those of the review page the built page: builds each once, and only if its sources are
 * newer. Types are another check's business; what does not build fails its own tests, not the others.
 */
export default function setup(): void {
  if (!isBuilt('dist/cli.js', 'src'))
    run('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--noCheck']);
  if (!isBuilt('dist/review/app/app.js', 'src/review/app'))
    run('node_modules/vite/bin/vite.js', ['build', 'src/review/app']);
}

const isBuilt = (built: string, sources: string): boolean =>
  (statSync(join(root, built), { throwIfNoEntry: false })?.mtimeMs ?? 0) > newestIn(join(root, sources));

const run = (program: string, options: readonly string[]): void => {
  spawnSync(process.execPath, [join(root, program), ...options], { cwd: root, stdio: 'inherit' });
};
