import { readdirSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS, registerCommands } from '../../src/commands/index.js';
import { copydesk } from '../commands/built.js';
import { scratchFolder } from '../io/scratch.js';

/** What holds of every command, found in its folder. */

const folder = new URL('../../src/commands/', import.meta.url);
const modules = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map(async (name) => [name, (await import(new URL(name, folder).href)) as { register?: unknown }] as const),
);

const program = new Command();
await registerCommands(program);
/** Each command with what it cannot do without. */
const commands = program.commands.map((command) => ({
  name: command.name(),
  needed: command.options
    .filter((option) => option.mandatory)
    .flatMap((option) => [option.long ?? option.flags, 'something']),
}));

describe('the commands', () => {
  it('are all in the list, under their names', async () => {
    const listed = new Set<unknown>(await Promise.all(Object.values(COMMANDS).map((load) => load())));
    expect(program.commands.map((command) => command.name())).toEqual(Object.keys(COMMANDS));
    const left = modules.filter(([, module]) => 'register' in module && !listed.has(module));
    expect(left.map(([name]) => name)).toEqual([]);
  });

  it('and their options say what they do', () => {
    const silent = program.commands.flatMap((command) => [
      ...(command.description() === '' ? [command.name()] : []),
      ...command.options
        .filter((option) => option.description === '')
        .map((option) => `${command.name()} ${option.flags}`),
    ]);
    expect(silent).toEqual([]);
  });
});

describe.each(commands)('copydesk $name', ({ name, needed }) => {
  it('answers --help, and exits with 2 and one line for an option it does not have', async () => {
    const root = scratchFolder();
    const [help, wrong] = await Promise.all([
      copydesk([name, '--help'], root),
      copydesk([name, ...needed, '--no-such-option'], root),
    ]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toMatch(new RegExp(`^Usage: copydesk ${name}\\b`));
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/^copydesk: .*--no-such-option.*\n$/);
  });
});
