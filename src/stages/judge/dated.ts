/** A figure that may be a date or a time of day; cheap, for evidence only. Fields are read by stages/fields. */
const DATED =
  /\b(?:1[89]|20)\d\d\b|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|[\u0660-\u0669\u06f0-\u06f9]{4}|\d{4}\s?[年년]/;

export const isDatedLine = (text: string): boolean => text.length <= 120 && DATED.test(text);
