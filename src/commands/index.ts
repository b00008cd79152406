import type { Command } from 'commander';

/** A command's module. */
export interface CommandModule {
  register(program: Command): void;
}

/**
 * All commands by name, in the order in which the help lists them. A new one is one new file and one line here. Each is loaded when it is
 * needed: most of what one command needs no other does, and loading all of it takes longer than many a command's work.
 */
export const COMMANDS: Readonly<Record<string, () => Promise<CommandModule>>> = {
  clean: () => import('./clean.js'),
  learn: () => import('./learn.js'),
  diff: () => import('./diff.js'),
  review: () => import('./review.js'),
  report: () => import('./report.js'),
  compare: () => import('./compare.js'),
  duplicates: () => import('./duplicates.js'),
  decisions: () => import('./decisions.js'),
  case: () => import('./case.js'),
  runs: () => import('./runs.js'),
  work: () => import('./work.js'),
  queue: () => import('./queue.js'),
  schedule: () => import('./schedule.js'),
  export: () => import('./export.js'),
  accuracy: () => import('./accuracy.js'),
  bench: () => import('./bench.js'),
  fit: () => import('./fit.js'),
  schema: () => import('./schema.js'),
};

/** Makes the named command known to the program; all of them where none is named, as the help must list them. */
export async function registerCommands(program: Command, name?: string): Promise<void> {
  const one = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const wanted = one === undefined ? Object.values(COMMANDS) : [one];
  for (const module of await Promise.all(wanted.map((load) => load()))) module.register(program);
}
