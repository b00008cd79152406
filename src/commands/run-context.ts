import type { Engine, TaskContext } from '../engines/engine.js';
import { engineFor, type EngineSurroundings } from '../engines/index.js';
import { withObjectStorage } from '../engines/with-objects.js';
import { runProvenance } from '../io/provenance.js';
import type { RunObjects } from '../io/storage/run-objects.js';
import type { Console } from './console.js';
import type { Interrupt } from './interrupt.js';
import type { RunSettings } from './settings.js';

/** What the workers of a run are told. */
export function contextOf({ raw, clean, limits, options, durable }: RunSettings): TaskContext {
  return { raw, clean, limits, options, durable, provenance: runProvenance(options, limits), lines: null };
}

/** What an engine tells people, and hears from them. */
function engineSurroundings({ log }: Console, interrupt: Interrupt): EngineSurroundings {
  return {
    say: (event, text) => {
      log.warn({ event }, text);
    },
    isInterrupted: () => interrupt.name !== null,
  };
}

/** The engine of a run: the one that is asked for, or a stand-in, with what of the run is in object storage. */
export function engineOf(
  settings: RunSettings,
  { console, engine }: { readonly console: Console; readonly engine?: Engine },
  interrupt: Interrupt,
  objects: RunObjects | null,
): Promise<Engine> {
  if (engine === undefined) return engineFor(settings, engineSurroundings(console, interrupt), objects);
  return Promise.resolve(objects === null ? engine : withObjectStorage(engine, objects));
}
