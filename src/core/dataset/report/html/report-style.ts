/** One rule for each percent that a bar may be wide: the page allows no style in its elements. */
const widths = Array.from({ length: 101 }, (_, percent) => `.w${percent}{width:${percent}%}`).join('');

/** How a report is laid out and printed; the colours are variables. */
export const reportStyle = `
* { box-sizing: border-box; }
body {
  max-width: 1180px;
  margin: 0 auto;
  padding: 16px 24px 48px;
  background: var(--paper);
  color: var(--ink);
  font: 14px/20px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Malgun Gothic", "Noto Sans CJK KR", sans-serif;
  overflow-wrap: anywhere;
}
:lang(ko) { word-break: keep-all; }
h1, h2, h3, p, ul, dl, dd { margin: 0; }
ul { padding: 0; list-style: none; }
h1 { font-size: 22px; line-height: 28px; font-weight: 600; }
h2 { font-size: 16px; line-height: 22px; font-weight: 600; margin-bottom: 8px; }
h3 { font-size: 14px; font-weight: 600; margin-bottom: 4px; }
h2 .muted { font-size: 13px; }
.muted { color: var(--muted); font-weight: 400; }
.small { font-size: 12px; line-height: 16px; }
a { color: var(--link); }
code, article dd { font-family: ui-monospace, Consolas, Menlo, "Noto Sans Mono", "Noto Sans Mono CJK KR", monospace; font-size: 13px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; border-radius: 4px; }
header { padding-bottom: 12px; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 40px; margin-top: 12px; }
.facts dt { color: var(--muted); font-size: 12px; line-height: 16px; }
.facts dd { font-size: 20px; line-height: 26px; font-weight: 600; font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 8px 0; border-top: 1px solid var(--rule); }
section { padding: 16px 0; border-top: 1px solid var(--rule); scroll-margin-top: 8px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr)); gap: 16px 40px; align-items: start; }
.bars { max-width: 760px; margin-top: 4px; }
.bars + p, p + .columns, section > p + p { margin-top: 8px; }
section > p { max-width: 80ch; }
.bar > summary, div.bar {
  display: grid;
  grid-template-columns: 16px minmax(110px, 2fr) minmax(64px, max-content) minmax(80px, 3fr);
  gap: 0 8px;
  align-items: center;
  min-height: 26px;
  border-radius: 4px;
}
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: "\\25B8"; color: var(--link); text-align: center; }
details[open] > summary::before { content: "\\25BE"; }
summary:hover { background: var(--hover); }
div.bar::before { content: ""; }
.count { text-align: end; font-variant-numeric: tabular-nums; }
details .count { color: var(--link); }
.track { display: block; height: 10px; }
.fill { display: block; height: 10px; min-width: 0; background: var(--bar); forced-color-adjust: none; }
.fill.trained { background: var(--trained); }
.fill.look { background: var(--look); }
${widths}
.fill:not(.w0) { min-width: 2px; }
.behind { padding: 4px 0 8px 24px; }
.rows li { padding: 2px 0; }
.name, .says { unicode-bidi: isolate; }
.says { color: var(--muted); }
.rule > summary {
  display: grid;
  grid-template-columns: 16px 76px 56px minmax(0, 1fr) max-content;
  gap: 0 8px;
  align-items: baseline;
  padding: 3px 0;
  border-radius: 4px;
}
.rule code { font-weight: 600; }
.severity::before { display: inline-block; width: 16px; }
.severity.error { color: var(--error); }
.severity.warning { color: var(--warning); }
.severity.info { color: var(--muted); }
.severity.error::before { content: "\\25CF"; }
.severity.warning::before { content: "\\25B2"; }
.severity.info::before { content: "\\25CB"; }
.rule .behind > p:first-child { max-width: 80ch; margin-bottom: 4px; }
article { padding: 8px 0; border-top: 1px solid var(--rule); scroll-margin-top: 8px; }
article:target { background: var(--target); box-shadow: -4px 0 0 var(--link); padding-left: 8px; }
article dl > div { display: grid; grid-template-columns: 110px minmax(0, 1fr); gap: 0 12px; }
article dt { color: var(--muted); font-size: 12px; text-align: end; }
article dd { white-space: pre-wrap; }
footer { padding-top: 16px; border-top: 1px solid var(--rule); }
@media (max-width: 600px) {
  body { padding: 12px 12px 32px; }
  .facts { gap: 8px 24px; }
  .bar > summary, div.bar { grid-template-columns: 16px minmax(90px, 2fr) minmax(48px, max-content) minmax(60px, 2fr); }
  .rule > summary { grid-template-columns: 16px max-content max-content minmax(0, 1fr); }
  .rule .about { grid-column: 2 / -1; grid-row: 2; }
  .rule .in-rows { grid-column: 4; }
  .behind { padding-left: 12px; }
  article dl > div { grid-template-columns: 1fr; padding: 2px 0; }
  article dt { text-align: start; }
}
@media print {
  @page { margin: 14mm; }
  body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.4; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  summary::before { content: ""; }
  .fill { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  .bar, .rule > summary, article, .facts { break-inside: avoid; }
}
`;
