/** The page's only style sheet; its hash stands in the page's policy. Changes are marked by a line and a sign, and by colour beside that. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fbfaf7; --ink: #23211d; --quiet: #6b665d; --line: #dedad1; --sheet: #fff;
  --gone: #8f2218; --gone-back: #fbe9e5; --come: #1c5c34; --come-back: #e3f2e6;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #191815; --ink: #e4e0d7; --quiet: #a09a8d; --line: #39362f; --sheet: #211f1b;
    --gone: #f2a497; --gone-back: #40221d; --come: #97d6a8; --come-back: #1b3524;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 3rem 1.25rem 5rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
main { max-width: 46rem; margin: 0 auto; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; font-weight: 650; letter-spacing: -.01em; }
h2 { margin: 3rem 0 .5rem; font-size: 1.125rem; font-weight: 650; }
p { margin: .5rem 0; }
.quiet, caption, th { color: var(--quiet); }
.names { overflow-wrap: anywhere; }
.verdict { display: inline-block; margin-top: 1rem; padding: .25rem .75rem; border: 1px solid currentColor; border-radius: .25rem; }
.verdict.beyond { color: var(--gone); border-width: 2px; font-weight: 600; }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: 1rem; margin: 2rem 0 0; }
dl.figures div { border-top: 2px solid var(--line); padding-top: .5rem; }
dl.figures dt { color: var(--quiet); font-size: .875rem; }
dl.figures dd { margin: 0; font-size: 1.5rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th { font-weight: 400; font-size: .875rem; text-align: left; }
th, td { padding: .3rem 1rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; }
td:last-child { min-width: 7rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 1%; }
details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 0; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:hover .title { text-decoration: underline; text-underline-offset: .2em; }
summary:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
summary .title { padding-left: 1.25em; text-indent: -1.25em; font-weight: 550; overflow-wrap: anywhere; }
summary .title::before { content: '▸'; display: inline-block; width: 1.25em; text-indent: 0; color: var(--quiet); }
details[open] > summary .title::before { content: '▾'; }
summary .path { grid-column: 1 / -1; padding-left: 1.25em; color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
.words { font-variant-numeric: tabular-nums; white-space: nowrap; font-size: .9375rem; }
.sheet {
  margin: 0 0 1.75rem; padding: 1.25rem 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .375rem;
}
.sheet th { width: 1%; white-space: nowrap; }
.sheet td { width: 50%; }
.sheet .wide + .text { margin-top: 1.25rem; }
.text > :last-child { margin-bottom: 0; }
.text { font: 1.0625rem/1.6 'Iowan Old Style', 'Palatino Linotype', Palatino, Charter, Georgia, 'Noto Serif', serif; }
.text p { margin: 0 0 .75rem; overflow-wrap: anywhere; unicode-bidi: isolate; }
.text p.same { color: var(--quiet); }
.text p.removed, .text p.kept { padding-inline-start: 1rem; border-inline-start: 3px solid; }
.text p.removed { border-color: var(--gone); }
.text p.kept { border-color: var(--come); }
.text p.removed > del, .text p.kept > ins { padding: 0; background: none; }
del, ins { padding: .05em .15em; border-radius: .15em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
del { color: var(--gone); background: var(--gone-back); text-decoration: line-through 1px color-mix(in srgb, currentColor 55%, transparent); }
ins { color: var(--come); background: var(--come-back); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .15em; }
.why { margin: -.5rem 0 1rem; padding-inline-start: 1rem; }
.why, .gap { color: var(--quiet); font: .8125rem/1.4 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
.gap { margin: 1rem 0; text-align: center; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .875rem; }
@media (max-width: 36rem) {
  body { padding: 1.5rem 1rem 3rem; }
  summary { grid-template-columns: 1fr; }
  summary .words { padding-left: 1.25em; }
  .sheet { padding: 1rem; }
}
@media print { details:not([open]) { display: none; } body { background: none; } }
`;
