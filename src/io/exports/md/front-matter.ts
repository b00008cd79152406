import type { Entry } from '../../table/entry.js';

/** Control characters and line ends of Unicode that YAML does not take, or takes for others, and halves of characters. */
const ESCAPED = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A value of JSON is one of YAML, of any version, but for a few characters. */
function yaml(value: string | readonly string[] | null): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  const json = JSON.stringify(typeof value === 'string' ? value.replace(LONE, '\ufffd') : value);
  return json.replace(ESCAPED, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What a record says of itself, between two lines of dashes. Dates stand as they were written, as text. */
export function frontMatter({ record, duplicateOf }: Entry): string {
  const { headline, authors, datePublished, url, canonicalUrl, source, inLanguage, status, id } = record;
  const fields = {
    title: headline,
    authors,
    date: datePublished?.value ?? null,
    url: url ?? canonicalUrl,
    source,
    language: inLanguage,
    status,
    id,
    ...(duplicateOf === null ? {} : { duplicateOf }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${yaml(value)}\n`);
  return `---\n${lines.join('')}---\n`;
}
