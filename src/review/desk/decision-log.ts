import type { Decision, DecisionEvent } from '../../core/decision.js';

/** What people have decided, wherever it is kept. */
export interface DecisionLog {
  /** Those that hold, in the order in which they were made. */
  read(): Promise<readonly Decision[]>;
  append(event: DecisionEvent): Promise<void>;
}
