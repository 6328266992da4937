import path from 'node:path';
import type { PlanLine } from '../../../core/recipe/plan.ts';
import { countText, planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import { formatBytes } from '../../../core/text/format-bytes.ts';
import { cachedSnapshot } from '../../hub/cached-snapshot.ts';
import { kindOfPath } from '../find-files.ts';
import type { FoundModel, ModelFacts } from '../model-facts.ts';

/** The model, or why it is not here and what to do. */
export function modelLine(model: FoundModel, sample: boolean): PlanLine {
  switch (model.kind) {
    case 'found':
      return foundLine(model.facts);
    case 'missing-folder':
      return missingLine('plan.model.missing', model.path, 'plan.model.correct', sample);
    case 'not-in-cache':
      return missingLine('plan.model.not-in-cache', model.id, 'plan.model.download', sample);
    case 'no-config':
      return missingLine('plan.model.no-config', model.path, 'plan.model.correct', sample);
  }
}

function missingLine(id: string, missing: string, cure: string, sample: boolean): PlanLine {
  const args = { path: missing };
  return planLine('model', {
    value: sample ? { id: 'plan.model.missing', args } : { id, args },
    how: { id: 'plan.how.disk' },
    severity: 'error',
    todo: sample ? { id: 'plan.model.set-up' } : { id: cure, args },
    action: sample ? 'set-up-model' : 'open-recipe',
  });
}

function foundLine({ name, bytes, parameters, adapterOf, from, folder }: ModelFacts): PlanLine {
  if (bytes === 0) return missingLine('plan.model.no-weights', name, 'plan.model.correct', false);
  const how =
    from === 'cache' ? { id: 'plan.model.in-cache' } : { id: 'plan.model.in-folder', args: { folder } };
  const size = formatBytes(bytes);
  if (adapterOf !== null) {
    return planLine('model', {
      value: { id: 'plan.model.adapter', args: { name, base: adapterOf, size } },
      how,
    });
  }
  if (parameters === null)
    return planLine('model', { value: { id: 'plan.model.size', args: { name, size } }, how });
  const args = { name, size, parameters: countText(parameters) };
  return planLine('model', { value: { id: 'plan.model.parameters', args }, how });
}

/** The chat template that the recipe names: a file, a model folder, or a repository in the cache. Empty if it names none. */
export async function templateLines(
  settings: RecipeSettings,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<PlanLine[]> {
  const named = settings.chat_template_path;
  if (named === null) return [];
  const kind = await kindOfPath(path.resolve(cwd, named));
  const isText = /\.(?:jinja|j2)$/.test(named);
  const there =
    kind === (isText ? 'file' : 'folder') ||
    (!isText && (await cachedSnapshot('models', named, 'main', env)) !== null);
  if (there) {
    return [
      planLine('template', {
        value: { id: 'plan.template', args: { path: named } },
        how: { id: 'plan.how.recipe' },
      }),
    ];
  }
  return [
    planLine('template', {
      value: { id: 'plan.template.missing', args: { path: named } },
      how: { id: 'plan.how.disk' },
      severity: 'error',
      todo: { id: 'plan.template.correct' },
      action: 'open-recipe',
    }),
  ];
}
