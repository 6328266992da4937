import { useMemo, useRef } from 'preact/hooks';
import type { ComparedAnswer, ComparedPrompt, ComparedSide } from '../../core/compare/comparison.ts';
import type { ComparisonView } from '../../core/protocol/compare-contract.ts';
import { LinkButton } from '../kit/button.tsx';
import { formatMetric } from '../kit/format-metric.ts';
import { Icon } from '../kit/icon.tsx';
import { useSay } from '../kit/words.ts';
import { lossChange } from './loss-change.ts';
import { ReferenceStrip } from './reference-strip.tsx';
import { useSeen } from './use-seen.ts';

interface PromptPairProps {
  readonly id: string;
  readonly prompt: ComparedPrompt;
  /** Name of the file that the row is in. */
  readonly file: string;
  /** The limit at which answers are cut. */
  readonly mostTokens: number;
  /** What is being written for this prompt now. */
  readonly writing: ComparisonView['streaming'];
  /** Whether answers may still come. */
  readonly running: boolean;
  /** The change of loss that fills a bar. */
  readonly fullBar: number;
  /** Whether the strip says what its bars mean: the first one does. */
  readonly explained: boolean;
  readonly onOpenRow: (row: number) => void;
}

/** One question, the answers before and after, and what training changed for each token of the reference answer. */
export function PromptPair(props: PromptPairProps) {
  const { prompt, running, writing, mostTokens } = props;
  const element = useRef<HTMLElement>(null);
  const seen = useSeen(element);
  const answer = (side: ComparedSide) => (
    <Answer
      side={side}
      answer={prompt[side]}
      written={writing.find((each) => each.side === side)?.text ?? null}
      running={running}
      mostTokens={mostTokens}
    />
  );
  const strip = useMemo(
    () =>
      prompt.loss !== null && seen ? (
        <ReferenceStrip tokens={prompt.loss.tokens} fullBar={props.fullBar} explained={props.explained} />
      ) : null,
    [prompt.loss, seen, props.fullBar, props.explained],
  );
  return (
    <article id={props.id} class="pair" tabIndex={-1} ref={element}>
      <PairTitle {...props} />
      <Question prompt={prompt} />
      <div class="before-after">
        {answer('before')}
        {answer('after')}
      </div>
      {prompt.loss !== null && <div class="reference">{strip}</div>}
    </article>
  );
}

function PairTitle({ prompt, file, onOpenRow }: PromptPairProps) {
  const say = useSay();
  const { row, loss } = prompt;
  if (row === null) return null;
  return (
    <h3>
      <LinkButton label={say('compare-panel.open-row', { row, file })} onClick={() => onOpenRow(row)}>
        {say('compare-panel.row', { row })}
      </LinkButton>
      {loss !== null && (
        <span class="muted">
          {' · '}
          {say(`compare-panel.${lossChange(loss)}`, {
            before: formatMetric(loss.before),
            after: formatMetric(loss.after),
          })}
        </span>
      )}
    </h3>
  );
}

/** One turn stands alone; of several each names its role. */
function Question({ prompt: { messages } }: { prompt: ComparedPrompt }) {
  return (
    <div class="question">
      {messages.map((message, i) => (
        <p key={i}>
          {messages.length > 1 && <span class="muted small">{message.role} </span>}
          {message.content}
        </p>
      ))}
    </div>
  );
}

function Answer(props: {
  side: ComparedSide;
  answer: ComparedAnswer | null;
  /** Text that is being written, null where none is. */
  written: string | null;
  running: boolean;
  mostTokens: number;
}) {
  const { side, answer, written } = props;
  const say = useSay();
  return (
    <section class="answer" aria-busy={answer === null && written !== null}>
      <h4>
        {say(`compare-panel.${side}`)}
        {answer !== null && !answer.ended && (
          <span class="nowrap cut">
            <Icon name="warning" tone="warn" /> {say('compare-panel.cut', { tokens: props.mostTokens })}
          </span>
        )}
      </h4>
      <AnswerText {...props} text={answer?.text ?? written} />
    </section>
  );
}

function AnswerText({
  text,
  answer,
  running,
}: {
  text: string | null;
  answer: ComparedAnswer | null;
  running: boolean;
}) {
  const say = useSay();
  if (text === null)
    return <p class="muted small">{say(running ? 'compare-panel.not-yet' : 'compare-panel.no-answer')}</p>;
  if (answer !== null && text === '') return <p class="muted small">{say('compare-panel.nothing')}</p>;
  return (
    <div class="data answer-text">
      {text}
      {answer === null && <span class="caret" aria-hidden="true" />}
    </div>
  );
}
