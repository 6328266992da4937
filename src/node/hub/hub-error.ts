import type { HubRefusalKind } from '../../core/hub/hub-refusal.ts';
import { refusalSentence } from '../../core/hub/hub-refusal.ts';
import { HumanError } from '../../core/text/human-error.ts';

/** The Hub refused a call, or could not be reached: a sentence, and its kind for those who can do something about it. */
export class HubError extends HumanError {
  readonly kind: HubRefusalKind;
  readonly status: number | null;

  constructor(
    kind: HubRefusalKind,
    endpoint: string,
    said: string | null,
    status: number | null,
    options?: ErrorOptions,
  ) {
    const { id, args } = refusalSentence(kind, endpoint, said);
    super(id, args, options);
    this.kind = kind;
    this.status = status;
  }

  /** The call may have done its work although no answer says so: look first, before it is made again. */
  get outcomeUnknown(): boolean {
    return this.kind === 'unreachable' || this.kind === 'timed-out' || this.kind === 'server';
  }
}
