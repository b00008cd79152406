import type { Command } from 'commander';
import { UsageError } from '../core/errors.js';
import { isS3Url } from '../io/storage/s3-url.js';

/** The commands that go to object storage themselves. */
const REACHING = ['clean', 'learn', 'schedule', 'work'];

/** @throws UsageError where a command that reads folders is given object storage */
export function refuseObjects(command: Command): void {
  if (REACHING.includes(command.name())) return;
  for (const [name, value] of Object.entries(command.opts<Record<string, unknown>>()))
    if (typeof value === 'string' && isS3Url(value))
      throw new UsageError(
        `${command.name()}: --${name}: object storage is for clean, learn, schedule and work; this works on folders: WORK/clean, where clean has worked (see its --work), or a copy`,
      );
}
