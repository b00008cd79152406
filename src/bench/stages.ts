import { DEFAULT_OPTIONS } from '../core/options.js';
import type { RawDocument } from '../core/types.js';
import { MODELS } from '../pipeline.js';
import { RULES } from '../rules/index.js';
import { NO_LINES, heldLines } from '../stages/held-lines.js';
import { judge } from '../stages/judge/judge.js';
import { observe } from '../stages/judge/observe.js';
import { readPage } from '../stages/read-page.js';
import { writeRecord } from '../stages/record.js';
import { NO_PROVENANCE } from './runners.js';

export const STAGES = ['read', 'mark', 'judge', 'record'] as const;

/** Where the time of clean() goes: milliseconds of each stage over all documents. */
export type StageTimes = Readonly<Record<(typeof STAGES)[number], number>>;

/** The straight line, with a clock between its stages. */
function timeOne(raw: RawDocument, times: Record<(typeof STAGES)[number], number>): void {
  let before = performance.now();
  const lap = (stage: (typeof STAGES)[number]): void => {
    const now = performance.now();
    times[stage] += now - before;
    before = now;
  };
  const { decoded, page, url, source } = readPage(raw, DEFAULT_OPTIONS);
  lap('read');
  const repeated = heldLines(page, NO_LINES.get(source));
  const { profiles } = DEFAULT_OPTIONS;
  const observation = observe(page, RULES, { source, url, fetchedAt: null, profiles, repeated });
  lap('mark');
  const verdicts = judge(observation, MODELS[page.format](observation));
  lap('judge');
  writeRecord(raw, { ...decoded, sha256: '' }, page, verdicts, DEFAULT_OPTIONS, NO_PROVENANCE);
  lap('record');
}

/** Times the stages over some documents; the first pass, in which code is compiled, does not count. */
export function timeStages(documents: readonly Uint8Array[], format: RawDocument['format']): StageTimes {
  const times = { read: 0, mark: 0, judge: 0, record: 0 };
  for (const isCounted of [false, true])
    for (const payload of documents) {
      const spent = { ...times };
      try {
        timeOne({ rawPath: 'document', key: null, offset: null, format, payload, hints: {} }, spent);
      } catch {
        continue; // Not a document that goes all the way.
      }
      if (isCounted) Object.assign(times, spent);
    }
  return times;
}
