import type { TaskContext } from '../engines/engine.js';
import type { EngineSurroundings } from '../engines/index.js';
import { runProvenance } from '../io/provenance.js';
import type { Console } from './console.js';
import type { Interrupt } from './interrupt.js';
import type { RunSettings } from './settings.js';

/** What the workers of a run are told. */
export function contextOf({ raw, clean, limits, options, durable }: RunSettings): TaskContext {
  return { raw, clean, limits, options, durable, provenance: runProvenance(options, limits), lines: null };
}

/** What an engine tells people, and hears from them. */
export function engineSurroundings({ log }: Console, interrupt: Interrupt): EngineSurroundings {
  return {
    say: (event, text) => {
      log.warn({ event }, text);
    },
    isInterrupted: () => interrupt.name !== null,
  };
}
