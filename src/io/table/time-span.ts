const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** The stretch of time that a date stands for, in milliseconds, half-open: a year, month, day, minute or second. Null for what is no date. */
export function timeSpan(text: string): readonly [number, number] | null {
  const match = DATE.exec(text);
  if (match === null) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asUtc = Date.parse(`${written}Z`);
  // V8 takes the 30th of February for the 2nd of March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(written)) return null;
  const start = Date.parse(`${written}${zone === 'Z' ? zone : zone.replace(/:?(\d{2})$/, ':$1')}`);
  if (Number.isNaN(start)) return null;
  const end = new Date(start);
  if (match[6] !== undefined) end.setUTCSeconds(end.getUTCSeconds() + 1);
  else if (match[4] !== undefined) end.setUTCMinutes(end.getUTCMinutes() + 1);
  else if (match[3] !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (match[2] !== undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return [start, end.getTime()];
}
