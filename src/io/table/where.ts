import { UsageError } from '../../core/errors.js';
import type { Column, Value } from './column.js';
import { columnOf, COLUMNS } from './columns.js';
import type { Entry } from './entry.js';
import { timeSpan } from './time-span.js';

/** `field=value` and the like: which records are asked for. */

type Operator = '=' | '!=' | '>=' | '<=' | '>' | '<';
type Test = (entry: Entry) => boolean;
interface Condition {
  readonly column: Column;
  readonly operator: Operator;
  readonly test: Test;
}

const CONDITION = /^(\w*) ?(!=|>=|<=|=|>|<)([^]*)$/;

/** Fields that can be compared with what one types: all but lists of structs. */
const COMPARABLE = COLUMNS.filter(({ type }) => type.kind !== 'list' || type.of.kind !== 'struct');

/** What lies on one axis: a value that is typed covers a stretch of it, as a day does of time. */
function onAxis(operator: Operator, start: number, end: number): (found: number) => boolean {
  switch (operator) {
    case '=':
      return (found) => found >= start && found < end;
    case '!=':
      return (found) => found < start || found >= end;
    case '>=':
      return (found) => found >= start;
    case '<=':
      return (found) => found < end;
    case '>':
      return (found) => found >= end;
    case '<':
      return (found) => found < start;
  }
}

function stretchOf({ name, type }: Column, wanted: string): readonly [number, number] {
  if (type.kind === 'time') {
    const span = timeSpan(wanted);
    if (span === null)
      throw new UsageError(
        `--where: ${name}: expected a date such as 2031, 2031-05, 2031-05-03 or 2031-05-03T17:45, got "${wanted}"`,
      );
    return span;
  }
  if (!/^\d{1,15}$/.test(wanted)) throw new UsageError(`--where: ${name}: expected a whole number, got "${wanted}"`);
  return [Number(wanted), Number(wanted) + 1];
}

const isAbsent = (found: Value): boolean =>
  found === null || found === '' || (Array.isArray(found) && found.length === 0);

function testOf(column: Column, operator: Operator, wanted: string): Test {
  const { name, type, value } = column;
  if (wanted === '') {
    if (operator !== '=' && operator !== '!=')
      throw new UsageError(`--where: ${name}${operator}: expected a value to compare with`);
    return (entry) => isAbsent(value(entry)) === (operator === '=');
  }
  if (type.kind !== 'text' && type.kind !== 'list') {
    const test = onAxis(operator, ...stretchOf(column, wanted));
    return (entry) => {
      const found = value(entry);
      return typeof found === 'number' ? test(found) : operator === '!=';
    };
  }
  if (operator !== '=' && operator !== '!=')
    throw new UsageError(`--where: ${operator} compares numbers and dates, and ${name} is text; use = or !=`);
  if (type.kind === 'text' && type.values !== undefined && !type.values.includes(wanted))
    throw new UsageError(`--where: ${name}: expected one of ${type.values.join(', ')}, got "${wanted}"`);
  return (entry) => {
    const found = value(entry);
    return (Array.isArray(found) ? found.includes(wanted) : found === wanted) === (operator === '=');
  };
}

function parse(text: string): Condition {
  const [, name, operator, rest] = CONDITION.exec(text.trim()) ?? [];
  const wanted = rest?.trim();
  if (name === undefined || operator === undefined || wanted === undefined)
    throw new UsageError(
      `--where: expected field=value, field!=value or, of numbers and dates, field>=value, got "${text}"`,
    );
  const column = columnOf(name, '--where', COMPARABLE);
  return { column, operator: operator as Operator, test: testOf(column, operator as Operator, wanted) };
}

/**
 * Whether a record is asked for: all conditions hold, and of several `=` on one field, one. A list is equal to a value that it holds; nothing
 * after the operator stands for an absent value. A date that is typed stands for all of its day, month or year.
 * @throws UsageError for a condition that is none, in one line
 */
export function parseWhere(texts: readonly string[]): (entry: Entry) => boolean {
  const equal = new Map<Column, Test[]>();
  const tests: Test[] = [];
  for (const { column, operator, test } of texts.map(parse)) {
    if (operator === '=') equal.set(column, [...(equal.get(column) ?? []), test]);
    else tests.push(test);
  }
  const groups = [...equal.values()];
  return (entry) => groups.every((group) => group.some((test) => test(entry))) && tests.every((test) => test(entry));
}
