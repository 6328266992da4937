import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import { stop } from '../kit/use-roving.ts';
import type { ReportHost } from './report-host.ts';

interface RowLinkProps {
  readonly row: number;
  readonly view: ReportView;
  readonly host: ReportHost;
}

/** Leads to a row in its editor. A click and Space show it and leave the keyboard here, to walk on; Enter goes there. */
export function RowLink({ row, view, host }: RowLinkProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    host.openRow(row, false);
  };
  return (
    <button
      type="button"
      class="link row-link"
      onKeyDown={onKeyDown}
      onClick={(event) => host.openRow(row, event.detail === 0)}
      {...stop}
    >
      {view.say('row', { row })}
    </button>
  );
}
