import type { Severity } from '../../core/dataset/findings/finding.ts';
import type { RowFinding } from '../../core/protocol/conversations-contract.ts';
import { settle } from '../kit/connect-page.tsx';
import { Icon, type IconName, type Tone } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import type { RowProps } from './row-content.tsx';

const looks: Readonly<Record<Severity, { name: IconName; tone: Tone }>> = {
  error: { name: 'error', tone: 'bad' },
  warning: { name: 'warning', tone: 'warn' },
  info: { name: 'info', tone: 'info' },
};

/** Related rows that are linked. */
const MOST_LINKS = 5;

/** A finding at its place: cause and cure, the rule's name, links to the rows that it is about too. */
export function FindingNote({ finding, row, store, isCurrent }: RowProps & { finding: RowFinding }) {
  const say = useSay();
  const { rule, severity, sentence, related } = finding;
  const rows = [...new Set(related)].filter((each) => each !== row.number).slice(0, MOST_LINKS);
  return (
    <p class="finding">
      <Icon {...looks[severity]} />
      <span>
        {sentence} <code class="muted">{rule}</code>
        {rows.map((each) => (
          <span key={each}>
            {' '}
            <button
              type="button"
              class="link"
              tabIndex={isCurrent ? 0 : -1}
              onClick={() => settle(store.goTo(each))}
            >
              {say('conversations.row', { row: each })}
            </button>
          </span>
        ))}
      </span>
    </p>
  );
}
