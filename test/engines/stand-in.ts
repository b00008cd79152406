import type { CleanOptions } from '../../src/core/options.js';
import type { ArticleRecord, Rejection } from '../../src/core/record.js';
import type { RawDocument } from '../../src/core/types.js';
import { cleanShard } from '../../src/engines/clean-shard.js';
import type { Engine } from '../../src/engines/engine.js';
import { inlineEngine } from '../../src/engines/inline.js';
import type { Provenance } from '../../src/pipeline.js';
import { rejectedRecord } from '../../src/stages/record.js';
import { sha256 } from '../../src/stages/record/identity.js';

/**
 * Stands in for the pipeline where a test is about what is around it: the whole document is one paragraph, an empty one is rejected,
 * one with a zero byte is unreadable, "UNCLEAR" is for review and "BOOM" is a defect.
 */
export function standIn(raw: RawDocument, options: CleanOptions, provenance: Provenance): ArticleRecord {
  const text = typeof raw.payload === 'string' ? raw.payload : Buffer.from(raw.payload).toString('utf8');
  if (text.includes('BOOM')) throw new Error('boom');
  const reason = text === '' ? 'empty' : text.includes('\0') ? 'unreadable' : null;
  const rejection: Rejection | null = reason && { reason, detail: 'by the stand-in' };
  const bare = rejectedRecord(
    { ...raw, sha256: sha256(raw.payload) },
    rejection ?? { reason: 'empty', detail: '' },
    provenance,
  );
  if (rejection) return bare;
  const whole = { start: 0, end: text.length };
  return {
    ...bare,
    status: text.includes('UNCLEAR') || text.length < options.minWords ? 'review' : 'accepted',
    rejection: null,
    text,
    blocks: [{ role: 'paragraph', ...whole, source: [whole] }],
    removals: [
      { ...whole, text: text.slice(0, 3), reason: 'related', rule: 'stand-in', evidence: null, confidence: 1 },
    ],
  };
}

/** The real engine and the real way of a shard, with the stand-in for the pipeline. */
export function standInEngine(jobs = 2, clean = standIn): Engine {
  return inlineEngine({ jobs, tasks: { clean: (shard, context) => cleanShard(shard, context, clean) } });
}
