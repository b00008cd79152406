import type { Entry } from './entry.js';

/**
 * What a column holds. `time` is in milliseconds since 1970, of the value in UTC if it has an offset and of what a clock on the wall showed
 * if not; `int` fits 32 bits, `long` 53. Lists and structs are never null themselves.
 */
export type ColumnType =
  | { readonly kind: 'text'; readonly nullable: boolean; readonly values?: readonly string[] }
  | { readonly kind: 'int' | 'long' | 'double' | 'time'; readonly nullable: boolean }
  | { readonly kind: 'list'; readonly of: ColumnType }
  | { readonly kind: 'struct'; readonly fields: Readonly<Record<string, ColumnType>> };

/** Text and numbers as they are, lists as arrays, structs as objects with the fields of their type. */
export type Value = string | number | null | readonly unknown[];

/** One column of the table that all formats share. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (entry: Entry) => Value;
}

export const TEXT: ColumnType = { kind: 'text', nullable: false };
export const TEXT_OR_NULL: ColumnType = { kind: 'text', nullable: true };
export const TEXTS: ColumnType = { kind: 'list', of: TEXT };
export const INT: ColumnType = { kind: 'int', nullable: false };
export const TIME_OR_NULL: ColumnType = { kind: 'time', nullable: true };

export const oneOf = (values: readonly string[], nullable = false): ColumnType => ({ kind: 'text', nullable, values });

export const structs = (fields: Readonly<Record<string, ColumnType>>): ColumnType => ({
  kind: 'list',
  of: { kind: 'struct', fields },
});
