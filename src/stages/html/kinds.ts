import type { BlockKind } from '../../core/types.js';
import { attributeAt, tagAt, type Outline } from './outline.js';
import type { Run } from './runs.js';
import { HEADING_TAGS } from './tags.js';

const LIST_TAGS = new Set(['li', 'dt', 'dd']);
/** Names that publishers in many languages give the line below a picture. */
const CAPTION_NAME =
  /(?:^|[\s_-])(?:wp-caption-text|(?:image|img|photo|picture|media|figure|video|gallery|foto)[_-]?caption|caption[_-]?text|figcaption|bildunterschrift|pie[_-]?(?:de[_-]?)?foto|didascalia|legende)(?:$|[\s_-])/i;
/** How far up a run's kind is looked for: farther up, an element says something of a whole section, not of the block. */
const REACH = 6;

/** Gives a function that tells what a run is by its markup. Each element's class is read once. */
export function kindFinder(outline: Outline): (run: Run) => BlockKind {
  const named = new Array<boolean | undefined>(outline.tags.length);
  const isNamedCaption = (at: number): boolean =>
    (named[at] ??= CAPTION_NAME.test(attributeAt(outline, at, 'class') ?? ''));
  return (run) => kindOf(outline, run, isNamedCaption);
}

/** A caption is a caption even in a list; a paragraph in a list item is a list item. */
function kindOf(outline: Outline, run: Run, isNamedCaption: (at: number) => boolean): BlockKind {
  if (run.layout === 'row') return 'table';
  if (run.layout === 'preformatted') return 'preformatted';
  let kind: BlockKind = 'paragraph';
  let at = run.holder;
  for (let steps = 0; at >= 0 && steps < REACH; at = outline.parent[at] as number, steps++) {
    const tag = tagAt(outline, at);
    if (HEADING_TAGS.has(tag)) return 'heading';
    if (tag === 'figcaption' || tag === 'caption' || isNamedCaption(at)) return 'caption';
    if (kind !== 'paragraph') continue;
    if (LIST_TAGS.has(tag)) kind = 'list-item';
    else if (tag === 'blockquote') kind = 'quote';
  }
  return kind;
}
