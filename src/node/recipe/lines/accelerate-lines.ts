import path from 'node:path';
import { readYaml } from '../../../core/recipe/read-yaml.ts';
import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import { plainValue } from '../../../core/recipe/yaml-node.ts';
import { hubFolders } from '../../hub/hub-folders.ts';
import { readTextFile } from '../read-file.ts';

/** The settings that change a run most: they win over the recipe without a word. */
const SHOWN = ['mixed_precision', 'num_processes', 'distributed_type', 'use_cpu', 'gpu_ids', 'num_machines'];

/** A default file of `accelerate config`, which `trl sft` honours unless the recipe names another. Empty if there is none. */
export async function accelerateLines(settings: RecipeSettings, env: NodeJS.ProcessEnv): Promise<PlanLine[]> {
  if (settings.accelerate_config !== null || settings.config_file !== null) return [];
  const folder = hubFolders(env).accelerate;
  for (const name of ['default_config.yaml', 'default_config.json']) {
    const file = path.join(folder, name);
    const text = await readTextFile(file);
    if (text !== null) return [fileLine(file, text)];
  }
  return [];
}

function fileLine(file: string, text: string): PlanLine {
  const { root } = readYaml(text);
  const values = root?.kind === 'map' ? plainValue(root) : {};
  const settings = SHOWN.flatMap((key) => {
    const value: unknown = (values as Record<string, unknown>)[key];
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return plain ? [`${key}: ${value}`] : [];
  });
  return planLine('accelerate', {
    value: { id: 'plan.accelerate.default-file', args: { settings: settings.join(', ') || '-' } },
    how: { id: 'plan.accelerate.file', args: { path: file } },
    severity: 'warning',
    todo: { id: 'plan.accelerate.leave-out' },
  });
}
