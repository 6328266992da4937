import { useState } from 'preact/hooks';
import { firstWords } from '../../core/dataset/report/layout/leads.ts';
import type { Leads } from '../../core/dataset/report/layout/report-section.ts';
import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import { unreachable } from '../../core/text/unreachable.ts';
import { LinkButton } from '../kit/button.tsx';
import { useRoving } from '../kit/use-roving.ts';
import { useSay } from '../kit/words.ts';
import type { ReportHost } from './report-host.ts';
import { RowLink } from './row-link.tsx';

interface RowLeadsProps {
  readonly leads: Leads;
  /** Of the bar that they stand behind. */
  readonly name: string;
  readonly view: ReportView;
  readonly host: ReportHost;
}

/** Listed at first, and with each wish for more. */
const FIRST = 10;
const MORE = 100;

/** The rows behind a bar, or the groups that they make: a list to walk through. */
export function RowLeads(props: RowLeadsProps) {
  switch (props.leads.kind) {
    case 'rows':
      return <Rows {...props} {...props.leads} />;
    case 'groups':
      return <Groups {...props} {...props.leads} />;
    default:
      return unreachable(props.leads);
  }
}

type RowsProps = RowLeadsProps & Extract<Leads, { kind: 'rows' }>;

function Rows({ rows, first, name, view, host }: RowsProps) {
  const say = useSay();
  const [shown, setShown] = useState(FIRST);
  const roving = useRoving<HTMLUListElement>();
  const listed = first.slice(0, shown);
  return (
    <div class="behind">
      <ul
        class="row-list"
        aria-describedby="rows-keys"
        aria-label={say('report-panel.leads', { name })}
        {...roving}
      >
        {listed.map((row) => (
          <li key={row}>
            <RowLink row={row} view={view} host={host} />
            <Words row={row} view={view} />
          </li>
        ))}
      </ul>
      <More listed={listed.length} known={first.length} all={rows} onMore={() => setShown(shown + MORE)} />
    </div>
  );
}

type GroupsProps = RowLeadsProps & Extract<Leads, { kind: 'groups' }>;

function Groups({ groups, largest, name, view, host }: GroupsProps) {
  const say = useSay();
  const [shown, setShown] = useState(FIRST);
  const roving = useRoving<HTMLUListElement>();
  const listed = largest.slice(0, shown);
  return (
    <div class="behind">
      <p class="muted small">{view.say('groups', { groups })}</p>
      <ul
        class="row-list"
        aria-describedby="rows-keys"
        aria-label={say('report-panel.leads', { name })}
        {...roving}
      >
        {listed.map(({ rows, first }) => (
          <li key={first[0]}>
            <span class="muted">{view.say('group', { rows })}</span>
            {first.slice(0, FIRST).map((row) => (
              <RowLink key={row} row={row} view={view} host={host} />
            ))}
            {rows > FIRST && <span class="muted">{view.say('more-rows', { count: rows - FIRST })}</span>}
            <Words row={first[0] ?? 0} view={view} />
          </li>
        ))}
      </ul>
      {listed.length < largest.length && (
        <LinkButton onClick={() => setShown(shown + MORE)}>
          {say('report-panel.more', { count: Math.min(MORE, largest.length - listed.length) })}
        </LinkButton>
      )}
    </div>
  );
}

interface MoreProps {
  readonly listed: number;
  /** Rows whose numbers are at hand, and all that there are. */
  readonly known: number;
  readonly all: number;
  readonly onMore: () => void;
}

function More({ listed, known, all, onMore }: MoreProps) {
  const say = useSay();
  if (listed < known) {
    const count = Math.min(MORE, known - listed);
    return <LinkButton onClick={onMore}>{say('report-panel.more', { count })}</LinkButton>;
  }
  return known < all ? <p class="muted small">{say('report-panel.rest', { count: all - known })}</p> : null;
}

/** The beginning of what a row says, where it is at hand. */
function Words({ row, view }: { row: number; view: ReportView }) {
  const words = firstWords(row, view);
  return words === '' ? null : (
    <span class="says muted" dir="auto">
      {words}
    </span>
  );
}
