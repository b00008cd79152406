/** Longer texts hardly come again, and would take the room of many short ones. */
const LONGEST = 200;
/** Texts of a generation; two are remembered. */
const GENERATION = 4096;

/**
 * A pure function of a text, with what it gave for short texts that were asked about lately: menus and teasers say the same on page after
 * page of a source. Nothing but time hangs on what is remembered, and its memory is bounded. What `make` gives must not be changed by anyone,
 * and must hold no part of the text: such a part would keep the whole document alive.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    let made = young.get(text);
    if (made !== undefined) return made;
    made = old.get(text) ?? make(text);
    if (young.size === GENERATION) {
      old = young;
      young = new Map<string, T>();
    }
    young.set(copyOf(text), made);
    return made;
  };
}

/** The same characters in memory of their own. */
const copyOf = (text: string): string => ` ${text}`.slice(1);
