/** The look of the page: ink on paper, light or dark, tables that fit a phone, and a sheet that prints. */
import { BLANK, FAINT, INK, RULE, SECOND, ZERO } from "../plots/svg.ts";

/** Plots carry the colours of a light page, for whoever takes them out of it; on a dark one these are overruled. */
const DARK_PLOTS = [
  [INK, "--ink"],
  [FAINT, "--faint"],
  [RULE, "--rule"],
  [SECOND, "--second"],
  [ZERO, "--wash"],
  [BLANK, "--paper"],
]
  .flatMap(([color, name]) => [
    `svg [fill="${color}"] { fill: var(${name}); }`,
    `svg [stroke="${color}"] { stroke: var(${name}); }`,
  ])
  .join(" ");

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1f2733; --paper: #fcfbf8; --wash: #f4f0e6; --rule: #ddd7ca; --faint: #666d78; --accent: #a23b2a; --second: #2f5d7c; --gain: 47, 110, 82; --loss: 162, 59, 42; }
@media screen and (prefers-color-scheme: dark) {
:root { --ink: #e6e2d8; --paper: #171a1f; --wash: #22262d; --rule: #3a3f48; --faint: #9aa0aa; --accent: #ec8d78; --second: #7fb3d6; --gain: 96, 178, 136; --loss: 226, 110, 88; }
${DARK_PLOTS}
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 "Segoe UI", "Helvetica Neue", Helvetica, Arial, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
h1, h2, h3, .note-source { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, serif; }
h1 { font-size: clamp(1.9rem, 4.5vw, 2.9rem); line-height: 1.12; margin: 0 0 .5rem; letter-spacing: -.01em; text-wrap: balance; }
h2 { font-size: 1.65rem; line-height: 1.2; margin: 3.6rem 0 .9rem; padding-top: 1rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.12rem; margin: 2rem 0 .25rem; }
p, ul { max-width: 46rem; }
.subtitle { color: var(--faint); margin: 0 0 1.4rem; font-size: 1.02rem; }
.notice { border-left: 4px solid var(--accent); background: var(--wash); padding: .7rem 1rem; margin: 0 0 .8rem; max-width: 46rem; }
nav { margin: 1.6rem 0 0; display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; font-size: .92rem; }
nav a { color: var(--accent); text-decoration: none; border-bottom: 1px solid transparent; }
nav a:hover { border-color: currentColor; }
#summary ul { list-style: none; padding: 0; font-size: 1.06rem; }
#summary li { padding: .5rem 0 .5rem 1.1rem; border-left: 2px solid var(--rule); margin-bottom: .35rem; }
li { margin: .25rem 0; }
.caption { color: var(--faint); font-size: .88rem; margin: 0 0 .5rem; max-width: 46rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; min-width: 24rem; }
th, td { text-align: left; padding: .36rem .5rem .36rem 0; vertical-align: top; border-bottom: 1px solid var(--rule); }
th { border-bottom: 2px solid var(--ink); font-weight: 600; vertical-align: bottom; line-height: 1.25; }
.figure { text-align: right; padding-left: .15rem; }
td.figure, .date { white-space: nowrap; }
td:not(.figure) { min-width: 5.5rem; }
td svg { display: inline-block; vertical-align: middle; max-width: none; }
td[data-shade] { padding-right: .5rem; }
th button { all: unset; cursor: pointer; }
th button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
th[aria-sort] button { color: var(--accent); }
th[aria-sort="ascending"] button::after { content: " ▲"; font-size: .7em; }
th[aria-sort="descending"] button::after { content: " ▼"; font-size: .7em; }
tbody tr:hover td { background: var(--wash); }
.all { all: unset; cursor: pointer; color: var(--accent); font-size: .88rem; padding: .45rem 0; }
.all:hover, .all:focus-visible { text-decoration: underline; }
figure { margin: 1.6rem 0; }
figcaption { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; font-weight: 700; font-size: 1.12rem; margin-bottom: .6rem; }
svg { max-width: 100%; height: auto; display: block; font-family: inherit; }
sup { line-height: 0; white-space: nowrap; font-size: .7em; margin-left: .15em; }
sup a { color: var(--accent); text-decoration: none; padding: 0 .1em; }
details > summary { cursor: pointer; color: var(--accent); margin-top: 1.4rem; font-size: .95rem; }
#notes ol { font-size: .85rem; padding-left: 2.4rem; columns: 26rem; column-gap: 2.5rem; }
#notes li { break-inside: avoid; margin: 0 0 .55rem; }
#notes li:target { background: var(--wash); }
.note-source { color: var(--faint); font-style: italic; }
footer { margin-top: 3rem; color: var(--faint); font-size: .85rem; border-top: 1px solid var(--rule); padding-top: .8rem; }
@media screen and (max-width: 45rem) { figure { overflow-x: auto; } figure svg { max-width: none; } }
@media print { @page { margin: 12mm; } body { background: #fff; font-size: 10.5pt; } main { max-width: none; padding: 0; } nav, .all { display: none; } h2, h3, .caption { break-after: avoid; } figure, tr { break-inside: avoid; } .scroll { overflow: visible; } table { font-size: 7.5pt; } #table-actors table { font-size: 6.5pt; } td:not(.figure) { min-width: 0; } }
`;
