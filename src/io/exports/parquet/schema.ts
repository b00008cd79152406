import type { ParquetWriter } from 'hyparquet-writer';
import type { Column, ColumnType } from '../../table/column.js';

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const MICROSECONDS = 1000n;

/** What stands for a type in the schema, its parts after it. Nothing is optional that is always there. */
function elementsOf(name: string, type: ColumnType): Schema {
  switch (type.kind) {
    case 'list':
      return [
        { name, repetition_type: 'REQUIRED', converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', type.of),
      ];
    case 'struct': {
      const fields = Object.entries(type.fields);
      return [
        { name, repetition_type: 'REQUIRED', num_children: fields.length },
        ...fields.flatMap(([field, of]) => elementsOf(field, of)),
      ];
    }
  }
  const element = { name, repetition_type: type.nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const) };
  switch (type.kind) {
    case 'text':
      return [{ ...element, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
    case 'int':
      return [{ ...element, type: 'INT32' }];
    case 'long':
      return [{ ...element, type: 'INT64' }];
    case 'double':
      return [{ ...element, type: 'DOUBLE' }];
    case 'time':
      // Without a zone: what a clock on the wall showed is no point in time, and a day stays that day wherever the table is read.
      return [
        { ...element, type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MICROS' } },
      ];
  }
}

export function schemaOf(columns: readonly Column[]): Schema {
  return [
    { name: 'schema', num_children: columns.length },
    ...columns.flatMap(({ name, type }) => elementsOf(name, type)),
  ];
}

/** A column's value as the writer takes it: 64 bits as a bigint, times in microseconds. */
export function storedValue(type: ColumnType, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  return type.kind === 'time' ? BigInt(value) * MICROSECONDS : type.kind === 'long' ? BigInt(value) : value;
}
