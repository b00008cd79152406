/**
 * What Markdown would take for a sign of its own, by CommonMark and by GitHub's extensions, gets a backslash. Not more than that: the text is
 * read by people, too.
 */
function escapeInside(line: string): string {
  return (
    line
      .replace(/[\\`*[\]<~|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // Between letters an underscore is one.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  );
}

/** Signs that mean something only where a line begins. */
function escapeStart(line: string): string {
  return line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

const trim = (line: string): string => line.replace(/^[ \t]+|[ \t]+$/g, '');

/** The lines of a text, each safe at the beginning of a line of Markdown. */
export function escapeLines(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => escapeStart(escapeInside(trim(line))))
    .filter((line) => line !== '');
}

/** A text on one line, safe at the end of a heading, where number signs would be taken for its end. */
export function escapeHeading(text: string): string {
  return escapeLines(text)
    .join(' ')
    .replace(/(^|\s)(#+)$/, '$1\\$2');
}
