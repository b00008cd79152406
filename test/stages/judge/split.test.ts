import { describe, expect, it } from 'vitest';
import type { Mark, Verdict } from '../../../src/core/types.js';
import { splitBlock } from '../../../src/stages/judge/split.js';
import { parseText } from '../../../src/stages/parse-text.js';

const LINE = 'The boat leaves at noon. ADVERTISEMENT It is back at dusk. Read more';
const block = parseText(LINE).blocks[0];
if (block === undefined) throw new Error('the line is a block');

const keep: Verdict = {
  span: block.span,
  block: 0,
  decision: 'keep',
  role: 'paragraph',
  reason: null,
  rule: 'judge',
  evidence: null,
  confidence: 0.9,
};

function mark(text: string, sure = true): Mark {
  const start = LINE.indexOf(text);
  return {
    span: { start, end: start + text.length },
    rule: 'label',
    claim: 'drop',
    reason: 'advertisement',
    evidence: text,
    sure,
  };
}

const cut = (marks: Mark[], verdict: Verdict = keep): [string, string][] =>
  splitBlock(verdict, marks, block, 'text').map(({ decision, span }) => [decision, LINE.slice(span.start, span.end)]);

describe('splitBlock', () => {
  it('cuts out what a sure mark covers, and the pieces tile the block', () => {
    expect(cut([mark(' Read more'), mark('ADVERTISEMENT ')])).toEqual([
      ['keep', 'The boat leaves at noon. '],
      ['drop', 'ADVERTISEMENT '],
      ['keep', 'It is back at dusk.'],
      ['drop', ' Read more'],
    ]);
  });

  it('says why', () => {
    expect(splitBlock(keep, [mark('ADVERTISEMENT')], block, 'text')[1]).toMatchObject({
      reason: 'advertisement',
      rule: 'label',
      evidence: 'ADVERTISEMENT',
      confidence: 0.98,
      role: null,
    });
  });

  it('takes overlapping marks one after the other', () => {
    expect(cut([mark('noon. ADVERTISEMENT'), mark('ADVERTISEMENT It')])).toEqual([
      ['keep', 'The boat leaves at '],
      ['drop', 'noon. ADVERTISEMENT'],
      ['drop', ' It'],
      ['keep', ' is back at dusk. Read more'],
    ]);
  });

  it('leaves the block whole for marks that are not sure, cover all of it or only keep', () => {
    expect(cut([mark('ADVERTISEMENT', false)])).toEqual([['keep', LINE]]);
    expect(cut([mark(LINE)])).toEqual([['keep', LINE]]);
    expect(cut([{ span: mark('It').span, rule: 'x', claim: 'keep', sure: true }])).toEqual([['keep', LINE]]);
  });

  it('does not cut what is dropped anyway', () => {
    expect(cut([mark('ADVERTISEMENT')], { ...keep, decision: 'drop' })).toEqual([['drop', LINE]]);
  });
});
