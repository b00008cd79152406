import { UsageError } from '../../core/errors.js';
import { REJECTIONS, STATUSES, type ArticleRecord } from '../../core/record.js';
import {
  INT,
  oneOf,
  structs,
  TEXT,
  TEXT_OR_NULL,
  TEXTS,
  TIME_OR_NULL,
  type Column,
  type ColumnType,
} from './column.js';
import { timeOf } from './time.js';

const SPAN = { start: INT, end: INT };
const SHARE: ColumnType = { kind: 'double', nullable: false };

const column = (name: string, type: ColumnType, value: Column['value']): Column => ({ name, type, value });
const field = (name: string, type: ColumnType, value: (record: ArticleRecord) => ReturnType<Column['value']>): Column =>
  column(name, type, ({ record }) => value(record));
const source = (name: string, key: keyof ArticleRecord['provenance'], type = TEXT): Column =>
  field(name, type, ({ provenance }) => provenance[key]);

/** A date, as a time and as the record has it. */
const date = (name: 'datePublished' | 'dateModified'): Column[] => [
  field(name, TIME_OR_NULL, (record) => timeOf(record[name]?.value ?? null)),
  field(`${name}Value`, TEXT_OR_NULL, (record) => record[name]?.value ?? null),
  field(`${name}Precision`, oneOf(['day', 'minute', 'second'], true), (record) => record[name]?.precision ?? null),
  field(`${name}From`, TEXT_OR_NULL, (record) => record[name]?.from ?? null),
  field(`${name}Raw`, TEXT_OR_NULL, (record) => record[name]?.raw ?? null),
];

/** All columns, in their order: every value of a record is in one of them. A name once given stays; new columns come last. */
export const COLUMNS: readonly Column[] = [
  field('id', TEXT, ({ id }) => id),
  field('status', oneOf(STATUSES), ({ status }) => status),
  field('source', TEXT, ({ source }) => source),
  field('url', TEXT_OR_NULL, ({ url }) => url),
  field('canonicalUrl', TEXT_OR_NULL, ({ canonicalUrl }) => canonicalUrl),
  field('headline', TEXT_OR_NULL, ({ headline }) => headline),
  field('description', TEXT_OR_NULL, ({ description }) => description),
  field('authors', TEXTS, ({ authors }) => authors),
  field('publisher', TEXT_OR_NULL, ({ publisher }) => publisher),
  field('agency', TEXT_OR_NULL, ({ agency }) => agency),
  ...date('datePublished'),
  ...date('dateModified'),
  field('inLanguage', TEXT, ({ inLanguage }) => inLanguage),
  field('languages', structs({ language: TEXT, share: SHARE }), ({ languages }) => languages),
  field('text', TEXT, ({ text }) => text),
  field('wordCount', INT, ({ wordCount }) => wordCount),
  field('blocks', structs({ role: TEXT, ...SPAN, source: structs(SPAN) }), ({ blocks }) => blocks),
  field('captions', structs({ text: TEXT, credit: TEXT_OR_NULL }), ({ captions }) => captions),
  field('notes', structs({ kind: TEXT, text: TEXT }), ({ notes }) => notes),
  field('flags', TEXTS, ({ flags }) => flags),
  field('rejectionReason', oneOf(REJECTIONS, true), ({ rejection }) => rejection?.reason ?? null),
  field('rejectionDetail', TEXT_OR_NULL, ({ rejection }) => rejection?.detail ?? null),
  field('moves', structs({ to: TEXT, ...SPAN, text: TEXT }), ({ moves }) => moves),
  field(
    'removals',
    structs({ ...SPAN, text: TEXT, reason: TEXT, rule: TEXT, evidence: TEXT_OR_NULL, confidence: SHARE }),
    ({ removals }) => removals,
  ),
  column('duplicateOf', TEXT_OR_NULL, ({ duplicateOf }) => duplicateOf),
  column('copies', { kind: 'int', nullable: true }, ({ copies }) => copies),
  column('cleanPath', TEXT, ({ path }) => path),
  source('rawPath', 'rawPath'),
  source('key', 'key', TEXT_OR_NULL),
  source('rawSha256', 'rawSha256'),
  source('format', 'format'),
  source('rawOffset', 'offset', { kind: 'long', nullable: true }),
  source('encoding', 'encoding'),
  source('encodingFrom', 'encodingFrom'),
  field('fetchedAt', TIME_OR_NULL, ({ provenance }) => timeOf(provenance.fetchedAt)),
  source('fetchedAtValue', 'fetchedAt', TEXT_OR_NULL),
  source('copydesk', 'copydesk'),
  source('rules', 'rules'),
  source('options', 'options'),
  source('inputs', 'inputs'),
  field('schema', TEXT, ({ schema }) => schema),
];

const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(', ');

/**
 * The column of a name, of those that may be named.
 * @throws UsageError that lists them
 */
export function columnOf(name: string, option: string, among: readonly Column[] = COLUMNS): Column {
  const found = among.find((candidate) => candidate.name === name);
  if (found === undefined) throw new UsageError(`${option}: no field "${name}"; there are ${names(among)}`);
  return found;
}

/**
 * The columns that are asked for, in the order of the asking.
 * @param list names with commas between; all columns if undefined
 * @throws UsageError for a name that is none or stands there twice
 */
export function chooseColumns(list: string | undefined, removals: boolean): readonly Column[] {
  if (list === undefined) return COLUMNS.filter(({ name }) => removals || name !== 'removals');
  const chosen = list.split(',').map((name) => columnOf(name.trim(), '--columns'));
  const twice = chosen.find((one, i) => chosen.indexOf(one) !== i);
  if (twice !== undefined) throw new UsageError(`--columns: "${twice.name}" stands there twice`);
  if (!removals && chosen.some(({ name }) => name === 'removals'))
    throw new UsageError('--columns asks for removals and --no-removals for none; leave one of them out');
  return chosen;
}
