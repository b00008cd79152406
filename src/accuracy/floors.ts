import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { UsageError } from '../core/errors.js';
import type { Measured } from './measure.js';

/** Bounds by set and figure: `least` for what should be high, `most` for what should be low. */
export type Floors = Record<string, Record<string, { least?: number; most?: number }>>;

/** Throws UsageError for a file that is not there or no JSON. */
export function readFloors(path: string): Floors {
  if (!existsSync(path)) throw new UsageError(`--floors: no file at ${path}`);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Floors;
  } catch {
    throw new UsageError(`--floors: ${path} is not JSON`);
  }
}

/** One line for each figure that is beyond its bound, or that was to be measured and was not. */
export function findFallen(floors: Floors, measured: readonly Measured[]): string[] {
  const fallen: string[] = [];
  for (const [name, bounds] of Object.entries(floors)) {
    const set = measured.find((other) => other.name === name);
    if (set === undefined) continue;
    for (const [figure, { least, most }] of Object.entries(bounds)) {
      const value = set.figures[figure];
      if (value === undefined) fallen.push(`${name} ${figure}: not measured`);
      else if (least !== undefined && value < least) fallen.push(`${name} ${figure}: ${value} is below ${least}`);
      else if (most !== undefined && value > most) fallen.push(`${name} ${figure}: ${value} is above ${most}`);
    }
  }
  return fallen;
}

/** Moves bounds to what was measured where that is better; never the other way. Returns how many moved. */
export function raiseFloors(path: string, floors: Floors, measured: readonly Measured[]): number {
  let raised = 0;
  for (const [name, bounds] of Object.entries(floors))
    for (const [figure, bound] of Object.entries(bounds)) {
      const value = measured.find((other) => other.name === name)?.figures[figure];
      if (value === undefined) continue;
      if (bound.least !== undefined && value > bound.least) [bound.least, raised] = [value, raised + 1];
      if (bound.most !== undefined && value < bound.most) [bound.most, raised] = [value, raised + 1];
    }
  if (raised > 0) writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
  return raised;
}
