import type { ArticleRecord } from '../../../core/record.js';
import { escapeHeading, escapeLines } from './escape.js';

type Block = ArticleRecord['blocks'][number];

/** A backslash before a line's end breaks the line. */
const lines = (text: string, first: string, others: string): string => first + escapeLines(text).join(`\\\n${others}`);

function markdownOf(role: Block['role'], text: string): string {
  switch (role) {
    case 'heading':
      return `## ${escapeHeading(text)}`;
    case 'quote':
      return lines(text, '> ', '> ');
    case 'list-item':
      return lines(text, '- ', '  ');
    case 'standfirst':
    case 'paragraph':
    case 'table':
      return lines(text, '', '');
  }
}

/** The article as Markdown: a block a paragraph, heading, quotation or item. The headline is not repeated. */
export function bodyOf({ blocks, text }: ArticleRecord): string {
  let body = '';
  let before: Block['role'] | undefined;
  for (const { role, start, end } of blocks) {
    const gap = before === undefined ? '' : role === 'list-item' && before === 'list-item' ? '\n' : '\n\n';
    body += gap + markdownOf(role, text.slice(start, end));
    before = role;
  }
  return body;
}
