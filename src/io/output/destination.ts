/** A file in the making. */
export interface OutFile {
  /** The bytes are the file's from now on: nobody changes them. */
  append(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** Where an export goes. Until publish(), nothing stands under the name that was asked for. */
export interface Destination {
  /**
   * Opens a file; one is open at a time. Where there are several, it stands at `${stem}${extension}`, below the folder that was asked for; if
   * that is taken, at `${stem}~2${extension}` and so on.
   */
  create(stem: string, extension: string): Promise<OutFile>;
  /** Gives all that was written its name. */
  publish(): Promise<void>;
  /** Gives up: removes what was written. */
  discard(): Promise<void>;
  /** The same at once, on the way out of the process. */
  abandon(): void;
}
