import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Foreign } from '../../components/parts.js';
import type { Field } from '../../words/labels.js';
import { counted } from '../../words/numbers.js';
import type { Correction, Outcome } from './use-review.js';

const HINTS: Readonly<Record<Field, string>> = {
  headline: 'Empty: the document has none',
  authors: 'Separate several with ; or put each on a line of its own (Shift + Enter); empty: it names none',
  datePublished: 'Like 2031-05-31, or with a time, 2031-05-31T08:15:00+02:00; empty: it does not say',
};

const namesIn = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** How the field will be read: a comma separates nobody. */
const readAs = (names: readonly string[]): string =>
  names.length === 0 ? 'no author' : `${counted(names.length, 'author')}: ${names.join('; ')}`;

const correctionFor = (field: Field, text: string): Correction =>
  field === 'authors'
    ? {
        field,
        value: namesIn(text),
      }
    : { field, value: text.trim() === '' ? null : text.trim() };

interface Props {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  readonly pending: string | null;
  /** Null: can only be read. */
  readonly onSave: ((correction: Correction) => Promise<Outcome>) | null;
  readonly children: ComponentChildren;
}

/** A field of the record, and a form in its place while somebody sets it right. */
export function Correctable({ field, label, value, pending, onSave, children }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setDraft(null);
    setProblem(null);
    window.setTimeout(() => button.current?.focus());
  };
  if (draft === null || onSave === null)
    return (
      <div class={`correctable field-${field}`}>
        {children}
        {pending !== null && (
          <span class="pending">
            → <Foreign>{pending}</Foreign>, with the next run
          </span>
        )}
        {onSave !== null && (
          <button
            ref={button}
            class="quiet correct"
            type="button"
            aria-label={`Correct: ${label}`}
            onClick={() => {
              setDraft(pending ?? value);
            }}
          >
            correct
          </button>
        )}
      </div>
    );
  const input = {
    dir: 'auto' as const,
    value: draft,
    ref: (field: HTMLInputElement | HTMLTextAreaElement | null) => {
      if (field !== null && document.activeElement !== field && draft === (pending ?? value)) field.focus();
    },
    'aria-describedby': `refusal-${field} hint-${field}`,
    'aria-invalid': problem !== null,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setDraft(currentTarget.value);
    },
  };
  return (
    <form
      class={`correctable editing field-${field}`}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(correctionFor(field, draft)).then(({ saved, refused }) => {
          if (saved) close();
          else setProblem(refused);
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        close();
      }}
    >
      <label>
        <span>{label}</span>
        {field === 'authors' ? (
          <textarea
            {...input}
            rows={Math.max(1, draft.split('\n').length)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
          />
        ) : (
          <input {...input} />
        )}
      </label>
      <div class="buttons">
        <button type="submit" class="strong">
          Save
        </button>
        <button type="button" class="quiet" onClick={close}>
          Cancel
        </button>
      </div>
      {field === 'authors' && (
        <p class="read-as" aria-live="polite">
          <Foreign>{readAs(namesIn(draft))}</Foreign>
        </p>
      )}
      <p class="refusal" role="alert" id={`refusal-${field}`}>
        {problem !== null && `Not saved: ${problem}`}
      </p>
      <small id={`hint-${field}`}>{HINTS[field]}</small>
    </form>
  );
}
