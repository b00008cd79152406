import type { Page } from '../../../core/types.js';
import { findChoices } from '../../choices.js';
import type { Columns } from './columns.js';

/** Where each block stands in a question with answers to click: the question is 1. Most of those that name no vote stand in lists, too. */
export function putChoices(columns: Columns, page: Page): void {
  const [at, many, counted] = ['choiceAt', 'choices', 'choiceCounted'].map((name) => columns.add(name)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (const { question, end, isCounted } of findChoices(page))
    for (let i = question; i < end; i++) {
      at[i] = i - question + 1;
      many[i] = end - question - 1;
      counted[i] = isCounted ? 1 : 0;
    }
}
