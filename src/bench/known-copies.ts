import { Chance } from './chance.js';
import { EDITS } from './edits.js';
import { LANGUAGES, print, tell, topicOf, type Language, type Topic } from './stories.js';

/** A document of which is known what it is a copy of. */
export interface KnownDocument {
  readonly id: string;
  readonly text: string;
  /** Documents of one number are copies of one story; all others are not, however alike they look. */
  readonly story: number;
  readonly kind: string;
  readonly script: string;
  /** Share of the words that were edited; 0 for the story itself. */
  readonly share: number;
}

/** Reports of one frame that differ in their facts. */
function frameOf(language: Language, chance: Chance): (chance: Chance) => string[][] {
  const topic = topicOf(language, chance);
  const sentences = tell(language, topic, 40 + chance.below(60), chance);
  // Names, numbers and, in every sentence, a phrase are of the day.
  const slots = sentences.map((sentence) => sentence.map(() => chance.next() < 0.22));
  return (day) => {
    const today = topicOf(language, day);
    return sentences.map((sentence, s) =>
      sentence.map((word, i) => {
        if (topic.names.includes(word)) return day.of(today.names);
        if (topic.numbers.includes(word)) return String(1 + day.below(900));
        return slots[s]?.[i] === true ? (day.next() < 0.4 ? String(day.below(100)) : day.of(today.words)) : word;
      }),
    );
  };
}

const FRAMES = 4;
const BOILERPLATES = 3;
const EDIT_NAMES = Object.keys(EDITS);
const SHARES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];

/**
 * `count` documents in ten scripts, the same for the same seed: stories with up to four edited copies each, among stories of their own,
 * pairs of reports on one event in different words, reports that share a frame, and stories that share a long paragraph of boilerplate.
 */
export function* knownCopies(count: number, seed: number): Generator<KnownDocument> {
  const chance = new Chance(seed);
  const frames = LANGUAGES.map((language) => Array.from({ length: FRAMES }, () => frameOf(language, chance)));
  const boilerplates = LANGUAGES.map((language) =>
    Array.from({ length: BOILERPLATES }, () => tell(language, topicOf(language, chance), 60, chance)),
  );
  let made = 0;
  let story = 0;
  const document = (kind: string, language: Language, sentences: string[][], share: number): KnownDocument => ({
    id: `${seed}-${made++}`,
    text: print(sentences, language),
    story,
    kind,
    script: language.script.name,
    share,
  });
  while (made < count) {
    const at = chance.below(LANGUAGES.length);
    const language = LANGUAGES[at] as Language;
    const topic = topicOf(language, chance);
    const length = 80 + Math.floor(Math.exp(chance.next() * 2.2) * 60);
    const kind = chance.next();
    story += 1;
    if (kind < 0.35) {
      const original = tell(language, topic, length, chance);
      yield document('original', language, original, 0);
      // Some stories are printed everywhere.
      for (let copies = chance.below(150) === 0 ? 40 : 1 + chance.below(4); copies > 0 && made < count; copies--) {
        const name = chance.of(EDIT_NAMES);
        const share = chance.of(SHARES);
        const other: Topic = topicOf(language, chance);
        const edited = EDITS[name]?.(original, share, { language, topic: other, chance }) ?? original;
        yield document(name, language, edited, share);
      }
    } else if (kind < 0.5) {
      // Two reporters at one event: the same people, figures and words of the trade, and a sentence quoted by both.
      const quote = tell(language, topic, 15, chance).slice(0, 1);
      for (let reports = 0; reports < 2 && made < count; reports++) {
        story += 1;
        yield document('event', language, [...tell(language, topic, length, chance), ...quote], 0);
      }
    } else if (kind < 0.7) {
      const frame = chance.of(frames[at] ?? []);
      yield document('frame', language, frame(chance), 0);
    } else if (kind < 0.8) {
      const shared = chance.of(boilerplates[at] ?? []);
      yield document('boilerplate', language, [...tell(language, topic, length, chance), ...shared], 0);
    } else yield document('story', language, tell(language, topic, length, chance), 0);
  }
}
