import { useState } from 'preact/hooks';
import type { Severity } from '../../core/dataset/findings/finding.ts';
import type { RuleLine } from '../../core/dataset/report/layout/report-section.ts';
import type { ReportView } from '../../core/dataset/report/layout/report-view.ts';
import { formatNumber } from '../../core/text/message.ts';
import { LinkButton } from '../kit/button.tsx';
import { Icon, type Tone } from '../kit/icon.tsx';
import { stop, useRoving } from '../kit/use-roving.ts';
import { useSay } from '../kit/words.ts';
import type { ReportHost } from './report-host.ts';
import { RowLink } from './row-link.tsx';

interface RuleListProps {
  readonly rules: readonly RuleLine[];
  readonly label: string;
  readonly view: ReportView;
  readonly host: ReportHost;
}

const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'info' };

/** Findings listed at first, and with each wish for more. */
const FIRST = 10;
const MORE = 100;

/** The findings by rule; a rule opens to what it is about and to its findings. */
export function RuleList({ rules, label, view, host }: RuleListProps) {
  const roving = useRoving<HTMLUListElement>();
  return (
    <ul class="rules" aria-labelledby={label} {...roving}>
      {rules.map((line) => (
        <RuleItem key={line.rule} line={line} view={view} host={host} />
      ))}
    </ul>
  );
}

type RuleItemProps = { line: RuleLine } & Pick<RuleListProps, 'view' | 'host'>;

function RuleItem({ line, view, host }: RuleItemProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <button type="button" class="rule-line" aria-expanded={open} onClick={() => setOpen(!open)} {...stop}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        <Icon name={line.severity} tone={tones[line.severity]} />
        <span class="visually-hidden">{line.says}</span>
        <span class="bar-count num">{formatNumber(line.count)}</span>
        <span class="rule-about">
          <code>{line.rule}</code> <span class="muted">{line.sentence}</span>
        </span>
        <span class="muted small rule-rows">{line.inRows}</span>
      </button>
      {open && <RuleFindings line={line} view={view} host={host} />}
    </li>
  );
}

function RuleFindings({ line, view, host }: RuleItemProps) {
  const say = useSay();
  const [shown, setShown] = useState(FIRST);
  const roving = useRoving<HTMLUListElement>();
  const { first, about, rule } = line;
  const listed = first.slice(0, shown);
  return (
    <div class="behind">
      <p>{about}</p>
      <ul
        class="row-list"
        aria-describedby="rows-keys"
        aria-label={say('report-panel.leads', { name: rule })}
        {...roving}
      >
        {listed.map(({ row, text }) => (
          <li key={row}>
            {row > 0 && <RowLink row={row} view={view} host={host} />}
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ul>
      {listed.length < first.length && (
        <LinkButton onClick={() => setShown(shown + MORE)}>
          {say('report-panel.more', { count: Math.min(MORE, first.length - listed.length) })}
        </LinkButton>
      )}
      {listed.length === first.length && line.more !== null && <p class="muted small">{line.more}</p>}
    </div>
  );
}
