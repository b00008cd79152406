import { Option, type Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { loadConfig } from '../io/config.js';
import { isFaulty } from '../io/tally.js';
import { addCleanOptions } from './clean-options.js';
import type { StdinFlags } from './clean-stdin.js';
import { openConsole } from './console.js';
import { dryRun, type DryRunReport } from './dry-run.js';
import { summaryLine } from './run-report.js';
import { run } from './run.js';
import { loadOutcomeOptions, loadSettings, type CleanFlags } from './settings.js';

function print(text: string): void {
  process.stdout.write(text + '\n');
}

function printDryRun(report: DryRunReport): void {
  for (const { rawPath, cleanPath, why } of report.clean) print(`${rawPath} → ${cleanPath} (${why})`);
  print(
    `dry run: ${report.clean.length} files would be cleaned, ${report.skipped} skipped; ` +
      `${report.vanished.length} clean files have lost their raw files`,
  );
}

async function cleanFolder(flags: CleanFlags): Promise<number> {
  const settings = await loadSettings(flags, process.cwd());
  const console = openConsole(flags.quiet ?? false);
  const surroundings = { console, now: () => Date.now() };
  try {
    if (flags.dryRun) {
      const report = await dryRun(settings, surroundings);
      if (flags.json) print(JSON.stringify(report, null, 2));
      else if (!flags.quiet) printDryRun(report);
      return 0;
    }
    const report = await run(settings, surroundings);
    console.done();
    console.log.debug({ event: 'finished', ...report.documents, durationMs: report.durationMs }, summaryLine(report));
    if (flags.json) print(JSON.stringify(report, null, 2));
    else if (!flags.quiet) print(summaryLine(report));
    return report.exitCode;
  } finally {
    console.done();
  }
}

async function cleanStdin(flags: CleanFlags & StdinFlags): Promise<number> {
  const { options, limits } = await loadOutcomeOptions(await loadConfig(flags.config, process.cwd()));
  const { cleanStream } = await import('./clean-stdin.js');
  const record = await cleanStream(process.stdin, flags, options, limits);
  print(JSON.stringify(record, null, 2));
  process.stdin.destroy();
  return isFaulty(record) ? 1 : 0;
}

export function register(program: Command): void {
  const command = program
    .command('clean')
    .description('clean the raw documents that are new or have changed; with "-", one document from standard input')
    .argument('[document]', '"-" reads one document from standard input and writes its record to standard output');
  addCleanOptions(command)
    .option('--dry-run', 'say what would be done and write nothing')
    .option('--url <url>', 'with "-": the URL of the document')
    .addOption(new Option('--format <format>', 'with "-": its format (default: as it looks)').choices(['html', 'text']))
    .option('--content-type <type>', 'with "-": the HTTP content type it came with')
    .action(async (document: string | undefined, flags: CleanFlags & StdinFlags) => {
      if (document !== undefined && document !== '-')
        throw new UsageError(
          `clean: expected "-" or nothing, got "${document}"; name a folder with --raw, files in it with --only`,
        );
      process.exitCode = document === '-' ? await cleanStdin(flags) : await cleanFolder(flags);
    });
}
