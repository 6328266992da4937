import { useState } from 'preact/hooks';
import type { SwitchVariable } from '../../core/template/preview-rendering.ts';
import type { PreviewSwitches } from '../../core/template/preview-switches.ts';
import { useSay, type Say } from '../kit/words.ts';
import { Segments } from './segments.tsx';
import { isJson, modeOf, modesOf, withVariable, type VariableMode } from './switch-values.ts';

/** A variable that the template reads, and how it stands. */
export function VariableSwitch(props: {
  variable: SwitchVariable;
  switches: PreviewSwitches;
  onChange: (switches: PreviewSwitches) => void;
}) {
  const { variable, switches, onChange } = props;
  const { name } = variable;
  const say = useSay();
  const [typing, setTyping] = useState(false);
  const mode = typing ? 'value' : modeOf(name, switches);
  const options = modesOf(variable).map((value) => ({ value, label: labelOf(value, variable, say) }));
  return (
    <>
      <dt class="data">{name}</dt>
      <dd>
        <Segments
          label={name}
          options={options}
          value={mode}
          onChoose={(chosen) => {
            setTyping(chosen === 'value');
            if (chosen !== 'value') onChange(withVariable(switches, name, jsonOf(chosen)));
          }}
        />
        {mode === 'value' && (
          <JsonInput
            name={name}
            json={switches.variables[name] ?? ''}
            onChange={(json) => onChange(withVariable(switches, name, json))}
          />
        )}
      </dd>
    </>
  );
}

function labelOf(mode: VariableMode, { ofRow }: SwitchVariable, say: Say): string {
  switch (mode) {
    case 'default':
      return ofRow === null ? say('preview-screen.unset') : say('preview-screen.of-row', { value: ofRow });
    case 'true':
    case 'false':
      return mode;
    case 'unset':
      return say('preview-screen.unset');
    case 'value':
      return say('preview-screen.value');
  }
}

/** What a way to stand puts into the switches; undefined leaves the variable to the row. */
function jsonOf(mode: Exclude<VariableMode, 'value'>): string | null | undefined {
  if (mode === 'default') return undefined;
  return mode === 'unset' ? null : mode;
}

function JsonInput(props: { name: string; json: string; onChange: (json: string) => void }) {
  const say = useSay();
  const [wrong, setWrong] = useState(false);
  const hint = `json-of-${props.name}`;
  return (
    <>
      <input
        class="text-input data"
        aria-label={say('preview-screen.value-of', { name: props.name })}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        placeholder='"2026-11-24"'
        value={props.json}
        onChange={(event) => {
          const json = event.currentTarget.value.trim();
          setWrong(!isJson(json));
          if (isJson(json)) props.onChange(json);
        }}
      />
      {wrong && (
        <p id={hint} class="small input-error" role="alert">
          {say('preview-screen.no-json')}
        </p>
      )}
    </>
  );
}
