import type { REJECTIONS } from './record.js';

/** A person's mistake: wrong option, path or configuration. The message is one line that says what to do; the command exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Rejects one document; all others go on. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  constructor(
    readonly reason: (typeof REJECTIONS)[number],
    message: string,
  ) {
    super(message);
  }
}
