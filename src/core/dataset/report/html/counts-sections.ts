import { formatMessage } from '../../../text/format-message.ts';
import type { DatasetReport, Lengths } from '../dataset-report.ts';
import { barList, binName, highest, type BarTone } from './bar-list.ts';
import { markup, type Markup } from './markup.ts';
import type { ReportView } from './report-view.ts';
import { rowList } from './row-list.ts';

/** Lengths of prompts, answers and texts, each with its percentiles and bars. */
export function lengthsSection(view: ReportView): Markup {
  const { report, say } = view;
  const body =
    report.lengths.length === 0
      ? markup`<p>${say('lengths.none')}</p>`
      : markup`<div class="columns">${report.lengths.map((each) => lengthsOf(each, view))}</div>`;
  return markup`
<section id="lengths"><h2>${say('lengths')}</h2>${body}</section>`;
}

function lengthsOf(lengths: Lengths, view: ReportView): Markup {
  const { of, bins, count, p50, p90, p99, shortest, longest } = lengths;
  const bars = bins.map((bin) => ({
    name: binName(bin),
    count: bin.count,
    of: highest(bins),
    tone: toneOf(of),
    rows: bin.count === 0 ? null : rowList(bin, view),
  }));
  return markup`<div><h3>${view.say(`lengths.of.${of}`, { count })}</h3><p class="muted small">${view.say('lengths.half', { p50, p90, p99, shortest, longest })}</p>${barList(bars)}</div>`;
}

function toneOf(of: Lengths['of']): BarTone {
  return of === 'prompts' ? 'plain' : 'trained';
}

/** Turns of the conversations and who speaks in them; null where nothing is a conversation. */
export function turnsSection(view: ReportView): Markup | null {
  const { report, say } = view;
  if (report.turns.length === 0) return null;
  const turns = report.turns.map((bin) => ({
    name: binName(bin),
    count: bin.count,
    of: highest(report.turns),
    tone: 'plain' as const,
    rows: bin.count === 0 ? null : rowList(bin, view),
  }));
  return markup`
<section id="turns"><div class="columns"><div><h2>${say('turns')}</h2>${barList(turns)}</div><div><h2>${say('roles')}</h2><p class="muted small">${say('roles.note')}</p>${barList(roleBars(report.roles, view))}</div></div></section>`;
}

const ANSWERERS = new Set(['assistant', 'gpt', 'model', 'bot', 'chatbot']);

function roleBars(roles: DatasetReport['roles'], view: ReportView) {
  return roles.map((each) => ({
    name: each.role === '' ? view.say('roles.unsaid') : each.role,
    count: each.count,
    of: highest(roles),
    tone: ANSWERERS.has(each.role) ? ('trained' as const) : ('plain' as const),
    rows: rowList(each, view),
  }));
}

/** Scripts of what is asked and answered; null where there is no text. */
export function scriptsSection(view: ReportView): Markup | null {
  const { report, say } = view;
  if (report.scripts.length === 0) return null;
  const kinds = report.scripts.map(({ of, scripts }) => {
    const bars = scripts.map((each) => ({
      name: say(`script.${each.script}`),
      count: each.count,
      of: highest(scripts),
      tone: toneOf(of),
      rows: rowList(each, view),
    }));
    return markup`<div><h3>${say(`scripts.of.${of}`)}</h3>${barList(bars)}</div>`;
  });
  const { otherScript } = report;
  const answers = report.lengths.find(({ of }) => of === 'answers')?.count ?? 0;
  const other = {
    name: say('other-script'),
    count: otherScript.count,
    of: answers,
    tone: 'look' as const,
    rows: otherScript.count === 0 ? null : rowList(otherScript, view),
  };
  return markup`
<section id="scripts"><h2>${say('scripts')} <span class="muted">${say('scripts.note')}</span></h2><div class="columns">${kinds}${registersOf(view)}</div>${answers === 0 ? null : barList([other])}</section>`;
}

function registersOf(view: ReportView): Markup | null {
  const { registers } = view.report;
  if (registers.length === 0) return null;
  const bars = registers.map((each) => ({
    name: formatMessage({ id: `dataset.register.${each.register}` }, view.language),
    count: each.count,
    of: highest(registers),
    tone: 'trained' as const,
    rows: rowList(each, view),
  }));
  return markup`<div><h3>${view.say('registers')}</h3>${barList(bars)}</div>`;
}
