#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { registerCommands } from './commands/index.js';
import { refuseObjects } from './commands/local-only.js';
import { UsageError } from './core/errors.js';
import { LockedError } from './io/lock.js';
import { copydeskVersion } from './io/provenance.js';

/** Wrong usage or configuration. */
const USAGE = 2;
/** Another run holds the lock. */
const LOCKED = 3;
/** A defect of copydesk itself; sysexits.h calls it EX_SOFTWARE. */
const DEFECT = 70;

function complain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE; // Commander has said it.
  const known = error instanceof UsageError || error instanceof LockedError;
  const message = error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`copydesk: ${message}\n`);
  return error instanceof UsageError ? USAGE : error instanceof LockedError ? LOCKED : DEFECT;
}

// Whoever reads our output may stop reading ("| head"): nothing is left to do then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const program = new Command('copydesk')
  .description('Cleans scraped news: raw documents in, one normalized record per document out.')
  .version(copydeskVersion())
  .exitOverride()
  .showSuggestionAfterError(false)
  .hook('preAction', (_, command) => {
    refuseObjects(command);
  })
  .configureOutput({
    outputError: (message, write) => {
      write(`copydesk: ${message.replace(/^error: /, '')}`);
    },
  });

const [, , first] = process.argv;
/** Needs no command, and to load them all takes longer than a second. */
const asksForVersion = first === '--version' || first === '-V';

try {
  if (!asksForVersion) await registerCommands(program, first);
  await program.parseAsync();
} catch (error) {
  process.exitCode = complain(error);
}
