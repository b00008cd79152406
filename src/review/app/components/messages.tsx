import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Desk } from '../state/use-desk.js';

/** Notes go by themselves; a failure stays until somebody has seen it. */
const SHOWN = 5000;

export function Messages({ desk: { message, saving, hush } }: { readonly desk: Desk }) {
  useEffect(() => {
    if (message?.kind !== 'note') return;
    const timer = window.setTimeout(hush, SHOWN);
    return () => {
      window.clearTimeout(timer);
    };
  }, [message, hush]);
  // It stands below what it tells of, and not over it: the page ends where the message begins.
  const strip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--foot', `${strip.current?.offsetHeight ?? 0}px`);
    const { activeElement } = document;
    if (activeElement?.matches('.card, .card *, .result-link') === true)
      activeElement.scrollIntoView({ block: 'nearest' });
  }, [message, saving > 0]);
  const failure = message?.kind === 'failure' ? message : null;
  return (
    <div class="messages" ref={strip}>
      <div role="status" aria-live="polite">
        {saving > 0 && <p class="message saving">Saving …</p>}
        {saving === 0 && message?.kind === 'note' && <p class="message">{message.text}</p>}
      </div>
      <div role="alert">
        {failure !== null && (
          <div class="message failure">
            <p>{failure.text}</p>
            <div class="buttons">
              {failure.again !== null && (
                <button
                  type="button"
                  onClick={() => {
                    hush();
                    failure.again?.();
                  }}
                >
                  Try again
                </button>
              )}
              <button type="button" class="quiet" onClick={hush}>
                {failure.again === null ? 'Close' : 'Leave it'}
              </button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
