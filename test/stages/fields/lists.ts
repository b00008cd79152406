import type { PhraseList } from '../../../src/rules/phrases/types.js';

const list = (
  language: string,
  fields: Partial<PhraseList['fields']>,
  stopwords: readonly string[] = [],
): PhraseList => ({
  language,
  stopwords,
  fields: { byline: [], published: [], updated: [], credit: [], agencies: [], ...fields },
  phrases: [],
});

/** Small lists of a few words each, so that these tests do not hang on the shipped ones. */
export const TEST_LISTS: readonly PhraseList[] = [
  list(
    'en',
    {
      byline: ['by', 'story by', 'written by', 'compiled by', 'author :'],
      credit: ['photo [by]', 'courtesy of', 'image :', 'source'],
      agencies: ['Reuters', 'AP', 'The Associated Press', 'UNI', 'PTI'],
    },
    ['the', 'of', 'and', 'in', 'a', 'to', 'this', 'it', 'by', 'who', 'had'],
  ),
  list('de', { byline: ['von', 'ein kommentar von'], credit: ['foto :', 'quelle :'], agencies: ['dpa', 'epd'] }, [
    'mit',
    'der',
    'die',
    'das',
  ]),
  list('nl', { byline: ['door'] }),
  list('es', { byline: ['por'], agencies: ['EFE'] }, ['los', 'que', 'ahora']),
  list('pt', { byline: ['por'], agencies: ['Redação'] }),
  list('it', { byline: ['di'] }),
  list('pl', { byline: ['oprac'], credit: ['fot :'], agencies: ['PAP'] }),
  list('ru', { byline: ['(автор|авторы) :'], credit: ['фото :'] }),
  list('ar', { byline: ['(كتب|كتبت) [:]', 'بقلم [:]'] }),
  list('hi', { byline: ['रिपोर्ट :'], credit: ['फोटो :'], agencies: ['पीटीआई-भाषा'] }),
  list('id', { byline: ['penulis :'] }),
  list('th', { byline: ['โดย'] }),
  list('ko', { byline: ['~ (기자|특파원)', '기자 :'] }),
  list('ja', { byline: ['~ 記者', '(東京|北京) ~'] }),
  list('zh', { byline: ['本报记者 ~', '(記者|记者) ~ (報導|报道)', '作者 :'] }),
];
