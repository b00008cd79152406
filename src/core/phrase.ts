import type { Reason } from './types.js';

/**
 * A phrase list is data: what interface text and notices look like in one language.
 *
 * Patterns are words, not regular expressions, so that they can be read, cannot backtrack and may come from users:
 *
 *     word          that word; case, accents and punctuation do not matter
 *     word*         a word that begins so (inflected languages: `подпис*`, `abone*`, `구독*`)
 *     (a|b c|d)     one of these
 *     [a|b c]       one of these, or nothing
 *     ...           up to six words in between (twelve characters in Chinese, Japanese, Thai)
 *     #             a number
 *     :             a colon must stand here ("read also :"), also a full-width one
 *
 * Han, kana and Thai are matched by the character: 続きを読む is written as it is, and `*` has no use there.
 */
export type Pattern = string;

/**
 * What a hit means:
 *   label     the whole line is this label and can hardly be anything else ("ADVERTISEMENT", "Scroll to continue", "Leave a comment")
 *   button    the whole line is a bare word which might as well be a subheading of the article ("Share", "More", "Next", "Comments").
 *             The judge looks at what stands around it.
 *   lead-in   the line begins with it and goes on ("Read also: …", "Tags: …", "Sign up for our newsletter and …", "Copyright 2024 …")
 *   ending    the line ends with it ("… All rights reserved", "… Click here")
 *   notice    stands anywhere in a line of at most sixty words that is not in quotes, and makes the line a notice or a prompt
 *             ("… independently selected by our editors …"). Must be long or peculiar enough never to occur in an article's own sentence.
 *   list-head the whole line heads a list of links to other articles, or a comment thread, which goes with it ("Most read", "You may
 *             also like", "Comments (3)"). Only with reasons related, comments, navigation, advertisement or appended. A counter in
 *             brackets or digits behind it is allowed without saying so.
 */
export type PhraseKind = 'label' | 'button' | 'lead-in' | 'ending' | 'notice' | 'list-head';

export interface Phrase {
  readonly reason: Reason;
  readonly kind: PhraseKind;
  readonly any: readonly Pattern[];
  /**
   * Only with the reason appended, whose phrases are weighed otherwise, for articles have summaries and questions, too: what nobody but a
   * model says of itself and its task.
   */
  readonly sure?: true;
  /** Lines that must be hit. Written for this list, at least one. */
  readonly drops: readonly string[];
  /** Lines and sentences of articles, close to the pattern, that must not be hit. At least one. */
  readonly keeps: readonly string[];
}

/** Words that announce a field. Patterns as above, matched at the start of a line or piece. */
export interface FieldWords {
  /** "by", "von", "автор :", "reported by", "written by"; in Korean or Japanese also what follows the name: `~ 기자`, `~ 記者`. A `~` stands for the name. */
  readonly byline: readonly Pattern[];
  /** "published", "posted on", "опубликовано", "入力", "입력". */
  readonly published: readonly Pattern[];
  /** "updated", "last modified", "수정". */
  readonly updated: readonly Pattern[];
  /** "photo", "image", "foto", "фото", "courtesy of", "사진", "写真", "صورة": words that name the picture's author. */
  readonly credit: readonly Pattern[];
  /** News agencies as written in this language, with their usual short form: "Reuters", "AP", "dpa", "연합뉴스". */
  readonly agencies: readonly string[];
}

export interface PhraseList {
  /** BCP 47 primary language. */
  readonly language: string;
  /** The language's fifty or so commonest function words, lower case: they tell sentences from labels. Empty for Chinese and Japanese; there, common particles and function characters. */
  readonly stopwords: readonly string[];
  readonly fields: FieldWords;
  readonly phrases: readonly Phrase[];
}
