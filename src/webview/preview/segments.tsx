import { useId } from 'preact/hooks';

export interface SegmentOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** A choice of one among few, side by side: one stop of the keyboard, arrows inside. */
export function Segments<T extends string>(props: {
  label: string;
  options: readonly SegmentOption<T>[];
  value: T;
  onChoose: (value: T) => void;
}) {
  const name = useId();
  return (
    <span class="segments" role="radiogroup" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            class="visually-hidden"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={(event) => {
              // Whether it is chosen says what comes back, not the click: a dialog may be cancelled.
              for (const each of event.currentTarget.closest('.segments')?.querySelectorAll('input') ?? [])
                each.checked = each.value === props.value;
              props.onChoose(value);
            }}
          />
          {label}
        </label>
      ))}
    </span>
  );
}
