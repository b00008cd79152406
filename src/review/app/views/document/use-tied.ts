import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { tiedScroll, type Column } from '../../state/tie.js';

function columnOf(pane: HTMLElement): Column {
  const origin = pane.getBoundingClientRect().top - pane.scrollTop;
  const tops = [...pane.querySelectorAll('[data-tie]')].map((piece) => piece.getBoundingClientRect().top - origin);
  return { scroll: pane.scrollTop, view: pane.clientHeight, content: pane.scrollHeight, tops };
}

/** Scrolls each pane with the other. */
export function useTied(
  one: RefObject<HTMLElement | null>,
  other: RefObject<HTMLElement | null>,
  content: unknown,
  layout: string,
): void {
  useEffect(() => {
    const [a, b] = [one.current, other.current];
    if (a === null || b === null) return;
    // What we scroll ourselves is heard of again as if a person had.
    const ours = new Map<HTMLElement, number>();
    const follow = (from: HTMLElement, to: HTMLElement) => (): void => {
      const mine = ours.get(from);
      ours.delete(from);
      if (mine !== undefined && Math.abs(mine - from.scrollTop) < 2) return;
      const wanted = tiedScroll(columnOf(from), columnOf(to));
      if (Math.abs(wanted - to.scrollTop) < 1) return;
      to.scrollTop = wanted;
      ours.set(to, to.scrollTop);
    };
    const [onA, onB] = [follow(a, b), follow(b, a)];
    a.addEventListener('scroll', onA, { passive: true });
    b.addEventListener('scroll', onB, { passive: true });
    return () => {
      a.removeEventListener('scroll', onA);
      b.removeEventListener('scroll', onB);
    };
  }, [one, other, content, layout]);
}
