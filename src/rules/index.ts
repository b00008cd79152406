import type { Rule } from '../core/types.js';
import { appendedInterview } from './appended-interview.js';
import { fields } from './fields.js';
import { foreignInterface } from './foreign-interface.js';
import { generatedTail } from './generated-tail.js';
import { LINE_FORMS } from './line-forms.js';
import { phrase } from './phrase.js';
import { listedUnder } from './listed-under.js';
import { nextArticle } from './next-article.js';
import { repetition } from './repetition.js';
import { siteProfile } from './site-profile.js';

/** Every rule, in the order in which their marks are read. A new rule is one new file and a line here. */
export const RULES: readonly Rule[] = [
  siteProfile,
  repetition,
  phrase,
  fields,
  appendedInterview,
  generatedTail,
  nextArticle,
  listedUnder,
  foreignInterface,
  ...LINE_FORMS,
];
