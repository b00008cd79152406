import type { DocumentSink } from '../export-sink.js';
import { bodyOf } from './md/body.js';
import { frontMatter } from './md/front-matter.js';
import { stemOf } from './md/stem.js';

/** Markdown to read: what the record says of itself as YAML, and the article's blocks. */
export const md: DocumentSink = {
  name: 'md',
  extension: '.md',
  shape: 'documents',
  stemOf,
  render(entry) {
    const body = bodyOf(entry.record);
    return frontMatter(entry) + (body === '' ? '' : `\n${body}\n`);
  },
};
