import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { registerCommands } from '../src/commands/index.js';
import { REASONS } from '../src/core/types.js';
import { configSchema } from '../src/io/config.js';
import { profileSchema } from '../src/io/profiles.js';
import { recordSchema } from '../src/core/record.js';
import { copydesk } from './commands/built.js';

/** What the README says is so. */

const root = new URL('..', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');
const scripts = (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const program = new Command();
await registerCommands(program);

/** The contents of all code blocks of one language. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```([a-z]*)\n([^]*?)^```$/gm)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] ?? '');

const optionsOf = (name: string): string[] =>
  program.commands.find((command) => command.name() === name)?.options.map((option) => option.long ?? '') ?? [];

describe('the README', () => {
  it('shows what diff prints', async () => {
    const { stdout } = await copydesk(['diff', 'brief/otter.txt', '--plain', '--width', '90'], root.pathname);
    expect(blocks('text')[0]).toBe(stdout);
  });

  it('names commands that exist, with options that they have', () => {
    const lines = blocks('sh').flatMap((block) => block.split('\n'));
    const used = lines.flatMap((line) => {
      const match =
        /npm run (?:--silent )?([a-z-]+)(?: -- (.*))?/.exec(line) ?? /npx copydesk ([a-z-]+)( .*)?/.exec(line);
      return match === null ? [] : [{ name: match[1] ?? '', rest: match[2] ?? '' }];
    });
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
    const unknown = used.flatMap(({ name, rest }) =>
      (rest.match(/--[a-z-]+/g) ?? []).filter((option) => !optionsOf(name).includes(option)),
    );
    expect(unknown).toEqual([]);
  });

  it('tells all commands, options, reasons, configuration keys and fields of a record', () => {
    const told = [
      ...program.commands.flatMap((command) => [`### ${command.name()}`, ...optionsOf(command.name())]),
      ...REASONS.map((reason) => `\`${reason}\``),
      ...Object.keys(configSchema.shape).map((key) => `\`${key}\``),
      ...Object.keys(recordSchema.shape).map((key) => `\`${key}\``),
    ];
    expect(told.filter((words) => !readme.includes(words))).toEqual([]);
  });

  it('gives examples of configuration and profiles that are taken', () => {
    const examples = blocks('json').map((block) => JSON.parse(block) as object);
    const config = examples.find((example) => 'minWords' in example);
    const profile = examples.find((example) => 'phrases' in example);
    expect(configSchema.safeParse(config).error).toBeUndefined();
    expect(profileSchema.safeParse(profile).error).toBeUndefined();
  });
});
