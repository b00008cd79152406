import { userInfo } from 'node:os';
import { UsageError } from '../core/errors.js';

/** Whoever is logged in, where nothing else is said. */
export function nameOf(given: string | undefined): string {
  if (given !== undefined && given.trim() === '') throw new UsageError('--by: expected a name');
  if (given !== undefined) return given.trim();
  try {
    return userInfo().username;
  } catch {
    throw new UsageError('--by: expected a name, as the system knows none');
  }
}
