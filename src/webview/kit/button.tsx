import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly onClick: () => void;
  readonly children: ComponentChildren;
  readonly disabled?: boolean;
  /** Id of the element that says why it is disabled. */
  readonly describedBy?: string | undefined;
}

/** The one button of a screen that is the next step. */
export function PrimaryButton(props: ButtonProps) {
  return (
    <button
      type="button"
      class="button"
      disabled={props.disabled ?? false}
      aria-describedby={props.describedBy}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

export function SecondaryButton(props: ButtonProps & { readonly icon?: IconName }) {
  return (
    <button
      type="button"
      class="button secondary"
      disabled={props.disabled ?? false}
      aria-describedby={props.describedBy}
      onClick={props.onClick}
    >
      {props.icon !== undefined && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** Blue words that do something. */
export function LinkButton(props: {
  onClick: () => void;
  children: ComponentChildren;
  label?: string;
  /** Whether what it shows and hides is shown; left out where it does something else. */
  expanded?: boolean;
}) {
  return (
    <button
      type="button"
      class="link"
      aria-label={props.label}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

/** A button with an icon alone; its label is read out and shown on hover. */
export function IconButton(props: {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      disabled={props.disabled ?? false}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
