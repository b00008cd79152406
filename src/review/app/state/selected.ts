import type { Selection } from '../../api.js';

/** What is selected on the page, as a stretch of pieces. */
export interface Selected {
  readonly selection: Selection;
  readonly text: string;
  /** Where it stands in the window. */
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
}

interface End {
  readonly piece: number;
  readonly offset: number;
}

export function selectedPieces(within: Element): Selected | null {
  const chosen = document.getSelection();
  if (chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return null;
  const texts = [...within.querySelectorAll<HTMLElement>('[data-text]')].filter((text) => range.intersectsNode(text));
  const [first] = texts;
  const last = texts.at(-1);
  if (first === undefined || last === undefined) return null;
  const from = endIn(first, range.startContainer, range.startOffset, 0);
  const to = endIn(last, range.endContainer, range.endOffset, last.textContent.length);
  const text = chosen.toString().trim();
  if (text === '' || to.piece < from.piece || (to.piece === from.piece && to.offset <= from.offset)) return null;
  const { left, top, bottom } = range.getBoundingClientRect();
  return { selection: { from, to }, text, at: { left, top, bottom } };
}

/** Where a boundary of the range stands in a text; if it stands outside, the text counts to its edge. */
function endIn(text: HTMLElement, node: Node, offset: number, otherwise: number): End {
  const piece = Number(text.dataset['text']);
  if (!text.contains(node)) return { piece, offset: otherwise };
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(node, offset);
  return { piece, offset: before.toString().length };
}
