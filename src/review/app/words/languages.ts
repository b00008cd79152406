/** Language codes out of documents: what browsers and listeners make of them. */

/** For an attribute `lang`; undefined where the code is none, or says that the language is not known. */
export function langOf(code: string): string | undefined {
  try {
    const [known] = Intl.getCanonicalLocales(code);
    return known === 'und' ? undefined : known;
  } catch {
    return undefined;
  }
}

/** The language's name, or else its code. */
export function languageName(code: string): string {
  if (code === 'und') return 'Not known';
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
