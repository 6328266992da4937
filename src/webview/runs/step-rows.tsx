import { useEffect, useState } from 'preact/hooks';
import type { StepRow } from '../../core/protocol/run-contract.ts';
import { formatNumber } from '../../core/text/message.ts';
import { LinkButton } from '../kit/button.tsx';
import { Skeleton } from '../kit/page.tsx';
import { useSay } from '../kit/words.ts';
import { formatMetric, formatShare } from '../kit/format-metric.ts';
import type { RunHost } from './run-host.ts';

interface StepRowsProps {
  /** Null while no step was chosen. */
  readonly step: number | null;
  /** Paths of the data sets, for the names of rows. */
  readonly data: readonly string[];
  readonly host: RunHost;
}

type Answer = { kind: 'waiting' } | { kind: 'failed' } | { kind: 'rows'; rows: readonly StepRow[] };

/** The rows of one step, the heaviest first, with their part of its loss. */
export function StepRows(props: StepRowsProps) {
  const say = useSay();
  const answer = useStepRows(props.step, props.host);
  if (props.step === null) return <p class="muted">{say('screen.rows.choose')}</p>;
  switch (answer.kind) {
    case 'waiting':
      return <Skeleton />;
    case 'failed':
      return <p>{say('screen.rows.failed')}</p>;
    case 'rows':
      return answer.rows.length === 0 ? (
        <p class="muted">{say('screen.rows.none')}</p>
      ) : (
        <RowsTable rows={answer.rows} data={props.data} host={props.host} />
      );
  }
}

function useStepRows(step: number | null, host: RunHost): Answer {
  const [answer, setAnswer] = useState<Answer>({ kind: 'waiting' });
  useEffect(() => {
    if (step === null) return;
    let current = true;
    setAnswer({ kind: 'waiting' });
    host.rowsOfStep(step).then(
      (rows) => current && setAnswer({ kind: 'rows', rows: rows.toSorted((a, b) => b.share - a.share) }),
      () => current && setAnswer({ kind: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [step, host]);
  return answer;
}

function RowsTable(props: { rows: readonly StepRow[]; data: readonly string[]; host: RunHost }) {
  const say = useSay();
  return (
    <div class="rows-scroll">
      <table class="step-rows">
        <thead>
          <tr>
            <th scope="col" class="n">
              {say('word.row')}
            </th>
            <th scope="col">{say('screen.rows.share')}</th>
            <th scope="col" class="n">
              {say('word.loss')}
            </th>
            <th scope="col" class="n wide-only">
              {say('word.trained-tokens')}
            </th>
            <th scope="col" class="row-text">
              {say('screen.rows.text')}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, i) => (
            <tr key={`${row.dataset}:${row.row}:${i}`} class={i === 0 ? 'heaviest' : ''}>
              <td class="n">
                <LinkButton
                  label={say('screen.rows.open', { row: row.row, file: props.data[row.dataset] ?? '' })}
                  onClick={() => props.host.openRow(row.dataset, row.row)}
                >
                  {formatNumber(row.row)}
                </LinkButton>
              </td>
              <td class="nowrap">
                <span
                  class="share"
                  style={{ width: `${Math.max(2, Math.min(1, row.share) * 72)}px` }}
                  aria-hidden="true"
                />{' '}
                <span class="num small">{formatShare(row.share)}</span>
              </td>
              <td class="n">{formatMetric(row.loss)}</td>
              <td class="n wide-only">{formatNumber(row.tokens)}</td>
              <td class="data ellipsis row-text">{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
