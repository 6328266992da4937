/** The codicons that the screens use: each name has one meaning everywhere. */
export type IconName =
  | 'arrow-down'
  | 'arrow-up'
  | 'check'
  | 'chevron-down'
  | 'chevron-right'
  | 'chevron-up'
  | 'circle-large'
  | 'cloud-download'
  | 'copy'
  | 'debug-disconnect'
  | 'debug-start'
  | 'debug-stop'
  | 'diff'
  | 'error'
  | 'export'
  | 'filter'
  | 'git-compare'
  | 'info'
  | 'pass'
  | 'python'
  | 'question'
  | 'refresh'
  | 'search'
  | 'settings'
  | 'sync'
  | 'warning';

/** What the colour of an icon says: bad, worth a look, good, a remark, or nothing. */
export type Tone = 'bad' | 'warn' | 'ok' | 'info' | 'plain';

/** A codicon; words beside it say the same, so screen readers skip it. */
export function Icon(props: { name: IconName; tone?: Tone }) {
  return <span class={`codicon codicon-${props.name} tone-${props.tone ?? 'plain'}`} aria-hidden="true" />;
}
