import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyOf } from '../../src/engines/queue/job.js';
import { Setting, shardOf } from '../engines/setting.js';

it('names the same work by the same key, whoever plans it and for however many threads', async () => {
  const { context } = new Setting({ 'a.jsonl': '{"text": "one"}\n' });
  const key = await keyOf('clean-1', shardOf('a.jsonl'), context.raw);
  expect(await keyOf('clean-1', { ...shardOf('a.jsonl'), part: 'other.part', spread: true }, context.raw)).toBe(key);
  expect(await keyOf('clean-2', shardOf('a.jsonl'), context.raw)).not.toBe(key);
  expect(await keyOf('clean-1', { ...shardOf('a.jsonl'), inputs: 'other' }, context.raw)).not.toBe(key);
  appendFileSync(join(context.raw, 'a.jsonl'), '{"text": "two"}\n');
  expect(await keyOf('clean-1', shardOf('a.jsonl'), context.raw)).not.toBe(key);
});
