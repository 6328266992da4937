import { Fragment } from 'preact';

/** A text whose paths and addresses break after a slash, before they break anywhere. What is copied has no other characters. */
export function BreakablePath({ text }: { text: string }) {
  return text.split(/(?<=[/\\])(?![/\\])/).map((part, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
