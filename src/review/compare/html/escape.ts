import { visible } from '../visible.js';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that was made here, or a text that was escaped: only the two functions below make it. */
export interface Html {
  readonly markup: string;
}

const escape = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');

export type Content = Html | string | number | readonly Content[];

const markupOf = (content: Content): string => {
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
};

/** A template of markup: whatever is put into it is escaped, unless it was made by this, too. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { markup: String.raw({ raw: strings }, ...contents.map(markupOf)) };
}
