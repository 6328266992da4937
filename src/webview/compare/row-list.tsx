import { useRef } from 'preact/hooks';
import type { ComparedPrompt } from '../../core/compare/comparison.ts';
import { formatNumber } from '../../core/text/message.ts';
import { formatMetric } from '../kit/format-metric.ts';
import { useSay } from '../kit/words.ts';
import { promptLine } from './arrange-prompts.ts';
import { formatChange, lossChange } from './loss-change.ts';
import { percentOf, type LossScale } from './loss-scale.ts';

interface RowListProps {
  readonly rows: readonly ComparedPrompt[];
  readonly scale: LossScale;
  readonly file: string;
  /** Index of the selected row's prompt; null or none of the rows: the first one takes the keyboard. */
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
  /** Enter: on to the answers of the row. */
  readonly onEnter: (index: number) => void;
  readonly onOpenRow: (row: number) => void;
}

/** The held-out rows, each a line from its loss before to that after. One stop for the keyboard, arrows inside. */
export function RowList(props: RowListProps) {
  const { rows, scale } = props;
  const say = useSay();
  // Before the first loss the rows stand in the order of asking.
  const measured = rows.some(({ loss }) => loss !== null);
  const body = useRef<HTMLTableSectionElement>(null);
  const at = Math.max(
    0,
    rows.findIndex(({ index }) => index === props.selected),
  );
  const selected = rows[at]?.index ?? null;
  const go = (to: number): void => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (row === undefined) return;
    props.onSelect(row.index);
    body.current?.querySelector<HTMLElement>(`[data-index="${row.index}"]`)?.focus();
  };
  const moves: Readonly<Record<string, () => void>> = {
    ArrowUp: () => go(at - 1),
    ArrowDown: () => go(at + 1),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    Enter: () => (selected === null ? undefined : props.onEnter(selected)),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    // Enter on the link of a row opens the row.
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    move();
  };
  return (
    <section class="rows" aria-labelledby="rows-title">
      <div class="rows-head">
        <h2 id="rows-title" class="grow">
          {say(measured ? 'compare-panel.rows' : 'compare-panel.rows-asked')}
        </h2>
        {measured && <Key />}
      </div>
      <table role="grid" aria-labelledby="rows-title" aria-describedby="rows-keys" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" class="n">
              {say('word.row')}
            </th>
            <th scope="col">{say('compare-panel.prompt')}</th>
            <th scope="col" class="n">
              {say('compare-panel.change')}
            </th>
            <th scope="col" class="plot-cell" aria-label={say('word.loss')}>
              {measured && <Axis scale={scale} />}
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((prompt) => (
            <Row key={prompt.index} {...props} prompt={prompt} selected={selected} />
          ))}
        </tbody>
      </table>
      <p id="rows-keys" class="visually-hidden">
        {say('compare-panel.list-keys')}
      </p>
    </section>
  );
}

function Key() {
  const say = useSay();
  return (
    <>
      <span class="key" aria-hidden="true">
        <i class="ring" />
        {say('compare-panel.before-mark')}
      </span>
      <span class="key" aria-hidden="true">
        <i class="dot" />
        {say('compare-panel.after-mark')}
      </span>
    </>
  );
}

function Row({
  prompt,
  scale,
  file,
  selected,
  onSelect,
  onOpenRow,
}: RowListProps & { prompt: ComparedPrompt }) {
  const say = useSay();
  const { index, row, loss } = prompt;
  const isSelected = index === selected;
  return (
    <tr
      data-index={index}
      tabIndex={isSelected ? 0 : -1}
      aria-selected={isSelected}
      onClick={() => onSelect(index)}
    >
      <td class="n">
        {row !== null && (
          <button
            type="button"
            class="link"
            tabIndex={isSelected ? 0 : -1}
            aria-label={say('compare-panel.open-row', { row, file })}
            onClick={() => onOpenRow(row)}
          >
            {formatNumber(row)}
          </button>
        )}
      </td>
      <td class="ellipsis prompt-cell">{promptLine(prompt)}</td>
      <td class="n">{loss === null ? '—' : formatChange(loss.after - loss.before)}</td>
      <td class="plot-cell">{loss !== null && <Dots {...loss} scale={scale} />}</td>
    </tr>
  );
}

/** From the ring, the loss before, to the dot, the loss after; dashed where it rose. */
function Dots({ before, after, scale }: { before: number; after: number; scale: LossScale }) {
  const say = useSay();
  const from = percentOf(before, scale);
  const to = percentOf(after, scale);
  const words = say('compare-panel.losses', { before: formatMetric(before), after: formatMetric(after) });
  return (
    <span class={`plot ${lossChange({ before, after })}`} role="img" aria-label={words} title={words}>
      <Grid scale={scale} />
      <i class="line" style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }} />
      <i class="ring" style={{ left: `${from}%` }} />
      <i class="dot" style={{ left: `${to}%` }} />
    </span>
  );
}

function Grid({ scale }: { scale: LossScale }) {
  return scale.ticks.map((tick) => (
    <i key={tick} class="grid-line" style={{ left: `${percentOf(tick, scale)}%` }} />
  ));
}

function Axis({ scale }: { scale: LossScale }) {
  const say = useSay();
  return (
    <span class="plot axis" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <span
          key={tick}
          class={tick === scale.max ? 'tick end' : 'tick'}
          style={{ left: `${percentOf(tick, scale)}%` }}
        >
          {tick === scale.max ? say('compare-panel.axis-end', { loss: tick }) : formatNumber(tick)}
        </span>
      ))}
    </span>
  );
}
