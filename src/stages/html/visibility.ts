import { attributeOf, type Attributes } from './attributes.js';
import { UNSHOWN_TAGS } from './tags.js';

const STYLE = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i;
/** Classes that take text off the screen and leave it to screen readers: the names are the same in most frameworks, under any prefix. */
const OFF_SCREEN =
  /(?:^|[\s_-])(?:sr-only|show-for-sr|vh|visually-?hidden|screen-?reader(?:-(?:text|only))?|element-invisible|a11y-hidden|assistive-text|hidden-accessible)(?:\s|$)/i;

/** Why the element's own markup keeps it from view, or null. What style sheets and scripts hide isn't known. */
export function hiddenBy(tag: string, attributes: Attributes): string | null {
  if (UNSHOWN_TAGS.has(tag)) return tag;
  const hidden = attributeOf(attributes, 'hidden');
  if (hidden !== undefined && hidden !== 'until-found') return 'hidden';
  if (attributeOf(attributes, 'aria-hidden') === 'true') return 'aria-hidden';
  const style = attributeOf(attributes, 'style');
  if (style !== undefined && STYLE.test(style)) return 'style';
  if (tag === 'dialog' && attributeOf(attributes, 'open') === undefined) return 'dialog';
  // AMP shows these only while, or if, something else can't be shown.
  if (
    tag !== 'input' &&
    tag !== 'textarea' &&
    (attributeOf(attributes, 'placeholder') !== undefined || attributeOf(attributes, 'fallback') !== undefined)
  ) {
    return 'placeholder';
  }
  const names = attributeOf(attributes, 'class');
  return names !== undefined && OFF_SCREEN.test(names) ? 'off-screen' : null;
}
