import { load } from 'cheerio/slim';
import { isTag } from 'domhandler';

/** Elements that act, load or lead elsewhere. The policy of the answer forbids all of that, too: each is enough by itself. */
const ACTIVE =
  'script, iframe, frame, object, embed, applet, portal, link, base, meta, template, audio, video, source, track, form > input[type=hidden]';
/** Attributes that load or lead somewhere; a picture may bring its own data. */
const LEADING = new Set([
  'href',
  'src',
  'srcset',
  'xlink:href',
  'action',
  'formaction',
  'ping',
  'poster',
  'background',
  'data',
  'srcdoc',
  'target',
  'autofocus',
]);
const PICTURE = /^\s*data:image\/(?:png|jpeg|gif|webp|avif);/i;

/** Styles without what they would load; an escape could hide it. */
const inertStyle = (style: string): string =>
  style.replace(/\\|@import|\b(?:url|src|image-set|cross-fade)\s*\((?!\s*['"]?data:)/gi, '/**/');

/**
 * A raw page to be looked at: its text and styles, without scripts, frames, links and whatever it would load. Read by htmlparser2,
 * which mends nothing, so that the browser does. What is too deep must be refused before: selecting takes quadratic time in depth.
 */
export function previewOf(html: string): string {
  const $ = load(html);
  $(ACTIVE).remove();
  $('*').each((_, element) => {
    if (!isTag(element)) return;
    for (const name of Object.keys(element.attribs)) {
      const lower = name.toLowerCase();
      const isPicture = lower === 'src' && PICTURE.test(element.attribs[name] ?? '');
      if (lower.startsWith('on') || (LEADING.has(lower) && !isPicture)) Reflect.deleteProperty(element.attribs, name);
    }
  });
  $('style').each((_, element) => {
    $(element).text(inertStyle($(element).text()));
  });
  $('[style]').each((_, element) => {
    $(element).attr('style', inertStyle($(element).attr('style') ?? ''));
  });
  $('head').prepend('<meta charset="utf-8">');
  return $.html();
}
