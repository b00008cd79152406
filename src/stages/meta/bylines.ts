import { attributeAt, tagAt, type Outline } from '../html/outline.js';
import type { NameBook } from '../html/names.js';
import { isElsewhere } from './elsewhere.js';
import { elementText, type MetaElements } from './collect.js';

const AUTHOR = new Set([
  'author',
  'authors',
  'byline',
  'bylines',
  'autor',
  'autores',
  'autoren',
  'auteur',
  'auteurs',
  'autore',
  'writer',
  'verfasser',
  'journalist',
  'contributor',
  'contributors',
  'reporter',
  'penulis',
  'yazar',
]);
/** Words beside these that say that the element holds something else of the author: a picture, a biography, a link. */
const NOT_NAME = new Set([
  'bio',
  'avatar',
  'image',
  'img',
  'photo',
  'picture',
  'role',
  'title',
  'job',
  'position',
  'social',
  'twitter',
  'date',
  'time',
  'description',
  'email',
  'follow',
  'related',
  'more',
  'share',
  'icon',
  'comment',
  'comments',
  'credit',
  'quote',
  'reviewer',
  'reviewed',
  'checker',
  'checked',
  'photographer',
]);
/** What reviewers and photographers are announced by. */
const OTHERS =
  /^(?:(?:medically |expert |fact |legally )?(?:reviewed|checked|fact-checked|edited|translated|photos?|photographs?|illustrat\w+|graphics?) by|geprüft von|fotos?\s?:|révisé par|revisado por)\s/i;
const AUTHOR_PAGE =
  /\/(?:authors?|autor(?:en|es)?|auteurs?|autori|people|staff|profiles?|contributors?|writers?|journalists?|redaktion|team|by)\/[^/?#]+/i;
const MAX_CHARACTERS = 90;
/** How many elements apart two names may stand and still be one byline. */
const APART = 12;

interface Candidate {
  readonly at: number;
  readonly text: string;
  readonly class: string;
}

/**
 * Texts that class names or links mark as the author's name, near the headline: after it if there are any, else before it.
 * The names may still have "By" or a job title around them.
 */
export function readBylines(outline: Outline, names: NameBook, elements: MetaElements): string[] {
  const candidates: Candidate[] = [];
  const isNamedAuthor = names.byWords(
    (words) => words.some((word) => AUTHOR.has(word)) && !words.some((word) => NOT_NAME.has(word)),
  );
  outline.tags.forEach((tag, at) => {
    if (
      tag === '' ||
      tag === 'meta' ||
      !(isNamedAuthor(at) || linksToAuthor(outline, at)) ||
      isElsewhere(outline, names, at)
    )
      return;
    const text = elementText(outline, at, '\n');
    if (text.length <= MAX_CHARACTERS && /\p{L}{2}/u.test(text) && !/\d{2}/.test(text) && !OTHERS.test(text))
      candidates.push({ at, text, class: attributeAt(outline, at, 'class') ?? '' });
  });
  const h1 = elements.h1s[0] ?? -1;
  const first = candidates.find(({ at }) => at > h1) ?? candidates.at(-1);
  if (first === undefined) return [];
  // An element inside the first holds the bare name; equals beside it hold further names.
  const inner =
    candidates.findLast(
      ({ at, text }) => at > first.at && at <= (outline.last[first.at] as number) && first.text.includes(text),
    ) ?? first;
  const found = [inner.text];
  let last = inner.at;
  for (const candidate of candidates) {
    if (
      candidate.at > last &&
      candidate.at - last <= APART &&
      candidate.class === inner.class &&
      tagAt(outline, candidate.at) === tagAt(outline, inner.at)
    ) {
      found.push(candidate.text);
      last = candidate.at;
    }
  }
  return found;
}

function linksToAuthor(outline: Outline, at: number): boolean {
  return tagAt(outline, at) === 'a' && AUTHOR_PAGE.test(attributeAt(outline, at, 'href') ?? '');
}
