import type { Engine } from './engine.js';
import { inlineEngine } from './inline.js';
import { threadsEngine } from './threads.js';

/** All engines, the default first. */
export const ENGINES = ['threads', 'inline'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface EngineSettings {
  readonly engine: EngineName;
  readonly jobs: number;
  /** Seconds that the work on one document may take, where the engine can end it. */
  readonly timeout: number;
}

export function engineFor({ engine, jobs, timeout }: EngineSettings): Engine {
  return engine === 'inline' ? inlineEngine({ jobs }) : threadsEngine({ jobs, timeoutMs: timeout * 1000 });
}
