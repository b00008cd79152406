import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';
import type { ArticleRecord } from '../../src/core/record.js';
import type { Span } from '../../src/core/types.js';

/** White space, control characters and what takes no room: not lost where no span holds it. */
const INVISIBLE = /[\s\p{Cc}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
/** What may stand for white space: a character reference, a no-break space that was wrongly decoded. */
const STANDS_FOR_TEXT = /&#?[A-Za-z0-9]+;?|Â(?=\s|$)/g;

/** All spans of a record in the decoded source: kept, moved and removed, each list in the order in which it stands. */
export function spansOf(record: ArticleRecord): { kept: Span[]; moved: Span[]; removed: Span[] } {
  return { kept: record.blocks.flatMap((block) => block.source), moved: record.moves, removed: record.removals };
}

/** How many spans hold each character. */
export function countCover(length: number, spans: readonly Span[]): Uint16Array {
  const cover = new Uint16Array(length);
  for (const { start, end } of spans) for (let i = start; i < end; i++) cover[i] = (cover[i] ?? 0) + 1;
  return cover;
}

/** Offsets of the visible characters of start..end. */
export function* visible(source: string, start = 0, end = source.length): Iterable<number> {
  for (let i = start; i < end; i++) if (!INVISIBLE.test(source.charAt(i))) yield i;
}

const isInvisible = (text: string): boolean => Array.from(text).every((char) => INVISIBLE.test(char));

/**
 * Offsets of the characters of a page that a reader could see: text outside <head>, <script> and <style>, without what stands for
 * white space. Found by htmlparser2's own parser, which shares no code with ours.
 */
export function visibleOnPage(source: string): number[] {
  const offsets: number[] = [];
  let inside = 0;
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (name === 'head' || name === 'script' || name === 'style') inside++;
      },
      onclosetag: (name) => {
        if (name === 'head' || name === 'script' || name === 'style') inside--;
      },
      ontext: (text) => {
        if (inside > 0) return;
        // Not parser.startIndex: that is wrong behind an end tag with more than its name in it ("</b x>").
        const endIndex = parser.endIndex;
        const startIndex = endIndex + 1 - text.length;
        const blank = new Set<number>();
        for (const match of text.matchAll(STANDS_FOR_TEXT))
          if (match[0] === 'Â' || isInvisible(decodeHTML(match[0])))
            for (let i = 0; i < match[0].length; i++) blank.add(startIndex + match.index + i);
        for (const at of visible(source, startIndex, endIndex + 1)) if (!blank.has(at)) offsets.push(at);
      },
    },
    { decodeEntities: false },
  );
  parser.end(source);
  return offsets;
}
