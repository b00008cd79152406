import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Foreign } from '../../components/parts.js';
import type { Field } from '../../words/labels.js';
import type { Correction, Outcome } from './use-review.js';

const HINTS: Readonly<Record<Field, string>> = {
  headline: 'Empty: the document has none',
  authors: 'Separate several with ; — empty: it names none',
  datePublished: 'Like 2031-05-31, or with a time, 2031-05-31T08:15:00+02:00; empty: it does not say',
};

const correctionFor = (field: Field, text: string): Correction =>
  field === 'authors'
    ? {
        field,
        value: text
          .split(';')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
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
        <input
          dir="auto"
          value={draft}
          autofocus
          ref={(input) => {
            if (input !== null && document.activeElement !== input && draft === (pending ?? value)) input.focus();
          }}
          aria-describedby={`refusal-${field} hint-${field}`}
          aria-invalid={problem !== null}
          onInput={({ currentTarget }) => {
            setDraft(currentTarget.value);
          }}
        />
      </label>
      <div class="buttons">
        <button type="submit" class="strong">
          Save
        </button>
        <button type="button" class="quiet" onClick={close}>
          Cancel
        </button>
      </div>
      <p class="refusal" role="alert" id={`refusal-${field}`}>
        {problem !== null && `Not saved: ${problem}`}
      </p>
      <small id={`hint-${field}`}>{HINTS[field]}</small>
    </form>
  );
}
