import type { ComponentChildren } from 'preact';
import { Icon, type IconName, type Tone } from './icon.tsx';

/** One sentence that the screen is about, its icon, and below it what can be done. */
export function Notice(props: {
  icon: IconName;
  tone: Tone;
  sentence: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="notice" role={props.tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={props.icon} tone={props.tone} />
      <p>{props.sentence}</p>
      {props.children !== undefined && <div class="notice-actions">{props.children}</div>}
    </div>
  );
}
