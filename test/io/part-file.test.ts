import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPart, publishPart } from '../../src/io/part-file.js';
import { scratchFolder } from './scratch.js';

describe.each([false, true])('a part file, durable: %s', (durable) => {
  it('is whole under its name or not there at all', async () => {
    const folder = scratchFolder();
    const [part, path] = [join(folder, 'a', '.part'), join(folder, 'a', 'x.json')];
    const file = await openPart(part, { durable });
    await file.append('héllo ');
    expect(existsSync(path)).toBe(false);
    await file.append('x'.repeat(1_000_000));
    const written = await file.close();
    const content = 'héllo ' + 'x'.repeat(1_000_000);
    expect(written).toEqual({
      size: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    await publishPart(part, path, { durable });
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect(readdirSync(join(folder, 'a'))).toEqual(['x.json']);
  });

  it('replaces what was there in one step', async () => {
    const folder = scratchFolder();
    const [part, path] = [join(folder, '.part'), join(folder, 'x.json')];
    writeFileSync(path, 'old');
    const file = await openPart(part, { durable });
    await file.append('new');
    await file.close();
    expect(readFileSync(path, 'utf8')).toBe('old');
    await publishPart(part, path, { durable });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves nothing when it is given up', async () => {
    const folder = scratchFolder();
    const file = await openPart(join(folder, '.part'), { durable });
    await file.append('x');
    await file.discard();
    expect(readdirSync(folder)).toEqual([]);
  });
});
