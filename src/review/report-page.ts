import { createHash } from 'node:crypto';
import type { Report } from './api.js';

/** The review page's own script and style, as they were built. */
export interface Assets {
  readonly script: string;
  readonly style: string;
}

/**
 * The static report: one HTML file that holds all it shows. Its policy lets nothing run and nothing be loaded but the script and the style
 * in it, by their hashes, and what documents say stands in it as JSON without a character that HTML knows.
 */
export function reportPage(report: Report, assets: Assets): string {
  const script = inertScript(assets.script);
  const style = assets.style.replace(/<\//g, '<\\/');
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeText(report.title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page needs JavaScript.</noscript>
<script type="application/json" id="report">${inertJson(report)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);

/** JSON in which nothing can end the element, begin a comment, or end a line of a script. */
const inertJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Our own script, which may still hold such words in its strings. */
const inertScript = (script: string): string => script.replace(/<(?=\/script|script|!--)/gi, '\\x3C');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
