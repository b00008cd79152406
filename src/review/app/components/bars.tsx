import type { Reason } from '../../../core/types.js';
import { count, share } from '../words/numbers.js';
import { Foreign } from './parts.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** What the bar's length and the number stand for. */
  readonly value: number;
  /** What is written instead of the plain number. */
  readonly written?: string;
  readonly note?: string | undefined;
  readonly href: string;
  readonly chosen: boolean;
  readonly reason?: Reason;
  readonly foreign?: boolean;
}

interface Props {
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
  /** How many there are in all, if more than shown. */
  readonly of?: number;
  readonly open?: boolean;
}

/** Figures as bars with their numbers; each is a link that filters, and a chosen one a link that does no more. */
export function Bars({ title, unit, bars, of, open = false }: Props) {
  const largest = Math.max(1, ...bars.map(({ value }) => value));
  if (bars.length === 0) return null;
  return (
    <details class="bars" open={open || bars.some(({ chosen }) => chosen)}>
      <summary>
        <h2>{title}</h2> <span class="unit">{unit}</span>
      </summary>
      <ul>
        {bars.map(({ key, label, value, written, note, href, chosen, reason, foreign }) => (
          <li key={key}>
            <a href={href} aria-current={chosen ? 'true' : undefined} data-reason={reason}>
              <span class="name">
                {chosen && <span class="chosen">✕ </span>}
                {foreign === true ? <Foreign>{label}</Foreign> : label}
                {note !== undefined && <span class="note">{note}</span>}
              </span>
              <span class="number">{written ?? count(value)}</span>
              <span class="bar" style={{ '--share': share(value, largest) }} aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
      {of !== undefined && of > bars.length && <p class="more-there">and {count(of - bars.length)} more</p>}
    </details>
  );
}
