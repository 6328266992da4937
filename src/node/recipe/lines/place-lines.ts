import fs from 'node:fs/promises';
import path from 'node:path';
import { needsTrust } from '../../../core/recipe/needs-trust.ts';
import type { PlanLine, PlannedLeaving } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import type { Message } from '../../../core/text/message.ts';
import { findToken } from '../../hub/find-token.ts';
import { kindOfPath } from '../find-files.ts';
import type { PlanRequest } from '../plan-request.ts';

/** Where the run writes. A folder that is not empty is left alone: the launcher makes one of its own inside. */
export async function outputLine(settings: RecipeSettings, cwd: string): Promise<PlanLine> {
  const args = { path: settings.output_dir };
  const absolute = path.resolve(cwd, settings.output_dir);
  const how = { id: 'plan.how.disk' };
  const kind = await kindOfPath(absolute);
  if (kind === 'file') {
    return planLine('output', {
      value: { id: 'plan.output.is-file', args },
      how,
      severity: 'error',
      todo: { id: 'plan.output.correct' },
      action: 'open-recipe',
    });
  }
  const used = kind === 'folder' && (await fs.readdir(absolute).catch(() => ['?'])).length > 0;
  if (!used) return planLine('output', { value: { id: 'plan.output.new', args }, how });
  return planLine('output', { value: { id: 'plan.output.used', args }, how, severity: 'info' });
}

/** What would leave this computer, and the token that it takes. */
export async function leavingLines(
  leaves: readonly PlannedLeaving[],
  push: boolean,
  request: Pick<PlanRequest, 'env' | 'secret'>,
): Promise<PlanLine[]> {
  if (leaves.length === 0) {
    return [planLine('leaves', { value: { id: 'plan.leaves.nothing' }, how: { id: 'plan.leaves.offline' } })];
  }
  const line = planLine('leaves', {
    value: leaves
      .map(leavingSentence)
      .reduce((first, more) => ({ id: 'plan.leaves.and', args: { first, more } })),
    how: { id: 'plan.how.recipe' },
    severity: 'warning',
  });
  return push ? [line, await tokenLine(request)] : [line];
}

function leavingSentence({ what, where, private: isPrivate }: PlannedLeaving): Message {
  return { id: isPrivate ? 'plan.leaves.private' : 'plan.leaves.public', args: { what, where } };
}

async function tokenLine({ env, secret }: Pick<PlanRequest, 'env' | 'secret'>): Promise<PlanLine> {
  const { present, source } = await findToken(env, secret);
  if (present) {
    const how = { id: 'plan.token.from', args: { source: source ?? '' } };
    return planLine('token', { value: { id: 'plan.token.found' }, how });
  }
  return planLine('token', {
    value: { id: 'plan.token.missing' },
    severity: 'error',
    todo: { id: 'plan.token.log-in' },
  });
}

/** Parts of the recipe that are confirmed before the start. Empty if there are none. */
export function trustLines(settings: RecipeSettings): PlanLine[] {
  const parts = needsTrust(settings);
  if (parts.length === 0) return [];
  return [
    planLine('trust', {
      value: { id: 'plan.trust.parts', args: { parts: parts.join(', ') } },
      how: { id: 'plan.how.recipe' },
      severity: 'warning',
      todo: { id: 'plan.trust.confirm' },
    }),
  ];
}
