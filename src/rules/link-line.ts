import type { Mark, Page, Reason, Rule } from '../core/types.js';

const SIGN = /[|｜•·]/;
/** Four links or more in a row, with a sign between each two. */
const ROW = /^(?:[^|｜•·]{1,40}\s?[|｜•·]\s?){3,}[^|｜•·]{1,40}$/u;
const ROW_MOST = 300;
const ROW_LINKED = 0.8;
/** A triangle before a title that is a link: how Korean newsrooms point to other articles. */
const TRIANGLE = /^[▶►▷☞]/u;
const TRIANGLE_LINKED = 0.3;

/** Lines of HTML of which the form and the links say together that they lead elsewhere. Of 963 development pages 38 had some, one of 237 gold. */
export const linkLine: Rule = {
  name: 'link-line',
  *mark(page: Page): Iterable<Mark> {
    for (const { span, text, markup } of page.blocks) {
      const links = markup?.linkDensity ?? 0;
      const reason: Reason | null =
        links > ROW_LINKED && text.length <= ROW_MOST && SIGN.test(text) && ROW.test(text)
          ? 'navigation'
          : links > TRIANGLE_LINKED && TRIANGLE.test(text)
            ? 'related'
            : null;
      if (reason !== null)
        yield { span, rule: 'link-line', claim: 'drop', reason, evidence: text.slice(0, 60), sure: true };
    }
  },
};
