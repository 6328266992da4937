import { useState } from 'preact/hooks';
import type { Bar } from '../../core/dataset/report/layout/report-section.ts';
import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import { formatNumber } from '../../core/text/message.ts';
import { Icon } from '../kit/icon.tsx';
import { stop, useRoving } from '../kit/use-roving.ts';
import type { ReportHost } from './report-host.ts';
import { RowLeads } from './row-leads.tsx';

interface BarListProps {
  readonly bars: readonly Bar[];
  /** Id of the element that names the list. */
  readonly label: string;
  readonly view: ReportView;
  readonly host: ReportHost;
}

/** Bars, each of which opens to the rows behind it. One stop for the keyboard, arrows inside. */
export function BarList({ bars, label, view, host }: BarListProps) {
  const roving = useRoving<HTMLUListElement>();
  return (
    <ul class="bars" aria-labelledby={label} {...roving}>
      {bars.map((bar) => (
        <BarItem key={bar.name} bar={bar} view={view} host={host} />
      ))}
    </ul>
  );
}

function BarItem({ bar, view, host }: { bar: Bar } & Pick<BarListProps, 'view' | 'host'>) {
  const [open, setOpen] = useState(false);
  const { leads } = bar;
  if (leads === null) {
    return (
      <li class="bar">
        <span class="bar-line">
          <span />
          <BarContent bar={bar} />
        </span>
      </li>
    );
  }
  return (
    <li class="bar leads">
      <button type="button" class="bar-line" aria-expanded={open} onClick={() => setOpen(!open)} {...stop}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        <BarContent bar={bar} />
      </button>
      {open && <RowLeads leads={leads} name={bar.name} view={view} host={host} />}
    </li>
  );
}

function BarContent({ bar: { name, count, of, tone } }: { bar: Bar }) {
  const percent = of === 0 ? 0 : (100 * count) / of;
  return (
    <>
      <span class="bar-name" dir="auto">
        {name}
      </span>
      <span class="bar-count num">{formatNumber(count)}</span>
      <span class="bar-track" aria-hidden="true">
        {count > 0 && <span class={`bar-fill ${tone}`} style={{ width: `${percent}%` }} />}
      </span>
    </>
  );
}
