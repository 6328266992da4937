import type { Bin } from '../dataset-report.ts';
import { formatNumber } from '../../../text/message.ts';
import { markup, type Markup } from './markup.ts';

/** One bar. `of` is what the full width stands for; a bar with rows opens to show them. */
export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly of: number;
  readonly tone: BarTone;
  readonly rows: Markup | null;
}

/** `trained`: carries loss or may; `look`: worth a look. */
export type BarTone = 'plain' | 'trained' | 'look';

/** Horizontal bars with their counts. They open without scripts. */
export function barList(bars: readonly Bar[]): Markup {
  return markup`<div class="bars">${bars.map(barOf)}</div>`;
}

function barOf({ name, count, of, tone, rows }: Bar): Markup {
  const percent = of === 0 ? 0 : Math.ceil((100 * count) / of);
  const inner = markup`<span class="name">${name}</span><span class="count">${count}</span><span class="track" aria-hidden="true"><span class="fill ${tone} w${String(percent)}"></span></span>`;
  return rows === null
    ? markup`
<div class="bar">${inner}</div>`
    : markup`
<details class="bar"><summary>${inner}</summary><div class="behind">${rows}</div></details>`;
}

/** `10–19`, `5` or `100+`. */
export function binName({ from, to }: Pick<Bin, 'from' | 'to'>): string {
  if (to === null) return `${formatNumber(from)}+`;
  return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
}

/** The highest count, which is the full width of bars that are compared with each other. */
export function highest(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((most, { count }) => Math.max(most, count), 0);
}
