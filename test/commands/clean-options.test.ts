import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addCleanOptions, argumentsOf } from '../../src/commands/clean-options.js';

const parse = (args: readonly string[]): Command => addCleanOptions(new Command()).parse(args, { from: 'user' });

describe('the options of a run', () => {
  it.each([
    [[]],
    [['--raw', 'in', '--clean', 'out', '--jobs', '3']],
    [['--no-learn', '--force', '--only', '-odd/**']],
    [['--metrics', 'a b.prom', '--fail-on-drift', '--no-duplicates', '--quiet']],
  ])('mean the same when they are passed on: %j', (args) => {
    const command = parse(args);
    const again = parse(argumentsOf(command.options, command.opts()));
    expect(again.opts()).toEqual(command.opts());
  });
});
