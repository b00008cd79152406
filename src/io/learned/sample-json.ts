import { z } from 'zod';
import { SourceSample } from '../../corpus/lines/sample.js';

/** Samples as JSON lines: what a worker hands on, and what is remembered from run to run. Line numbers are packed, six bytes each. */

const BYTES = 6;
const MAX_LINE = 256 * 1024 * 1024;

const sampleSchema = z.strictObject({
  source: z.string(),
  /** Number, day and lines of each document. */
  documents: z.array(z.tuple([z.number(), z.string().nullable(), z.base64()])),
  /** Lines, and what they say. */
  texts: z.tuple([z.base64(), z.array(z.string())]),
});

export { MAX_LINE as MAX_SAMPLE };

export function packLines(lines: readonly number[]): string {
  const bytes = Buffer.allocUnsafe(lines.length * BYTES);
  lines.forEach((line, i) => bytes.writeUIntBE(line, i * BYTES, BYTES));
  return bytes.toString('base64');
}

export function unpackLines(packed: string): number[] {
  const bytes = Buffer.from(packed, 'base64');
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, i) => bytes.readUIntBE(i * BYTES, BYTES));
}

/** One line of JSON without its line feed; `texts` are those to go with it. */
export function sampleToJson(sample: SourceSample, texts: ReadonlyMap<number, string>): string {
  return JSON.stringify({
    source: sample.source,
    documents: sample.all().map(({ document, day, lines }) => [document, day, packLines(lines)]),
    texts: [packLines([...texts.keys()]), [...texts.values()]],
  } satisfies z.infer<typeof sampleSchema>);
}

/** Adds what a line of JSON holds to the samples by source. False if it is no sample: a run that was killed may leave half a line. */
export function addJson(samples: Map<string, SourceSample>, json: string): boolean {
  let parsed: z.infer<typeof sampleSchema>;
  try {
    parsed = sampleSchema.parse(JSON.parse(json));
  } catch {
    return false;
  }
  const { source, documents, texts } = parsed;
  const said = new Map(unpackLines(texts[0]).map((line, i) => [line, texts[1][i] ?? '']));
  let sample = samples.get(source);
  if (sample === undefined) samples.set(source, (sample = new SourceSample(source)));
  for (const [document, day, lines] of documents) sample.add({ document, day, lines: unpackLines(lines) }, said);
  return true;
}
