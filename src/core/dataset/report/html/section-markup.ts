import { unreachable } from '../../../text/unreachable.ts';
import type { Bar, BarColumn, Block, ReportSection, RuleLine } from '../layout/report-section.ts';
import type { ReportView } from '../layout/report-view.ts';
import { markup, type Markup } from './markup.ts';
import { rowLink, rowList } from './row-list.ts';

/** A part of the report as HTML that opens without scripts. */
export function sectionMarkup({ id, title, note, blocks }: ReportSection, view: ReportView): Markup {
  const beside = note === null ? null : markup` <span class="muted">${note}</span>`;
  return markup`
<section id="${id}"><h2>${title}${beside}</h2>${blocks.map((block) => blockMarkup(block, view))}</section>`;
}

function blockMarkup(block: Block, view: ReportView): Markup {
  switch (block.kind) {
    case 'sentence':
      return markup`<p>${block.text}</p>`;
    case 'columns':
      return markup`<div class="columns">${block.columns.map((each) => columnMarkup(each, view))}</div>`;
    case 'bars':
      return barList(block.bars, view);
    case 'rules':
      return markup`<div class="findings">${block.rules.map((each) => ruleMarkup(each, view))}</div>`;
    default:
      return unreachable(block);
  }
}

function columnMarkup({ title, note, bars }: BarColumn, view: ReportView): Markup {
  const small = note === null ? null : markup`<p class="muted small">${note}</p>`;
  return markup`<div><h3>${title}</h3>${small}${barList(bars, view)}</div>`;
}

function barList(bars: readonly Bar[], view: ReportView): Markup {
  return markup`<div class="bars">${bars.map((bar) => barMarkup(bar, view))}</div>`;
}

function barMarkup({ name, count, of, tone, leads }: Bar, view: ReportView): Markup {
  const percent = of === 0 ? 0 : Math.ceil((100 * count) / of);
  const inner = markup`<span class="name">${name}</span><span class="count">${count}</span><span class="track" aria-hidden="true"><span class="fill ${tone} w${String(percent)}"></span></span>`;
  return leads === null
    ? markup`
<div class="bar">${inner}</div>`
    : markup`
<details class="bar"><summary>${inner}</summary><div class="behind">${rowList(leads, view)}</div></details>`;
}

function ruleMarkup(line: RuleLine, view: ReportView): Markup {
  const items = line.first.map(
    ({ row, text }) =>
      markup`
<li>${row === 0 ? null : rowLink(row, view)} <span dir="auto">${text}</span></li>`,
  );
  const more = line.more === null ? null : markup`<p class="muted small">${line.more}</p>`;
  return markup`
<details class="rule"><summary><span class="severity ${line.severity}">${line.says}</span><span class="count">${line.count}</span><span class="about"><code>${line.rule}</code> ${line.sentence}</span><span class="in-rows muted">${line.inRows}</span></summary><div class="behind"><p>${line.about}</p><ul class="rows">${items}</ul>${more}</div></details>`;
}
