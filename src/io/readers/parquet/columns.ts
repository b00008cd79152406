import type { FileMetaData } from 'hyparquet';
import { parquetSchema } from 'hyparquet';

/** Which columns of a table say what, by their names; null where none does. */
export interface Columns {
  readonly document: string;
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly language: string | null;
  readonly source: string | null;
  readonly id: string | null;
}

/** Names as data sets of web pages have them, in order of trust; case, `_` and `-` do not matter. */
const NAMES: Readonly<Record<keyof Columns, readonly string[]>> = {
  document: [
    'html',
    'rawhtml',
    'htmlcontent',
    'pagehtml',
    'text',
    'rawtext',
    'rawcontent',
    'content',
    'body',
    'article',
  ],
  url: ['url', 'uri', 'warctargeturi', 'sourceurl', 'pageurl', 'link'],
  // A bare "date" is when the page was fetched in the data sets that are cut from crawls.
  fetchedAt: [
    'fetchedat',
    'fetchtime',
    'crawledat',
    'crawldate',
    'warcdate',
    'datedownload',
    'downloadedat',
    'scrapedat',
    'timestamp',
    'date',
  ],
  language: ['language', 'lang'],
  source: ['source'],
  id: ['id', 'uuid', 'docid', 'warcrecordid'],
};

const fold = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The columns of a table, or why it has none to read: in one line, with those that it has. */
export function chooseColumns(metadata: FileMetaData, asked: string | null): Columns | { problem: string } {
  const flat = parquetSchema(metadata).children.filter(
    ({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED',
  );
  const names = flat.map(({ element }) => element.name);
  const find = (kind: keyof Columns): string | null => {
    for (const wanted of NAMES[kind]) {
      const found = names.find((name) => fold(name) === wanted);
      if (found !== undefined) return found;
    }
    return null;
  };
  const document = asked === null ? find('document') : names.includes(asked) ? asked : null;
  const list = names
    .slice(0, 20)
    .map((name) => name.replace(/\p{C}/gu, '\ufffd').slice(0, 60))
    .join(', ');
  if (document === null)
    return {
      problem:
        asked === null
          ? `no column is named as one of documents; name one with --column (it has: ${list})`
          : `there is no column "${asked}" (it has: ${list})`,
    };
  const other = (kind: keyof Columns): string | null => {
    const found = find(kind);
    return found === document ? null : found;
  };
  return {
    document,
    url: other('url'),
    fetchedAt: other('fetchedAt'),
    language: other('language'),
    source: other('source'),
    id: other('id'),
  };
}
