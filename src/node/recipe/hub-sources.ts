import path from 'node:path';
import type { PlanLine } from '../../core/recipe/plan.ts';
import { planLine } from '../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../core/recipe/recipe.ts';
import type { HubConnection } from '../hub/hub-connection.ts';
import { HubError } from '../hub/hub-error.ts';
import { lookUpRepository, type RepositoryRef } from '../hub/look-up-repository.ts';
import { kindOfPath } from './find-files.ts';
import type { GatheredForPlan } from './gather-for-plan.ts';
import { dataLines } from './lines/data-lines.ts';
import { modelLine, templateLines } from './lines/model-lines.ts';

/** Model, template and data of a job: what lies here is sent, what does not must be on the Hub, where the job gets it. */
export async function hubSourceLines(
  settings: RecipeSettings,
  { model, sample, resolved, data }: GatheredForPlan,
  connection: HubConnection,
  cwd: string,
): Promise<PlanLine[]> {
  const isHere = async (name: string): Promise<boolean> =>
    (await kindOfPath(path.resolve(cwd, name))) !== 'other';
  const lines: PlanLine[] = [];
  const named = settings.model_name_or_path;
  if (model !== null && named !== null) {
    const local = (await isHere(named)) || model.kind === 'missing-folder' || sample;
    lines.push(local ? modelLine(model, sample) : await hubLine('model', named, 'model', connection));
  }
  const template = settings.chat_template_path;
  if (template !== null) {
    const local = /\.(?:jinja|j2)$/.test(template) || (await isHere(template));
    lines.push(
      ...(local
        ? await templateLines(settings, cwd, {})
        : [await hubLine('template', template, 'model', connection)]),
    );
  }
  const onHub = [
    ...resolved.remote.filter((name) => !name.includes('://')),
    ...resolved.faults
      .filter((each) => each.id === 'recipe.data-not-in-cache')
      .flatMap(({ args }) => (typeof args?.['path'] === 'string' ? [args['path']] : [])),
  ];
  for (const name of onHub) {
    if (!(await isHere(name))) lines.push(await hubLine('data', name, 'dataset', connection));
  }
  const faults = resolved.faults.filter((each) => each.id !== 'recipe.data-not-in-cache');
  if (onHub.length > 0 && faults.length === 0) return lines;
  return [...lines, ...dataLines({ ...resolved, faults }, data, settings, cwd)];
}

async function hubLine(
  what: 'model' | 'template' | 'data',
  name: string,
  type: RepositoryRef['type'],
  connection: HubConnection,
): Promise<PlanLine> {
  const { endpoint } = connection;
  try {
    const found = await lookUpRepository(connection, { type, id: name });
    if (found !== null) {
      return planLine(what, {
        value:
          what === 'data'
            ? { id: 'plan.jobs.data.hub', args: { names: name } }
            : { id: 'plan.jobs.model.hub', args: { name } },
        how: { id: 'plan.jobs.model.hub.how' },
      });
    }
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return planLine(what, { value: error.detail, severity: 'error', todo: { id: 'plan.jobs.try-again' } });
  }
  return planLine(what, {
    value: { id: 'plan.jobs.not-on-hub', args: { name, endpoint } },
    how: { id: 'plan.jobs.asked-hub', args: { endpoint } },
    severity: 'error',
    todo: { id: 'plan.correct-recipe' },
    action: 'open-recipe',
  });
}
