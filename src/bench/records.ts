import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { rejectedRecord } from '../stages/record.js';
import type { ArticleRecord } from '../core/record.js';
import { REASONS } from '../core/types.js';
import { sha256 } from '../stages/record/identity.js';
import { Chance } from './chance.js';
import { capitalized, LANGUAGES, print, tell, topicOf } from './stories.js';

/** Records as a run would write them, made for measuring what reads them: nothing was cleaned. */

const CONTAINERS = 20;
const SOURCES = 400;
/** Texts of some 3 KB, as news are. */
const WORDS_LEAST = 300;
const WORDS_MOST = 480;
/** Telling a story takes longer than writing it: these are told, and combined. */
const STORIES = 2000;
const STRIKES_MOST = 30;
/** Lines of a source's template, which all of its documents hold some of. */
const TEMPLATE = 20;
const RULES = ['judge', 'phrase:en', 'phrase:de', 'repeated-line', 'repetition', 'listed-under', 'comment-thread'];
const FLAGS = ['body-repeated', 'mixed-language', 'mojibake-repaired'];

interface Story {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly language: string;
}

function tellStories(): Story[] {
  const chance = new Chance(1);
  return Array.from({ length: STORIES }, (_, i) => {
    const language = LANGUAGES[i % LANGUAGES.length] as (typeof LANGUAGES)[number];
    const words = WORDS_LEAST + chance.below(WORDS_MOST - WORDS_LEAST);
    const sentences = tell(language, topicOf(language, chance), words, chance);
    const paragraphs = print(sentences, language)
      .split('\n')
      .filter((line) => line !== '');
    const headline = capitalized((sentences[0] ?? []).slice(0, 8).join(language.script.space));
    return { headline, paragraphs, language: `x-${language.script.name}` };
  });
}

function recordOf(
  story: Story,
  others: readonly Story[],
  number: number,
  rawPath: string,
  chance: Chance,
): ArticleRecord {
  const source = `source-${chance.below(SOURCES)}.example`;
  const key = String(number);
  const provenance = { copydesk: '0', rules: '', options: '', inputs: '' };
  const hints = { url: `https://${source}/${number}` };
  const base = rejectedRecord(
    { rawPath, key, offset: number * 4000, format: 'text', hints, sha256: sha256(key) },
    { reason: 'empty', detail: '' },
    provenance,
  );
  const text = story.paragraphs.join('\n\n');
  const strikes = chance.below(STRIKES_MOST);
  const removals = Array.from({ length: strikes }, (_, i) => {
    const isTemplate = i * 3 < strikes * 2;
    const line = isTemplate ? `${source} ${chance.below(TEMPLATE)}` : (chance.of(others).paragraphs[0] ?? '');
    const confidence = Math.round(100 - 50 * chance.next() ** 4) / 100;
    const [reason, rule] = [chance.of(REASONS), chance.of(RULES)];
    return { start: text.length + i, end: text.length + i + 1, text: line, reason, rule, evidence: null, confidence };
  });
  return {
    ...base,
    source,
    status: chance.below(20) === 0 ? 'review' : 'accepted',
    rejection: null,
    flags: chance.below(10) === 0 ? [chance.of(FLAGS)] : [],
    headline: `${story.headline} ${number}`,
    inLanguage: story.language,
    text,
    blocks: [{ role: 'paragraph', start: 0, end: text.length, source: [{ start: 0, end: text.length }] }],
    wordCount: WORDS_LEAST,
    removals,
  };
}

function* lines(stories: readonly Story[], count: number, file: number): Generator<string> {
  const chance = new Chance(file + 2);
  const rawPath = `records-${String(file).padStart(2, '0')}.jsonl`;
  for (let i = 0; i < count; i++) {
    const story = chance.of(stories);
    yield JSON.stringify(recordOf(story, stories, file * count + i, rawPath, chance)) + '\n';
  }
}

/** Writes about so many records into a folder, in twenty files. */
export async function writeRecords(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const stories = tellStories();
  for (let file = 0; file < CONTAINERS; file++) {
    const path = join(folder, `records-${String(file).padStart(2, '0')}.jsonl.jsonl`);
    await pipeline(Readable.from(lines(stories, Math.ceil(count / CONTAINERS), file)), createWriteStream(path));
  }
}
