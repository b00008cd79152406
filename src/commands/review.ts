import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import open from 'open';
import { loadConfig } from '../io/config.js';
import { newDecisionId } from '../io/decisions.js';
import { errorMessage } from '../io/error-code.js';
import type { ArticleRecord } from '../core/record.js';
import type { RawDocument } from '../core/types.js';
import { readDocument } from '../io/read-document.js';
import { blockTexts } from '../stages/read-page.js';
import { Desk } from '../review/desk/desk.js';
import { serve } from '../review/server/serve.js';
import { cleanFolderOf } from './clean-folder.js';
import { openConsole } from './console.js';
import { logOf, openHoldings, readAssets } from './review-desk.js';
import { loadOutcomeOptions } from './settings.js';
import { nameOf } from './who.js';

interface ReviewFlags {
  readonly raw?: string;
  readonly clean?: string;
  readonly port?: number;
  readonly by?: string;
  readonly open: boolean;
  readonly quiet?: boolean;
  readonly config?: string;
}

/** A port that no well-known service has. */
const PORT = 4747;
const HIGHEST_PORT = 65535;
/** How often it is looked whether a run has ended, in milliseconds. */
const LOOK_MS = 2000;

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > HIGHEST_PORT)
    throw new InvalidArgumentError(`expected a port from 0 to ${HIGHEST_PORT}.`);
  return Number(text);
}

async function review(flags: ReviewFlags): Promise<void> {
  const config = await loadConfig(flags.config, process.cwd());
  const raw = resolve(flags.raw ?? config.raw ?? 'raw');
  const clean = await cleanFolderOf(flags, config);
  const { limits, options } = await loadOutcomeOptions(config);
  const by = nameOf(flags.by);
  const console = openConsole(flags.quiet ?? false);
  const holdings = await openHoldings(clean, console);
  const author = { by, now: Date.now, newId: newDecisionId };
  const readRaw = ({ provenance }: ArticleRecord): Promise<RawDocument | null> => readDocument(raw, provenance, limits);
  const readBlocks = async (record: ArticleRecord): Promise<readonly string[] | null> => {
    const document = await readRaw(record);
    return document === null ? null : blockTexts(document, options);
  };
  const desk = new Desk({ clean, holdings, log: logOf(raw, console), author, readBlocks });
  const onProblem = (error: unknown): void => {
    console.log.error({ event: 'request' }, errorMessage(error));
  };
  const serving = await serve({
    desk,
    readRaw,
    options,
    assets: await readAssets(),
    port: flags.port ?? PORT,
    token: randomBytes(32).toString('base64url'),
    onProblem,
  });
  await desk.state();
  void holdings.refresh();
  // Also where no page is open: so that one that is opened later does not have to wait.
  const looks = setInterval(() => void desk.state().catch(onProblem), LOOK_MS);
  process.stdout.write(`review: ${serving.address} (Ctrl-C ends it)\n`);
  if (flags.open && process.stdout.isTTY)
    await open(serving.address).catch((error: unknown) => {
      console.log.warn({ event: 'browser' }, `no browser could be opened: ${errorMessage(error)}`);
    });
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(looks);
  await serving.close();
  await holdings.close();
}

export function register(program: Command): void {
  program
    .command('review')
    .description('look at what was struck, in a browser, and decide about it')
    .option('--raw <dir>', 'folder of the raw documents, where decisions are kept (default: raw)')
    .option('--clean <dir>', 'folder of the records (default: clean)')
    .option('--port <n>', `port to listen on, on this machine alone; 0: any (default: ${PORT})`, portNumber)
    .option('--by <name>', 'who decides (default: the name of the user)')
    .option('--no-open', 'do not open a browser')
    .option('--quiet', 'say nothing but the address and errors')
    .option('--config <file>', 'configuration (default: copydesk.config.json)')
    .action(review);
}
