import { useEffect, useState } from 'preact/hooks';
import type { PreviewState } from '../../core/protocol/preview-contract.ts';
import {
  changedSwitches,
  trainingSwitches,
  type PreviewSwitches,
} from '../../core/template/preview-switches.ts';
import { LinkButton } from '../kit/button.tsx';
import { useSay } from '../kit/words.ts';
import { ContinueSwitch } from './continue-switch.tsx';
import type { PreviewHost } from './preview-host.ts';
import { Segments } from './segments.tsx';
import { VariableSwitch } from './variable-switch.tsx';

/** What `apply_chat_template` is called with besides the row: its own parameters, then each variable that the template reads. */
export function SwitchesSection(props: { state: PreviewState; host: PreviewHost }) {
  const { state, host } = props;
  const say = useSay();
  // What was chosen is shown at once, also while a slow template still renders.
  const [switches, setSwitches] = useState(state.choices.switches);
  useEffect(() => setSwitches(state.choices.switches), [state.choices.switches]);
  const setAll = (next: PreviewSwitches): void => {
    setSwitches(next);
    host.setSwitches(next);
  };
  const set = (change: Partial<PreviewSwitches>): void => setAll({ ...switches, ...change });
  const isChanged = changedSwitches(switches).length > 0;
  return (
    <section id="switches" aria-labelledby="switches-title">
      <div class="section-head">
        <h2 id="switches-title">{say('preview-screen.switches')}</h2>
        {isChanged && (
          <LinkButton onClick={() => setAll(trainingSwitches)}>{say('preview-screen.reset')}</LinkButton>
        )}
      </div>
      <dl class="switches">
        <dt class="data">add_generation_prompt</dt>
        <dd>
          <Segments
            label="add_generation_prompt"
            options={[
              { value: 'off', label: say('preview-screen.off') },
              { value: 'on', label: say('preview-screen.on') },
            ]}
            value={switches.addGenerationPrompt ? 'on' : 'off'}
            onChoose={(value) => set({ addGenerationPrompt: value === 'on' })}
          />
        </dd>
        <dt class="data">continue_final_message</dt>
        <dd>
          <ContinueSwitch
            value={switches.continueFinalMessage}
            onChange={(continueFinalMessage) => set({ continueFinalMessage })}
          />
        </dd>
        <dt class="data">tools</dt>
        <dd>
          <ToolsChoice switches={switches} host={host} onChange={(tools) => set({ tools })} />
        </dd>
        {state.variables.map((variable) => (
          <VariableSwitch key={variable.name} variable={variable} switches={switches} onChange={setAll} />
        ))}
      </dl>
    </section>
  );
}

function ToolsChoice(props: {
  switches: PreviewSwitches;
  host: PreviewHost;
  onChange: (tools: PreviewSwitches['tools']) => void;
}) {
  const say = useSay();
  const { tools } = props.switches;
  return (
    <>
      <Segments
        label="tools"
        options={[
          { value: 'row', label: say('preview-screen.tools-of-row') },
          { value: 'none', label: say('preview-screen.tools-none') },
          { value: 'file', label: say('preview-screen.tools-file') },
        ]}
        value={tools.kind}
        onChoose={(kind) => {
          if (kind === 'file') props.host.chooseTools();
          else props.onChange({ kind });
        }}
      />
      {tools.kind === 'file' && (
        <LinkButton onClick={props.host.chooseTools}>
          {say('preview-screen.tools-in-file', { name: tools.name, count: tools.count })}
        </LinkButton>
      )}
    </>
  );
}
