import type { ArticleRecord } from '../../../src/core/record.js';
import type { Entry } from '../../../src/io/table/entry.js';
import { rejectedRecord } from '../../../src/stages/record.js';

const raw = {
  rawPath: 'wire/a.txt',
  key: null,
  offset: null,
  format: 'text',
  hints: {},
  sha256: '0'.repeat(64),
} as const;
const provenance = { copydesk: '0', rules: 'r', options: 'o', inputs: 'i' };

type Changes = Partial<Omit<ArticleRecord, 'provenance'>> & { provenance?: Partial<ArticleRecord['provenance']> };

/** A record of nothing but what is said. */
export function record(changes: Changes = {}): ArticleRecord {
  const empty = rejectedRecord(raw, { reason: 'empty', detail: '' }, provenance);
  return {
    ...empty,
    status: 'accepted',
    rejection: null,
    ...changes,
    provenance: { ...empty.provenance, ...changes.provenance },
  };
}

export function entry(changes: Changes = {}, beside: Partial<Omit<Entry, 'record'>> = {}): Entry {
  return { path: 'wire/a.txt.json', at: 0, duplicateOf: null, copies: null, ...beside, record: record(changes) };
}

const AWKWARD = 'Line one,\nwith "quotes"; a tab\t, \u2028 and 報 😀 — =1+1';

/** Records in which all is there, in which nothing is, and whose text is as awkward as it gets. */
export const ENTRIES: readonly Entry[] = [
  entry(),
  entry(
    {
      id: '0123456789abcdef0123456789abcdef',
      status: 'review',
      flags: ['translated', 'paywalled'],
      url: 'https://www.example.com/a?b=1&c=2',
      canonicalUrl: 'https://www.example.com/a',
      source: 'example.com',
      publisher: 'The Pennock "Mail", weekly',
      agency: '-PA',
      headline: AWKWARD,
      description: '',
      authors: ['Ida Brannigan', 'Ö, Å & "Ñ"'],
      datePublished: { value: '2031-05-03T01:45+09:00', precision: 'minute', from: 'json-ld', raw: '3 May, 1.45' },
      dateModified: { value: '2031-05-04', precision: 'day', from: 'byline', raw: '4 May' },
      inLanguage: 'ko-KR',
      languages: [
        { language: 'ko', share: 0.8125 },
        { language: 'en', share: 0.1875 },
      ],
      text: `One # two.\n\n${AWKWARD}\n\n한국어`,
      blocks: [
        { role: 'heading', start: 0, end: 10, source: [{ start: 3, end: 13 }] },
        {
          role: 'paragraph',
          start: 12,
          end: 12 + AWKWARD.length,
          source: [
            { start: 20, end: 30 },
            { start: 34, end: 66 },
          ],
        },
        { role: 'list-item', start: 14 + AWKWARD.length, end: 17 + AWKWARD.length, source: [] },
      ],
      captions: [
        { text: 'A lock', credit: null },
        { text: 'An otter', credit: 'Milo Drew' },
      ],
      notes: [{ kind: 'correction', text: 'An earlier version had two otters.' }],
      wordCount: 12,
      moves: [{ to: 'headline', start: 0, end: 2, text: '@' }],
      removals: [
        { start: 70, end: 75, text: 'Share', reason: 'social', rule: 'phrase:en', evidence: null, confidence: 1 },
        { start: 80, end: 81, text: '\ud83d\ude00', reason: 'noise', rule: 'judge', evidence: 'a', confidence: 0.51 },
      ],
      provenance: { key: 'row 7', offset: 5_000_000_000, format: 'html', fetchedAt: '2031-05-05T08:00:00.250Z' },
    },
    { path: 'wire/c.jsonl.jsonl', at: 6, duplicateOf: 'f'.repeat(32), copies: 0 },
  ),
  entry(
    {
      rejection: { reason: 'too-large', detail: '33 MB' },
      status: 'rejected',
      headline: "'=SUM(A1)",
      provenance: { key: 'row 8' },
    },
    { path: 'wire/c.jsonl.jsonl', at: 7, copies: 3 },
  ),
];
