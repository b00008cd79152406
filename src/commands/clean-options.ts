import { Option, type Command } from 'commander';
import { ENGINES } from '../engines/index.js';
import { wholeNumber } from './whole-number.js';

/** The options of all commands that read raw documents by the folder. */
export function addRawOptions(command: Command): Command {
  return command
    .option('--raw <dir>', 'folder of the raw documents, or s3://bucket/prefix (default: raw)')
    .option('--clean <dir>', 'folder of the records, or s3://bucket/prefix (default: clean)')
    .option('--work <dir>', "with s3://…: the local folder to work in (default: one in the user's cache)")
    .option('--jobs <n>', 'worker threads (default: one a processor)', wholeNumber)
    .option('--timeout <seconds>', 'time that the work on one document may take (default: 10)', wholeNumber)
    .option('--only <glob>', 'only the raw files whose path below --raw matches')
    .option('--column <name>', 'column of Parquet files that holds the documents (default: as its name says)')
    .option('--quiet', 'say nothing but errors')
    .option('--json', 'write the summary to standard output as JSON')
    .option('--config <file>', 'configuration (default: copydesk.config.json)');
}

/** The options of a run over a folder, for the commands that start one. */
export function addCleanOptions(command: Command): Command {
  return addRawOptions(command)
    .addOption(
      new Option(
        '--engine <engine>',
        'work in threads, or inline: in one process without time limit (default: threads)',
      ).choices(ENGINES),
    )
    .option('--queue <url>', 'have the work done by the workers of a queue (see work): postgres://… or redis://…')
    .option('--force', 'clean what has not changed, too')
    .option('--verify', 'trust no size and time: compare all contents')
    .option('--durable', 'wait until each record has reached the disk')
    .option('--prune', 'remove the clean files whose raw files have gone')
    .option('--no-learn', 'neither learn which lines a source repeats nor go by it')
    .option('--no-duplicates', 'leave the table of copies as it is')
    .option('--fail-on-drift', 'end with 1 where the documents of a source differ from its history')
    .option('--metrics <file>', 'write counters in the text format of Prometheus');
}

/** Options as they would be given on a command line, of those that differ from what holds without them. */
export function argumentsOf(options: readonly Option[], values: Readonly<Record<string, unknown>>): string[] {
  return options.flatMap((option) => {
    const value = values[option.attributeName()];
    if (option.negate) return value === false ? [option.long ?? ''] : [];
    if (value === undefined || value === false || option.long === undefined) return [];
    return value === true ? [option.long] : [`${option.long}=${value as string | number}`];
  });
}
