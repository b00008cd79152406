import { recordSchema, type ArticleRecord } from '../../src/core/record.js';

/** Half of a pair of surrogates: no character, and no JSON parser must accept it. */
export const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Control characters that no text has: all but line feed, tab and carriage return. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

function* stringsOf(value: unknown, path: string): Iterable<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* stringsOf(inner, `${path}.${key}`);
}

/** What is wrong with a record, whatever it was made of; nothing if all is well. */
export function faultsOf(record: ArticleRecord): string[] {
  const faults: string[] = [];
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) faults.push(`schema: ${parsed.error.issues[0]?.message ?? ''}`);
  for (const [path, text] of stringsOf(record, '')) {
    if (LONE_SURROGATE.test(text)) faults.push(`${path} has half a character`);
    if (CONTROL.test(text)) faults.push(`${path} has a control character`);
  }
  const joined = record.blocks.map(({ start, end }) => record.text.slice(start, end)).join('\n\n');
  if (joined !== record.text) faults.push('the blocks do not make the text');
  if (record.status === 'rejected' && (record.text !== '' || record.rejection === null))
    faults.push('rejected with text');
  const spans = [...record.moves, ...record.removals];
  if (spans.some(({ start, end }) => end < start)) faults.push('a span runs backward');
  return faults;
}
