import { ByteWriter } from 'hyparquet-writer';
import type { OutFile } from '../../output/destination.js';

/** The writer's bytes on their way to a file: they wait until a row group is whole. */
export class FileBytes extends ByteWriter {
  constructor(private readonly file: OutFile) {
    super();
  }

  /** Called by the writer after each row group; what comes after the last is for who closes the file. */
  flush(): Promise<void> {
    // A copy: the buffer is written over while the file may still hold on to what it was given.
    const bytes = this.getBytes().slice();
    this.index = 0;
    return this.file.append(bytes);
  }
}
