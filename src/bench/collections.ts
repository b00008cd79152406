import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Chance } from './chance.js';
import { capitalized, LANGUAGES, print, tell, topicOf } from './stories.js';

/** Folders of documents to be cleaned, made for measuring. */

/** Files that the generated documents are spread over. */
const CONTAINERS = 20;
const WORDS_LEAST = 300;
const WORDS_MOST = 480;
const DAY_MS = 24 * 60 * 60 * 1000;
const SOURCES = 50;

/** A text of about 3 KB: a headline, a byline, paragraphs, and around them what an extractor leaves. */
function textOf(chance: Chance, number: number): { text: string; day: string } {
  const language = LANGUAGES[number % 2 === 0 ? 0 : chance.below(LANGUAGES.length)] as (typeof LANGUAGES)[number];
  const topic = topicOf(language, chance);
  const day = new Date(Date.UTC(2031, 0, 1) + chance.below(360) * DAY_MS).toISOString().slice(0, 10);
  const story = tell(language, topic, WORDS_LEAST + chance.below(WORDS_MOST - WORDS_LEAST), chance);
  const headline = capitalized((story[0] ?? []).slice(0, 8).join(language.script.space));
  const related = Array.from({ length: 5 }, () => capitalized(chance.of(topic.words)));
  const text = [
    'Home',
    'Sport',
    headline,
    `By Ada ${chance.of(topic.names)}`,
    day,
    print(story, language),
    'Share this article',
    'Related articles',
    ...related,
    'Subscribe to our newsletter',
  ].join('\n');
  return { text, day };
}

function* jsonLines(count: number, seed: number): Iterable<string> {
  const chance = new Chance(seed);
  for (let i = 0; i < count; i++) {
    const { text, day } = textOf(chance, i);
    const url = `https://source-${chance.below(SOURCES)}.example/${seed}/${i}`;
    yield JSON.stringify({ id: `${seed}-${i}`, url, fetchedAt: `${day}T06:00:00Z`, text }) + '\n';
  }
}

/** Writes so many generated texts into a folder, as compressed JSON lines. */
export async function writeTexts(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = Math.min(CONTAINERS, count);
  for (let file = 0; file < files; file++) {
    const share = Math.floor(((file + 1) * count) / files) - Math.floor((file * count) / files);
    const path = join(folder, `texts-${String(file).padStart(2, '0')}.jsonl.gz`);
    await pipeline(jsonLines(share, file + 1), createGzip(), createWriteStream(path));
  }
}

/** Writes pages into a folder, a file each. */
export async function writePages(folder: string, pages: readonly Uint8Array[]): Promise<void> {
  for (const [i, page] of pages.entries()) {
    const name = join(folder, String(i % 100).padStart(2, '0'));
    await mkdir(name, { recursive: true });
    await writeFile(join(name, `${i}.html`), page);
  }
}
