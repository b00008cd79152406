import { visible } from '../visible.js';

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML that was made here, where all text is escaped. */
export interface Markup {
  readonly html: string;
}

export type Content = Markup | string | number | readonly Content[];

const escape = (text: string): string => visible(text).replace(/[&<>"']/g, (character) => REFERENCES[character] ?? '');

function htmlOf(content: Content): string {
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map(htmlOf).join('');
}

/** A template of HTML: whatever is put into it is escaped, unless it is markup. Not called `html`, or Prettier would lay it out anew. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { html: String.raw({ raw: strings }, ...contents.map(htmlOf)) };
}
