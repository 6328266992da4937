import type { LineChange } from '../../core/template/line-change.ts';
import type { MatrixColumn } from '../../core/template/preview-matrix.ts';
import { refusalSentence } from '../../core/template/preview-sentences.ts';
import type { Language } from '../../core/text/message.ts';
import { useSay } from '../kit/words.ts';

/** One combination: its name, what it changes, and how long it is. */
export function MatrixColumnView(props: { column: MatrixColumn; language: Language }) {
  const { settings, outcome } = props.column;
  const say = useSay();
  return (
    <div class="matrix-column">
      <h3>
        {settings.length === 0
          ? say('preview-screen.now')
          : settings.map(({ name, value }, i) => (
              <span key={name}>
                {i > 0 && ', '}
                <span class="matrix-name">{name}</span>: {value}
              </span>
            ))}
      </h3>
      {outcome.kind === 'refused' ? (
        <p class="input-error">{refusalSentence(outcome.error, props.language)}</p>
      ) : (
        <>
          <Changes changes={outcome.changes} isNow={settings.length === 0} />
          {outcome.tokens !== null && (
            <p class="muted small num">{say('preview-screen.tokens', { tokens: outcome.tokens })}</p>
          )}
        </>
      )}
    </div>
  );
}

function Changes(props: { changes: readonly LineChange[] | null; isNow: boolean }) {
  const { changes, isNow } = props;
  const say = useSay();
  if (changes === null) return <p class="muted small">{say('preview-screen.too-different')}</p>;
  if (isNow) return null;
  if (changes.every(({ kind }) => kind === 'same'))
    return <p class="muted small">{say('preview-screen.same-text')}</p>;
  return (
    <ol class="changes data">
      {changes.map((change, i) => (
        <ChangeLine key={i} change={change} />
      ))}
    </ol>
  );
}

function ChangeLine({ change }: { change: LineChange }) {
  const say = useSay();
  if (change.kind === 'same')
    return <li class="same small">{say('preview-screen.lines-same', { lines: change.lines })}</li>;
  const hasBreak = change.text.endsWith('\n');
  const text = hasBreak ? change.text.slice(0, -1) : change.text;
  const isAdded = change.kind === 'added';
  return (
    <li class={change.kind}>
      <span class="visually-hidden">{say(isAdded ? 'preview-screen.added' : 'preview-screen.removed')} </span>
      {isAdded ? <ins>{text}</ins> : <del>{text}</del>}
      {hasBreak && <span class="line-break" />}
    </li>
  );
}
