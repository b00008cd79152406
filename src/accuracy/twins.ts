/** `ended`: without what stands behind the last kept line; `bare`: the kept lines and nothing else. */
export type Twin = 'ended' | 'bare';

/**
 * Labelled documents nearly all end in something that is not the article, and begin so; texts of other sources end with their last sentence.
 * What is fitted on the first alone takes that sentence for boilerplate, and what is measured on them alone does not show it.
 * So there are twins of a document's lines, without some of those that are not the article; none where that leaves nothing out.
 */
export function twinsOf<Line extends { readonly l: string }>(
  lines: readonly Line[],
): Partial<Record<Twin, readonly Line[]>> {
  const isKept = ({ l }: Line): boolean => l === 'keep';
  const ended = lines.slice(0, lines.findLastIndex(isKept) + 1);
  const bare = lines.filter(isKept);
  if (bare.length === 0) return {};
  return { ...(ended.length < lines.length && { ended }), ...(bare.length < ended.length && { bare }) };
}

/** True for a set of extracted texts that hold all that a page shows; other tools have mostly left the article alone. */
export const isWholePage = (set: string): boolean => set.startsWith('wet-');
