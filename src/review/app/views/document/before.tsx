import type { DocumentView, Piece } from '../../../api.js';
import { isAlike, isShort, isStruck, markLabel, type Mark, type Paragraph } from '../../state/pieces.js';
import { REASON_LABELS, ROLE_LABELS } from '../../words/labels.js';
import { counted } from '../../words/numbers.js';
import { langOf } from '../../words/languages.js';

/** A longer strike shows its beginning until it is looked at. */
const LONG = 600;

interface Props {
  readonly view: DocumentView;
  readonly paragraphs: readonly Paragraph[];
  readonly marks: ReadonlyMap<number, Mark>;
  readonly current: number | null;
  readonly choose: (piece: number) => void;
  readonly onPeek: (piece: number | null) => void;
}

/** The source as it was, in order, with its strikes and moves in place. */
export function Before({ view, paragraphs, marks, current, choose, onPeek }: Props) {
  const entry = current ?? Math.max(0, view.pieces.findIndex(isStruck));
  const show = (piece: Piece, number: number, inline: boolean) => (
    <One
      key={number}
      {...{ piece, number, inline, choose, onPeek }}
      mark={marks.get(number)}
      isJoined={!inline && isAlike(view.pieces[number - 1], piece)}
      chosen={current === number}
      reachable={entry === number}
      lang={langOf(view.row.language)}
    />
  );
  return (
    <div class="text">
      {paragraphs.map(({ first, pieces }) =>
        pieces.length === 1 && pieces[0] !== undefined ? (
          show(pieces[0], first, false)
        ) : (
          <p key={first} class={`paragraph ${roleOf(pieces)}`} dir="auto" lang={langOf(view.row.language)}>
            {pieces.map((piece, i) => [i > 0 && ' ', show(piece, first + i, true)])}
          </p>
        ),
      )}
    </div>
  );
}

export const roleOf = (pieces: readonly Piece[]): string => {
  const kept = pieces.find((piece) => piece.is === 'kept');
  return kept?.is === 'kept' ? `role-${kept.role}` : 'role-paragraph';
};

function label(piece: Piece): string {
  switch (piece.is) {
    case 'struck':
      return REASON_LABELS[piece.reason];
    case 'moved':
      return `→ ${ROLE_LABELS[piece.to]}`;
    case 'kept':
      return '';
  }
}

interface OneProps {
  readonly piece: Piece;
  readonly number: number;
  readonly inline: boolean;
  readonly mark: Mark | undefined;
  /** Stands close below one that is alike. */
  readonly isJoined: boolean;
  readonly chosen: boolean;
  /** The one piece that Tab goes to; n and p go to the others. */
  readonly reachable: boolean;
  readonly lang: string | undefined;
  readonly choose: (piece: number) => void;
  readonly onPeek: (piece: number | null) => void;
}

function One({ piece, number, inline, mark, isJoined, chosen, reachable, lang, choose, onPeek }: OneProps) {
  const Tag = inline ? 'span' : 'div';
  const long = piece.is === 'struck' && piece.text.length > LONG;
  const name = label(piece);
  const spoken = { struck: `Struck: ${name}`, moved: `Moved ${name}`, kept: 'Kept' }[piece.is];
  const classes = ['piece', piece.is, inline ? 'inline' : 'block'];
  if (piece.is === 'kept' && !inline) classes.push(`role-${piece.role}`);
  if (isShort(piece)) classes.push('short');
  if (isJoined) classes.push('joined');
  return (
    <Tag
      class={classes.join(' ')}
      data-piece={number}
      data-tie={number}
      data-reason={piece.is === 'struck' ? piece.reason : undefined}
      data-chosen={chosen ? '' : undefined}
      data-decided={mark?.action}
      role="group"
      aria-label={mark === undefined ? spoken : `${spoken}, ${markLabel(mark)}`}
      aria-current={chosen ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => {
        choose(number);
      }}
      onMouseEnter={() => {
        if (piece.is === 'struck') onPeek(number);
      }}
      onMouseLeave={() => {
        onPeek(null);
      }}
    >
      {(name !== '' || mark !== undefined) && (
        <span class="labels" dir="ltr" lang="en">
          {name !== '' && <span class="tag">{name}</span>}
          {mark !== undefined && (
            <span class="decided" data-action={mark.action}>
              {markLabel(mark)}
            </span>
          )}
        </span>
      )}
      <span
        class={long && !chosen ? 'body long' : 'body'}
        data-text={number}
        {...(inline ? {} : { dir: 'auto', lang })}
      >
        {piece.text}
      </span>
      {long && !chosen && (
        <span class="rest" dir="ltr" lang="en">
          … {counted(piece.text.length, 'character')} in all
        </span>
      )}
    </Tag>
  );
}
