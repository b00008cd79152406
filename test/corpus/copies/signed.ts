import { Chance } from '../../../src/bench/chance.js';
import { EDITS } from '../../../src/bench/edits.js';
import { LANGUAGES, print, tell, topicOf, type Language } from '../../../src/bench/stories.js';
import { sign } from '../../../src/corpus/copies/signature.js';
import type { Signed } from '../../../src/corpus/copies/signed.js';

/** Records as the phase sees them, and invented articles for them. */

export function signedText(id: string, text: string, changes: Partial<Signed> = {}): Signed {
  return { id, path: `${id}.txt.json`, key: null, at: 0, published: null, signature: sign(text), ...changes };
}

const languageNamed = (script: string): Language =>
  LANGUAGES.find((language) => language.script.name === script) ?? (LANGUAGES[0] as Language);

/** An article of some 250 words, and the same article with a share of its words edited; the same for the same seed. */
export function article(
  seed: number,
  script = 'latin',
): { text: string; edited: (share: number, edit?: string) => string } {
  const language = languageNamed(script);
  const chance = new Chance(seed);
  const topic = topicOf(language, chance);
  const sentences = tell(language, topic, 250, chance);
  return {
    text: print(sentences, language),
    edited: (share, edit = 'mixed') => {
      const desk = { language, topic: topicOf(language, chance), chance: new Chance(seed + 1) };
      return print(EDITS[edit]?.(sentences, share, desk) ?? sentences, language);
    },
  };
}

/** Another report on the event of that article: the same people, figures and words of the trade, other sentences. */
export function otherReport(seed: number, script = 'latin'): string {
  const language = languageNamed(script);
  const topic = topicOf(language, new Chance(seed));
  return print(tell(language, topic, 250, new Chance(seed + 77)), language);
}
