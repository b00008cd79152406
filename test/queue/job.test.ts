import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyOf, stampOfFile } from '../../src/engines/queue/job.js';
import { Setting, shardOf } from '../engines/setting.js';

it('names the same work by the same key, whoever plans it and for however many threads', async () => {
  const { context } = new Setting({ 'a.jsonl': '{"text": "one"}\n' });
  const stamp = await stampOfFile(join(context.raw, 'a.jsonl'));
  const key = keyOf('clean-1', shardOf('a.jsonl'), stamp);
  expect(keyOf('clean-1', { ...shardOf('a.jsonl'), part: 'other.part', spread: true }, stamp)).toBe(key);
  expect(keyOf('clean-2', shardOf('a.jsonl'), stamp)).not.toBe(key);
  expect(keyOf('clean-1', { ...shardOf('a.jsonl'), inputs: 'other' }, stamp)).not.toBe(key);
  appendFileSync(join(context.raw, 'a.jsonl'), '{"text": "two"}\n');
  expect(keyOf('clean-1', shardOf('a.jsonl'), await stampOfFile(join(context.raw, 'a.jsonl')))).not.toBe(key);
});
