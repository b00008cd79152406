import { extname, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { loadConfig } from '../io/config.js';
import { errorCode } from '../io/error-code.js';
import { isInside } from '../io/paths.js';
import { replaceLines } from '../io/part-file.js';
import { copydeskVersion } from '../io/provenance.js';
import { Desk } from '../review/desk/desk.js';
import { makeReport } from '../review/make-report.js';
import { reportPage, type Assets } from '../review/report-page.js';
import { cleanFolderOf } from './clean-folder.js';
import { openConsole } from './console.js';
import { logOf, openHoldings, readAssets } from './review-desk.js';
import { wholeNumber } from './whole-number.js';

interface ReportFlags {
  readonly raw?: string;
  readonly clean?: string;
  readonly documents: number;
  readonly title?: string;
  readonly quiet?: boolean;
  readonly config?: string;
}

const DOCUMENTS = 50;
/** What mail servers and build systems take without a word. */
const MOST_BYTES = 5_000_000;

function assetsFrom(files: ReadonlyMap<string, Buffer>): Assets {
  const textOf = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  return { script: textOf('app.js'), style: textOf('app.css') };
}

async function report(out: string, flags: ReportFlags): Promise<void> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const path = resolve(out);
  if (!['.html', '.htm'].includes(extname(path).toLowerCase()))
    throw new UsageError(`report: expected a file that ends in .html, got "${out}"`);
  const clean = await cleanFolderOf(flags, config);
  for (const folder of [raw, clean])
    if (isInside(path, folder)) throw new UsageError(`report: ${out} lies in ${folder}; name another place`);
  const console = openConsole(flags.quiet ?? false);
  const holdings = await openHoldings(clean, console);
  await holdings.refresh();
  console.done();
  const assets = assetsFrom(await readAssets());
  const now = new Date();
  const author = { by: 'report', now: Date.now, newId: () => '' };
  const made = await makeReport(new Desk({ clean, holdings, log: logOf(raw, console), author }), {
    title: flags.title ?? `copydesk, ${now.toISOString().slice(0, 10)}`,
    made: now.toISOString(),
    copydesk: copydeskVersion(),
    documents: flags.documents,
    bytes: MOST_BYTES - Buffer.byteLength(assets.script) - Buffer.byteLength(assets.style) - 10_000,
  });
  await holdings.close();
  const page = reportPage(made, assets);
  await replaceLines(path, [page]).catch((error: unknown) => {
    throw new UsageError(`report: cannot write ${out}: ${errorCode(error) ?? 'failed'}`, { cause: error });
  });
  if (flags.quiet !== true)
    process.stdout.write(
      `${made.documents.length} of ${made.overview.documents.total} documents to ${out} (${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB)\n`,
    );
}

export function register(program: Command): void {
  program
    .command('report')
    .description('write the overview and the riskiest documents as one page that needs no server')
    .argument('<out>', 'the .html file to write')
    .option('--documents <n>', `the most documents that it shows (default: ${DOCUMENTS})`, wholeNumber, DOCUMENTS)
    .option('--title <text>', 'what the page is called (default: copydesk and the day)')
    .option('--raw <dir>', 'folder of the raw documents, where decisions are kept (default: raw)')
    .option('--clean <dir>', 'folder of the records (default: clean)')
    .option('--quiet', 'say nothing but errors')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(report);
}
