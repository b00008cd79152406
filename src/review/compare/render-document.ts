import picocolors from 'picocolors';
import { wrap } from '../diff.js';
import type { TracedSegment } from './compare.js';
import type { ExcerptItem } from './excerpt.js';
import type { ChangedDocument } from './largest.js';
import { visible } from './visible.js';
import { describeTrace, describeValues, describeWords, plural } from './wording.js';

export interface TerminalOptions {
  /** Columns to wrap at. */
  readonly width: number;
  /** Colours by terminal codes; without them the marks say the same. */
  readonly colour: boolean;
}

type Colours = ReturnType<typeof picocolors.createColors>;
type Changed = 'removed' | 'kept';

const GUTTER = 2;
const LEAST = 20;
const SIGNS = { removed: '-', kept: '+' } as const;

/** Characters that no shown text holds, in the place of brackets until lines are broken: so each line knows where it is within a change. */
const OPEN = { removed: '\u0001', kept: '\u0003' } as const;
const CLOSE = { removed: '\u0002', kept: '\u0004' } as const;
const BRACKETS: Readonly<Record<string, string>> = { '\u0001': '[', '\u0002': ']', '\u0003': '{', '\u0004': '}' };

function paint(kind: Changed, text: string, colours: Colours): string {
  return kind === 'removed' ? colours.red(text) : colours.green(text);
}

/** A line of a changed paragraph; `open` is what it begins in. */
function paintLine(line: string, open: Changed | null, colours: Colours): { text: string; open: Changed | null } {
  let [text, held, now] = ['', '', open];
  const flush = (): void => {
    text += now === null ? held : paint(now, held, colours);
    held = '';
  };
  for (const character of line) {
    const starts = character === OPEN.removed ? 'removed' : character === OPEN.kept ? 'kept' : null;
    if (starts !== null) {
      flush();
      now = starts;
    }
    held += BRACKETS[character] ?? character;
    if (character === CLOSE.removed || character === CLOSE.kept) {
      flush();
      now = null;
    }
  }
  flush();
  return { text, open: now };
}

function bracketed({ kind, text }: TracedSegment): string {
  const shown = visible(text);
  if (kind === 'same' || shown.trim() === '') return shown;
  const space = shown.endsWith(' ') ? ' ' : '';
  return `${OPEN[kind]}${SIGNS[kind]}${shown.trimEnd()}${SIGNS[kind]}${CLOSE[kind]}${space}`;
}

const tracesOf = (segments: readonly TracedSegment[]): string[] => [
  ...new Set(
    segments.flatMap(({ kind, trace }) => (kind === 'same' || trace === null ? [] : [describeTrace(kind, trace)])),
  ),
];

function renderParagraph(segments: readonly TracedSegment[], width: number, colours: Colours): string[] {
  const room = Math.max(LEAST, width - GUTTER);
  const traces = tracesOf(segments).map((trace) => colours.dim(`  ↳ ${trace}`));
  const [only] = segments;
  if (segments.length === 1 && only !== undefined) {
    const { kind, text } = only;
    const lines = wrap(visible(text), room);
    if (kind === 'same') return lines.map((line) => colours.dim(`  ${line}`));
    return [...lines.map((line) => paint(kind, `${SIGNS[kind]} ${line}`, colours)), ...traces];
  }
  let open: Changed | null = null;
  const lines = wrap(segments.map(bracketed).join(''), room).map((line) => {
    const painted = paintLine(line, open, colours);
    open = painted.open;
    return `~ ${painted.text}`;
  });
  return [...lines, ...traces];
}

function renderItem(item: ExcerptItem, width: number, colours: Colours): string[] {
  if (item.is === 'paragraph') return renderParagraph(item.segments, width, colours);
  const paragraphs = plural(item.paragraphs, 'paragraph');
  return [colours.dim(item.is === 'gap' ? `  … ${paragraphs} the same` : `  … ${paragraphs} more that changed`)];
}

/** One changed document: its fields before and after, and its text, "-" what was removed, "+" what is kept now, "~" where both are. */
export function renderChanges(document: ChangedDocument, { width, colour }: TerminalOptions): string {
  const colours = picocolors.createColors(colour);
  const { rawPath, key, words, fields, excerpt } = document;
  const name = visible(key === null ? rawPath : `${rawPath} ${key}`);
  const said = describeWords(words);
  const longest = Math.max(0, ...fields.map(({ field }) => field.length));
  const out = [
    `${colours.bold(name)}${said === '' ? '' : `  ${said}`}`,
    ...fields.map(
      ({ field, before, after }) =>
        `${colours.dim(field.padEnd(longest))}  ${paint('removed', `[-${describeValues(before)}-]`, colours)} ${paint('kept', `{+${describeValues(after)}+}`, colours)}`,
    ),
  ];
  for (const item of excerpt) out.push('', ...renderItem(item, width, colours));
  return out.join('\n') + '\n';
}
