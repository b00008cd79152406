import { stat } from 'node:fs/promises';

/** How a raw file was found before it was read. */
export interface Found {
  readonly size: number;
  readonly mtimeMs: number;
  /** What object storage calls this content. */
  readonly etag?: string | undefined;
}

/** @throws what the file system says of a file that cannot be looked at */
export async function findFile(path: string): Promise<Found> {
  const { size, mtimeMs } = await stat(path);
  return { size, mtimeMs };
}

/** Whether a file looks as it did. An ETag names the content; where there is none, a time must do. */
export function looksSame(now: Found, then: Found): boolean {
  return now.size === then.size && (now.etag === undefined ? now.mtimeMs === then.mtimeMs : now.etag === then.etag);
}
