import { InvalidArgumentError } from 'commander';

/** The value of an option that counts something. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('expected a whole number from 1 up.');
  return Number(text);
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
};

/** The value of an option that is a size of files: "256MB", "1.5 GiB". In bytes. */
export function byteSize(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? [];
  const bytes = Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? NaN));
  if (number === '' || !(bytes >= 1)) throw new InvalidArgumentError('expected a size such as 256MB.');
  return bytes;
}
