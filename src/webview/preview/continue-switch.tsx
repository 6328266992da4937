import { useState } from 'preact/hooks';
import { useSay } from '../kit/words.ts';
import { Segments } from './segments.tsx';

/** `continue_final_message`: off, the content, or a field of the message such as `reasoning_content`. */
export function ContinueSwitch(props: {
  value: boolean | string;
  onChange: (value: boolean | string) => void;
}) {
  const { value, onChange } = props;
  const say = useSay();
  const [naming, setNaming] = useState(false);
  const mode = typeof value === 'string' || naming ? 'field' : value ? 'on' : 'off';
  return (
    <>
      <Segments
        label="continue_final_message"
        options={[
          { value: 'off', label: say('preview-screen.off') },
          { value: 'on', label: say('preview-screen.on') },
          { value: 'field', label: say('preview-screen.field') },
        ]}
        value={mode}
        onChoose={(chosen) => {
          setNaming(chosen === 'field');
          if (chosen !== 'field') onChange(chosen === 'on');
        }}
      />
      {mode === 'field' && (
        <input
          class="text-input data"
          aria-label={say('preview-screen.field-name')}
          placeholder="reasoning_content"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name !== '') onChange(name);
          }}
        />
      )}
    </>
  );
}
