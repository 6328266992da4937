import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

interface FoldProps {
  readonly id: string;
  readonly title: string;
  /** Muted words beside the title. */
  readonly beside?: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A section that opens and closes at its title. */
export function Fold(props: FoldProps) {
  return (
    <section id={props.id}>
      <FoldButton {...props} controls={`${props.id}-body`} />
      <div id={`${props.id}-body`} hidden={!props.open}>
        {props.open && props.children}
      </div>
    </section>
  );
}

/** The title of a fold alone, for folds whose bodies stand elsewhere. */
export function FoldButton(props: {
  title: string;
  beside?: string;
  open: boolean;
  controls: string;
  onToggle: () => void;
}) {
  return (
    <h2 class="fold-title">
      <button
        type="button"
        aria-expanded={props.open}
        aria-controls={props.controls}
        onClick={props.onToggle}
      >
        <Icon name={props.open ? 'chevron-down' : 'chevron-right'} />
        {props.title}
        {props.beside !== undefined && <span class="muted small">{props.beside}</span>}
      </button>
    </h2>
  );
}
