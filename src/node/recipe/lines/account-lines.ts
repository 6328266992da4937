import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { Message } from '../../../core/text/message.ts';
import type { HubConnection } from '../../hub/hub-connection.ts';
import type { HubError } from '../../hub/hub-error.ts';
import type { SignedInAccount } from '../../hub/who-am-i.ts';

/** Who pays and writes, and where the token comes from. */
export function accountLine(
  { name, canWrite, simulated }: SignedInAccount,
  { endpoint }: HubConnection,
  source: Message | null,
): PlanLine {
  if (canWrite === false) {
    return planLine('account', {
      value: { id: 'plan.jobs.no-write', args: { name } },
      how: { id: 'plan.jobs.asked-hub', args: { endpoint } },
      severity: 'error',
      todo: { id: 'plan.jobs.write-token' },
      action: 'sign-in',
    });
  }
  return planLine('account', {
    value: { id: simulated ? 'plan.jobs.simulated' : 'plan.jobs.account', args: { name } },
    how:
      source === null
        ? { id: 'plan.jobs.asked-hub', args: { endpoint } }
        : { id: 'plan.jobs.token', args: { source } },
    severity: simulated ? 'info' : 'ok',
  });
}

/** The Hub did not say who we are, or what it has. */
export function refusedLine(error: HubError): PlanLine {
  const signedOut = error.kind === 'signed-out';
  const value: Message = error.detail;
  return planLine('account', {
    value,
    severity: 'error',
    todo: { id: signedOut ? 'plan.jobs.sign-in' : 'plan.jobs.try-again' },
    action: signedOut || error.kind === 'forbidden' ? 'sign-in' : null,
  });
}
