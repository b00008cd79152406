import type { PhraseList } from './types.js';

export const en: PhraseList = {
  language: 'en',
  stopwords: [],
  fields: { byline: [], published: [], updated: [], credit: [], agencies: [] },
  phrases: [
    { reason: 'advertisement', kind: 'label', any: ['advertisement'], drops: ['ADVERTISEMENT'], keeps: ['The advertisement was withdrawn.'] },
  ],
};
