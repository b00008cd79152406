import picocolors from 'picocolors';
import type { ChangedDocument } from './largest.js';
import { differing, formatLimit, isBeyond, type ChangeLimit } from './limit.js';
import type { TerminalOptions } from './render-document.js';
import type { Summary, TraceCount } from './summary.js';
import { visible } from './visible.js';
import { count, describeTrace, describeValues, describeWords, plural, share } from './wording.js';

/** Rows of each table. */
const SHOWN = 10;

type Colours = ReturnType<typeof picocolors.createColors>;

export function headline({ documents }: Summary): string {
  const { before, unchanged, reasons, changed, onlyBefore, onlyAfter } = documents;
  const parts = [
    `${count(changed)} changed${changed === 0 ? '' : ` (${share(changed, before)})`}`,
    ...(onlyBefore > 0 ? [`${count(onlyBefore)} gone`] : []),
    ...(onlyAfter > 0 ? [`${count(onlyAfter)} new`] : []),
    ...(reasons > 0 ? [`${count(reasons)} struck for other reasons only`] : []),
    `${count(unchanged)} unchanged`,
  ];
  return `${plural(before + onlyAfter, 'document')}: ${parts.join(', ')}`;
}

/** A table whose first columns are figures and whose last is text. */
function tableOf(head: readonly string[], rows: readonly (readonly string[])[], colours: Colours): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
  const lines = all.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padStart(widths[i] ?? 0))).join('  '),
  );
  return lines.map((line, i) => (i === 0 ? colours.dim(`  ${line.trimEnd()}`) : `  ${line}`));
}

const more = (all: number): string[] => (all > SHOWN ? [`  … ${count(all - SHOWN)} more`] : []);

function traceTable(
  title: string,
  kind: 'removed' | 'kept',
  traces: readonly TraceCount[],
  colours: Colours,
): string[] {
  if (traces.length === 0) return [];
  const rows = traces
    .slice(0, SHOWN)
    .map((trace) => [count(trace.words), count(trace.documents), describeTrace(kind, trace)]);
  return ['', colours.bold(title), ...tableOf(['words', 'documents', ''], rows, colours), ...more(traces.length)];
}

function fieldLines({ fields, statuses }: Summary, colours: Colours): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(({ field, documents }) => {
    const moves = statuses.map(({ before, after, documents: own }) => `${before} → ${after} ${count(own)}`).join(', ');
    return [count(documents), field === 'status' ? `${field}: ${moves}` : field];
  });
  return ['', colours.bold('Fields that changed'), ...tableOf(['documents', ''], rows, colours)];
}

function sourceLines({ sources }: Summary, colours: Colours): string[] {
  const touched = sources.filter(({ changed, onlyBefore }) => changed + onlyBefore > 0);
  if (touched.length === 0) return [];
  const rows = touched
    .slice(0, SHOWN)
    .map(({ source, documents, changed, onlyBefore, removed, kept }) => [
      ...[changed, onlyBefore, documents, removed, kept].map(count),
      visible(source),
    ]);
  const head = ['changed', 'gone', 'of', '− words', '+ words', ''];
  return ['', colours.bold('By source'), ...tableOf(head, rows, colours), ...more(touched.length)];
}

const nameOf = ({ path, key }: { path: string; key: string | null }): string =>
  visible(key === null ? path : `${path} ${key}`);

function goneLines({ onlyBefore, documents }: Summary, colours: Colours): string[] {
  if (onlyBefore.length === 0) return [];
  const rows = onlyBefore.slice(0, SHOWN).map((lost) => [count(lost.words), nameOf(lost)]);
  return ['', colours.bold('Gone'), ...tableOf(['words', ''], rows, colours), ...more(documents.onlyBefore)];
}

function describeFields({ fields }: ChangedDocument): string {
  const status = fields.find(({ field }) => field === 'status');
  const others = fields.filter(({ field }) => field !== 'status').map(({ field }) => field);
  return [
    ...(status === undefined ? [] : [`${describeValues(status.before)} → ${describeValues(status.after)}`]),
    ...others,
  ].join(', ');
}

function largestLines({ largest, documents }: Summary, colours: Colours): string[] {
  if (largest.length === 0) return [];
  const rows = largest.slice(0, SHOWN).map((document) => {
    const fields = describeFields(document);
    return [
      describeWords(document.words),
      `${nameOf({ ...document, path: document.rawPath })}${fields === '' ? '' : `  (${fields})`}`,
    ];
  });
  return [
    '',
    colours.bold('Largest changes'),
    ...tableOf(['', ''], rows, colours).slice(1),
    ...more(documents.changed),
  ];
}

/** What is said of the limit; empty where none was set. */
export function verdict(summary: Summary, limit: ChangeLimit | null): string {
  if (limit === null) return '';
  const said = `${plural(differing(summary), 'document')} of ${count(summary.documents.before)} changed or gone`;
  return isBeyond(summary, limit)
    ? `${said}: more than ${formatLimit(limit)}`
    : `${said}: no more than ${formatLimit(limit)}`;
}

/** The whole comparison for a terminal, what matters most first. */
export function renderSummary(
  summary: Summary,
  names: { readonly before: string; readonly after: string },
  limit: ChangeLimit | null,
  { colour }: Pick<TerminalOptions, 'colour'>,
): string {
  const colours = picocolors.createColors(colour);
  const words = describeWords(summary.words);
  const judged = verdict(summary, limit);
  const out = [
    colours.dim(`${names.before} → ${names.after}`),
    colours.bold(headline(summary)),
    ...(words === '' ? [] : [`${words} in the text of ${plural(summary.texts, 'document')}`]),
    ...goneLines(summary, colours),
    ...traceTable('Newly removed', 'removed', summary.removed, colours),
    ...traceTable('Newly kept, and what it was', 'kept', summary.kept, colours),
    ...fieldLines(summary, colours),
    ...sourceLines(summary, colours),
    ...largestLines(summary, colours),
    ...(judged === '' ? [] : ['', limit !== null && isBeyond(summary, limit) ? colours.red(judged) : judged]),
  ];
  return out.join('\n') + '\n';
}
