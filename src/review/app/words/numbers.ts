/** Numbers and times as people read them. */

const whole = new Intl.NumberFormat('en');
const rough = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const count = (n: number): string => whole.format(n);
export const compact = (n: number): string => rough.format(n);
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

export function percent(part: number, whole_: number): string {
  if (whole_ <= 0) return '0 %';
  const share = (part / whole_) * 100;
  return share > 0 && share < 1 ? '< 1 %' : `${Math.round(share)} %`;
}

/** As a length for a bar. */
export const share = (part: number, of: number): string => `${of <= 0 ? 0 : Math.min(100, (part / of) * 100)}%`;

/** With its sign; a true minus. */
export const difference = (n: number): string => (n === 0 ? '±0' : n > 0 ? `+${count(n)}` : `−${count(-n)}`);

export function moment(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : day.format(time);
}

export function lasting(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 0 to 1 as it is written in records: ".97". */
export const confidence = (value: number): string =>
  value >= 0.995 && value < 1 ? '> .99' : value.toFixed(2).replace(/^0/, '');
