import type { ComponentChildren } from 'preact';
import type { ArticleRecord } from '../../../core/record.js';
import type { Reason } from '../../../core/types.js';
import { langOf } from '../words/languages.js';
import { REASON_LABELS, STATUS_LABELS } from '../words/labels.js';

/** Small things that all views show. */

/**
 * Text out of a document, within a line of ours: a box of its own, so that no direction mark in it can turn what stands around.
 */
export function Foreign({ children, lang }: { readonly children: string; readonly lang?: string | undefined }) {
  return (
    <bdi class="foreign" lang={lang === undefined ? undefined : langOf(lang)}>
      {children}
    </bdi>
  );
}

/** An address out of a document: a link only where it leads to the web. */
export function Address({ children }: { readonly children: string }) {
  if (!/^https?:\/\//i.test(children)) return <Foreign>{children}</Foreign>;
  return (
    <a class="foreign" href={children} rel="noreferrer noopener" target="_blank" dir="ltr">
      {children}
    </a>
  );
}

/** A passage of a document, a long one in a box that scrolls. */
export function Quoted({ children }: { readonly children: string }) {
  const long = children.length > 500 || children.split('\n').length > 12;
  return (
    <blockquote class={long ? 'quoted long' : 'quoted'} dir="auto" tabIndex={long ? 0 : undefined}>
      {children}
    </blockquote>
  );
}

export function ReasonTag({ reason }: { readonly reason: Reason }) {
  return (
    <span class="tag" data-reason={reason}>
      {REASON_LABELS[reason]}
    </span>
  );
}

export function StatusTag({ status }: { readonly status: ArticleRecord['status'] }) {
  return (
    <span class="status" data-status={status}>
      {STATUS_LABELS[status]}
    </span>
  );
}

export function Trouble({
  children,
  onAgain,
}: {
  readonly children: ComponentChildren;
  readonly onAgain?: () => void;
}) {
  return (
    <div class="trouble" role="alert">
      <p>{children}</p>
      {onAgain !== undefined && (
        <button type="button" onClick={onAgain}>
          Try again
        </button>
      )}
    </div>
  );
}
