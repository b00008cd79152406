import { en } from './en.js';
import type { PhraseList } from './types.js';

/** Every language we know phrases of. A new language is one new file and a line here. */
export const LISTS: readonly PhraseList[] = [en];
