import { fromRandomAccessReaderPromise, getFileNameLowLevel, parseExtraFields, RandomAccessReader } from 'yauzl';
import type { OpenFile } from '../../stored-file.js';

/** A member of a zip file as its directory has it. */
export interface ZipEntry {
  readonly path: string;
  /** Of its local header. */
  readonly offset: number;
  /** Of its packed data; null where only the local header knows. */
  readonly dataAt: number | null;
  readonly packedSize: number;
  readonly method: number;
  readonly crc32: number;
  readonly encrypted: boolean;
}

class FileReader extends RandomAccessReader {
  constructor(private readonly file: OpenFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.file.read(position, position + length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length < length ? new Error('the file ends early') : null);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

const ENCRYPTED = 1;
const DESCRIPTOR = 8;

/**
 * The members as the directory at the file's end lists them.
 * @throws what yauzl throws for a file without one, or a damaged one
 */
export async function* directoryEntries(file: OpenFile): AsyncGenerator<ZipEntry> {
  const zip = await fromRandomAccessReaderPromise(new FileReader(file), file.size, {
    lazyEntries: true,
    autoClose: false,
    // Names are made harmless in keys; a wrong one is no reason to refuse what it names.
    decodeStrings: false,
  });
  for await (const entry of zip.eachEntry()) {
    const { generalPurposeBitFlag: flags } = entry;
    yield {
      path: getFileNameLowLevel(flags, entry.fileNameRaw, parseExtraFields(entry.extraFieldRaw), false),
      offset: entry.relativeOffsetOfLocalHeader,
      dataAt: null,
      packedSize: entry.compressedSize,
      method: entry.compressionMethod,
      crc32: entry.crc32,
      encrypted: (flags & ENCRYPTED) !== 0,
    };
  }
}

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const DESCRIBED = Buffer.from('PK\x07\x08', 'latin1');

/** Where a member's data begins, by its local header; null if none stands there. */
export async function dataAt(file: OpenFile, offset: number): Promise<number | null> {
  const header = await file.read(offset, offset + LOCAL_SIZE);
  if (header.length < LOCAL_SIZE || header.readUInt32LE(0) !== LOCAL) return null;
  return offset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The members in the order in which they stand, by their local headers: for a file whose directory is cut off. Ends at what is no header. */
export async function* localEntries(file: OpenFile, maxBytes: number): AsyncGenerator<ZipEntry> {
  for (let offset = 0; offset < file.size;) {
    const header = await file.read(offset, offset + LOCAL_SIZE);
    const begins = await dataAt(file, offset);
    if (begins === null) return;
    const name = await file.read(offset + LOCAL_SIZE, offset + LOCAL_SIZE + header.readUInt16LE(26));
    const flags = header.readUInt16LE(6);
    let packedSize = header.readUInt32LE(18);
    let crc = header.readUInt32LE(14);
    let length = packedSize;
    if ((flags & DESCRIPTOR) !== 0) {
      // The sizes stand behind the data, which ends where they agree with the place that they stand at.
      const data = await file.read(begins, begins + maxBytes);
      packedSize = data.indexOf(DESCRIBED);
      while (packedSize !== -1 && data.readUInt32LE(Math.min(packedSize + 8, data.length - 4)) !== packedSize)
        packedSize = data.indexOf(DESCRIBED, packedSize + 1);
      if (packedSize === -1) packedSize = length = file.size - begins + 1;
      else {
        crc = data.readUInt32LE(packedSize + 4);
        length = packedSize + 16;
      }
    }
    yield {
      path: getFileNameLowLevel(flags, name, [], false),
      offset,
      dataAt: begins,
      packedSize,
      method: header.readUInt16LE(8),
      crc32: crc,
      encrypted: (flags & ENCRYPTED) !== 0,
    };
    offset = begins + length;
  }
}
