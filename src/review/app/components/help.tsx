import { useEffect, useRef } from 'preact/hooks';

const READING = [
  ['j k', 'next, previous document (or group)'],
  ['n p', 'next, previous strike'],
  ['N P', 'next, previous piece of any kind'],
  ['v', 'side by side, or in one column'],
  ['g', 'the group of this strike'],
  ['/', 'search'],
  ['Esc', 'close, leave, back to the list'],
] as const;
const DECIDING = [
  ['a', 'agree with this strike'],
  ['r', 'reject it: keep the text'],
  ['s', 'strike the selected text, or this piece'],
  ['1 2 3', 'for this document, this source, everywhere'],
  ['u', 'take the last decision back'],
] as const;

function Keys({ keys, title }: { readonly keys: readonly (readonly [string, string])[]; readonly title: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Help({ readOnly, onClose }: { readonly readOnly: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 id="help-title">Keys</h2>
      <Keys keys={READING} title="Reading" />
      {!readOnly && <Keys keys={DECIDING} title="Deciding" />}
      {!readOnly && (
        <p>
          Decisions are saved at once, beside the raw documents, and obeyed by the next run: <code>npm run clean</code>.
        </p>
      )}
      <form method="dialog">
        <button type="submit" autofocus>
          Close
        </button>
      </form>
    </dialog>
  );
}
