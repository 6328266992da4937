import type { PreviewState } from '../../core/protocol/preview-contract.ts';
import { columnsOf, MOST_COLUMNS, type MatrixColumn } from '../../core/template/preview-matrix.ts';
import { useSay } from '../kit/words.ts';
import { FoldButton } from '../kit/fold.tsx';
import { MatrixColumnView } from './matrix-column.tsx';
import type { PreviewHost } from './preview-host.ts';

const BODY = 'matrix-body';

/** The combinations of some switches side by side; each shows only what differs from how the switches stand. */
export function MatrixSection(props: {
  state: PreviewState;
  matrix: readonly MatrixColumn[];
  host: PreviewHost;
}) {
  const { state, matrix, host } = props;
  const say = useSay();
  const chosen = state.choices.matrix;
  const names = ['add_generation_prompt', 'tools', ...state.variables.map(({ name }) => name)];
  return (
    <section class="matrix" aria-label={say('preview-screen.matrix')}>
      <div class="matrix-head">
        <FoldButton
          title={say('preview-screen.matrix')}
          {...(chosen === null ? {} : { beside: say('preview-screen.matrix-beside') })}
          open={chosen !== null}
          controls={BODY}
          onToggle={() => host.setMatrix(chosen === null ? firstChoice(state) : null)}
        />
      </div>
      <div id={BODY} hidden={chosen === null}>
        {chosen !== null && (
          <>
            <fieldset class="matrix-names">
              <legend class="visually-hidden">{say('preview-screen.choose-switches')}</legend>
              {names.map((name) => (
                <NameBox key={name} name={name} chosen={chosen} onChange={host.setMatrix} />
              ))}
            </fieldset>
            <div
              class="matrix-columns"
              tabIndex={0}
              role="group"
              aria-label={say('preview-screen.matrix-columns')}
            >
              {matrix.map((column) => (
                <MatrixColumnView
                  key={column.settings.map(({ name, value }) => `${name}=${value}`).join(' ')}
                  column={column}
                  language={state.language}
                />
              ))}
            </div>
          </>
        )}
      </div>
    </section>
  );
}

/** What the matrix opens with: thinking and the generation prompt, which people mix up most. */
function firstChoice(state: PreviewState): string[] {
  const thinking = state.variables.find(({ name }) => name === 'enable_thinking') ?? state.variables[0];
  return ['add_generation_prompt', ...(thinking === undefined ? [] : [thinking.name])];
}

function NameBox(props: {
  name: string;
  chosen: readonly string[];
  onChange: (names: readonly string[]) => void;
}) {
  const { name, chosen, onChange } = props;
  const isChosen = chosen.includes(name);
  const fits = isChosen || columnsOf([...chosen, name]) <= MOST_COLUMNS;
  return (
    <label class="data">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!fits}
        onChange={() => onChange(isChosen ? chosen.filter((other) => other !== name) : [...chosen, name])}
      />
      {name}
    </label>
  );
}
