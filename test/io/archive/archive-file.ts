import { crc32, deflateRawSync } from 'node:zlib';

/** Archives, made in code: libraries that write them refuse what hostile ones hold. */

export interface ZipFixture {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly flags?: number;
  readonly method?: number;
  /** The sizes stand behind the data. */
  readonly described?: boolean;
  /** The directory points at the member of this number instead. */
  readonly sameAs?: number;
}

export function zipFile(members: readonly ZipFixture[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  members.forEach(({ name, content, stored = false, flags = 0, method, described = false, sameAs }, number) => {
    const bytes = Buffer.from(content);
    const data = stored ? bytes : deflateRawSync(bytes);
    const path = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800 | (described ? 8 : 0), 2);
    fields.writeUInt16LE(method ?? (stored ? 0 : 8), 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(path.length, 22);
    const own = Buffer.from(fields);
    if (described) own.fill(0, 10, 22);
    const tail = described
      ? Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), fields.subarray(10, 22)])
      : Buffer.alloc(0);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), own, path, data, tail]);
    const rest = Buffer.alloc(14);
    offsets[number] = sameAs === undefined ? at : (offsets[sameAs] ?? 0);
    rest.writeUInt32LE(offsets[number], 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, path]));
    if (sameAs !== undefined) return;
    locals.push(local);
    at += local.length;
  });
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, entries, end]);
}

export interface TarFixture {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly type?: string;
  /** Instead of the right one. */
  readonly size?: number;
}

export function tarMember({ name, content = '', type = '0', size }: TarFixture): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644\0', 100);
  header.write((size ?? bytes.length).toString(8).padStart(11, '0'), 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

export const tarFile = (members: readonly TarFixture[]): Buffer =>
  Buffer.concat([...members.map(tarMember), Buffer.alloc(1024)]);

/** A pax header for the member behind it. */
export function paxMember(values: Readonly<Record<string, string>>): TarFixture {
  const lines = Object.entries(values).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest + String(rest).length;
    if (String(length).length > String(rest).length) length += 1;
    return `${length} ${key}=${value}\n`;
  });
  return { name: 'pax', type: 'x', content: lines.join('') };
}
