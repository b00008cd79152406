import { Command } from 'commander';
import { registerCommands } from '../../src/commands/index.js';

/** Has the commands parse arguments in this process, for what goes wrong before anything is done: rejects with the error of it. */
export async function parse(...args: string[]): Promise<void> {
  const program = new Command('copydesk').exitOverride().configureOutput({ writeErr: () => undefined });
  await registerCommands(program, args[0]);
  await program.parseAsync(args, { from: 'user' });
}
