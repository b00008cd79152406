import type { Rule } from '../core/types.js';
import { appendedInterview } from './appended-interview.js';
import { authorBox } from './author-box.js';
import { commentThread } from './comment-thread.js';
import { contentsList } from './contents-list.js';
import { decision } from './decision.js';
import { dialog } from './dialog.js';
import { fields } from './fields.js';
import { foreignInterface } from './foreign-interface.js';
import { generatedTail } from './generated-tail.js';
import { LINE_FORMS } from './line-forms.js';
import { phrase } from './phrase.js';
import { linkLine } from './link-line.js';
import { listedUnder } from './listed-under.js';
import { menuRow } from './menu-row.js';
import { nextArticle } from './next-article.js';
import { pictureCaption } from './picture-caption.js';
import { poll } from './poll.js';
import { pullQuote } from './pull-quote.js';
import { readingAid } from './reading-aid.js';
import { repetition } from './repetition.js';
import { repeatedLine } from './repeated-line.js';
import { secondArticle } from './second-article.js';
import { signUpBox } from './sign-up-box.js';
import { siteProfile } from './site-profile.js';

/** Every rule, in the order in which their marks are read. A new rule is one new file and a line here. */
export const RULES: readonly Rule[] = [
  decision,
  siteProfile,
  repetition,
  phrase,
  fields,
  appendedInterview,
  generatedTail,
  nextArticle,
  secondArticle,
  commentThread,
  listedUnder,
  linkLine,
  signUpBox,
  poll,
  contentsList,
  menuRow,
  dialog,
  authorBox,
  pullQuote,
  pictureCaption,
  foreignInterface,
  readingAid,
  repeatedLine,
  ...LINE_FORMS,
];
