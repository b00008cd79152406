/** A packed file that unpacks to more than it may. Everything up to the limit has been given. */
export class UnpackLimitError extends Error {
  override readonly name = 'UnpackLimitError';
}

/** A small file may unpack to so much at any ratio: a thousand like pages are small when packed, and no danger. */
export const MODEST_SIZE = 64 * 1024 * 1024;

/** How much may come out of one stored file; counted down as it comes. */
export class UnpackAllowance {
  private left: number;
  private readonly message: string;

  /** `stored` is the size of the packed file in bytes. It alone decides, so that the limit falls at the same byte however the file is read. */
  constructor(stored: number, maxUnpacked: number, maxRatio: number) {
    const byRatio = Math.max(MODEST_SIZE, stored * maxRatio);
    this.left = Math.min(maxUnpacked, byRatio);
    this.message =
      byRatio < maxUnpacked
        ? `it unpacks to more than ${this.left} bytes, for a packed file of ${stored} bytes too many`
        : `it unpacks to more than ${maxUnpacked} bytes`;
  }

  /** Takes some bytes; fewer are given where the limit stands in their midst, and `error` tells whether it does. */
  take(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly error: UnpackLimitError | null } {
    const given = bytes.length <= this.left ? bytes : bytes.subarray(0, this.left);
    return { bytes: given, error: this.spend(bytes.length) };
  }

  /** Counts bytes that have come out already; an error if that is too many. */
  spend(size: number): UnpackLimitError | null {
    const isTooMuch = size > this.left;
    this.left = Math.max(this.left - size, 0);
    return isTooMuch ? new UnpackLimitError(this.message) : null;
  }
}
