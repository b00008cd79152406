import type { DocumentView, Piece } from '../../../api.js';
import type { Mark, Paragraph } from '../../state/pieces.js';
import { Foreign } from '../../components/parts.js';
import { roleOf } from './before.js';
import { langOf } from '../../words/languages.js';

interface Props {
  readonly view: DocumentView;
  readonly paragraphs: readonly Paragraph[];
  readonly marks: ReadonlyMap<number, Mark>;
  readonly choose: (piece: number) => void;
}

/** The article as it is left. Where something was taken out stands a mark, so that both panes have the same pieces. */
export function After({ view, paragraphs, marks, choose }: Props) {
  const { record, row } = view;
  const isShown = (piece: Piece, number: number): boolean =>
    piece.is === 'kept' || (piece.is === 'struck' && marks.get(number)?.action === 'keep');
  return (
    <article class="text" lang={langOf(row.language)}>
      <p class="title" dir="auto">
        {record.headline ?? ''}
      </p>
      {(record.authors.length > 0 || record.datePublished !== null) && (
        <p class="byline">
          <Foreign>{record.authors.join(', ')}</Foreign>
          {record.authors.length > 0 && record.datePublished !== null && ' · '}
          {record.datePublished?.value.slice(0, 10)}
        </p>
      )}
      {paragraphs.map(({ first, pieces }) => {
        const shown = pieces.some((piece, i) => isShown(piece, first + i));
        if (!shown)
          return pieces.map((piece, i) => <Scar key={first + i} piece={piece} number={first + i} choose={choose} />);
        return (
          <p key={first} class={`paragraph ${roleOf(pieces)}`} dir="auto">
            {pieces.map((piece, i) => {
              const number = first + i;
              if (!isShown(piece, number)) return <span key={number} data-tie={number} />;
              const pending = piece.is === 'struck';
              return [
                i > 0 && ' ',
                pending && (
                  <span class="decided" data-action="keep" dir="ltr" lang="en">
                    to be kept
                  </span>
                ),
                <span
                  key={number}
                  data-tie={number}
                  data-text={number}
                  class={pending ? 'body coming' : 'body'}
                  data-decided={pending ? undefined : marks.get(number)?.action}
                >
                  {piece.text}
                </span>,
              ];
            })}
          </p>
        );
      })}
    </article>
  );
}

interface ScarProps {
  readonly piece: Piece;
  readonly number: number;
  readonly choose: (piece: number) => void;
}

/** For the eye and the mouse alone: the strike itself, with its label, stands in the other pane. */
const Scar = ({ piece, number, choose }: ScarProps) => (
  <div
    class={`scar ${piece.is}`}
    data-tie={number}
    data-reason={piece.is === 'struck' ? piece.reason : undefined}
    aria-hidden="true"
    onClick={() => {
      choose(number);
    }}
  />
);
