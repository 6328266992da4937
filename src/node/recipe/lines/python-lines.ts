import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import type { Message } from '../../../core/text/message.ts';
import { isAtLeast, OLDEST_TRL, runsTrl } from '../../python/interpreter.ts';
import { hasGpu } from '../gpu.ts';
import type { PlanPython } from '../plan-request.ts';

/** Interpreter and packages: which, how found, what is missing. */
export function pythonLines(
  python: PlanPython | null,
  fault: Message | null,
  settings: RecipeSettings,
): PlanLine[] {
  if (python === null) {
    const named = fault !== null && fault.id !== 'python.not-found';
    return [
      planLine('interpreter', {
        value: fault ?? { id: 'plan.interpreter.none' },
        severity: 'error',
        todo: { id: 'plan.interpreter.set-up' },
        action: named ? 'select-interpreter' : 'set-up-python',
      }),
    ];
  }
  const { path, version, source } = python;
  if (!runsTrl(python)) {
    return [
      planLine('interpreter', {
        value: { id: 'plan.interpreter.too-old', args: { path, version } },
        how: source,
        severity: 'error',
        todo: { id: 'plan.interpreter.select' },
        action: 'select-interpreter',
      }),
    ];
  }
  const interpreter = planLine('interpreter', {
    value: { id: 'plan.interpreter', args: { path, version } },
    how: source,
  });
  return [interpreter, packagesLine(python, settings)];
}

function packagesLine({ path, packages }: PlanPython, settings: RecipeSettings): PlanLine {
  const how = { id: 'plan.packages.asked', args: { path } };
  const wanted = ['torch', 'transformers', 'trl', 'datasets', 'accelerate'];
  if (settings.use_peft) wanted.push('peft');
  const missing = wanted.filter((name) => packages[name] === undefined);
  if (missing.length > 0) {
    const install = missing.map((name) => (name === 'trl' ? 'trl>=1.16' : name));
    const command = [path, '-m', 'pip', 'install', ...install].map(quote).join(' ');
    return planLine('packages', {
      value: { id: 'plan.packages.missing', args: { names: missing.join(', ') } },
      how,
      severity: 'error',
      todo: { id: 'plan.packages.install', args: { command } },
      action: 'install-packages',
    });
  }
  const trl = packages['trl'] ?? '';
  if (!isAtLeast(trl, OLDEST_TRL)) {
    const command = [path, '-m', 'pip', 'install', '-U', 'trl>=1.16'].map(quote).join(' ');
    return planLine('packages', {
      value: { id: 'plan.packages.old-trl', args: { version: trl } },
      how,
      severity: 'error',
      todo: { id: 'plan.packages.install', args: { command } },
      action: 'install-packages',
    });
  }
  const versions = ['trl', ...wanted.filter((name) => name !== 'trl')]
    .map((name) => `${name} ${packages[name] ?? ''}`)
    .join(', ');
  return planLine('packages', { value: { id: 'plan.packages', args: { versions } }, how });
}

function quote(part: string): string {
  return /^[\w./:=+-]+$/.test(part) ? part : `"${part}"`;
}

/** bf16 without a GPU stops a run at its start unless use_cpu is set (trl 1.16 base_config.py:107). Empty where nothing is wrong. */
export async function precisionLines(
  settings: RecipeSettings,
  python: PlanPython | null,
  env: NodeJS.ProcessEnv,
): Promise<PlanLine[]> {
  const bf16 = settings.bf16 ?? !settings.fp16;
  if (!bf16 || settings.use_cpu || (await hasGpu(python?.packages ?? {}, env)) !== false) return [];
  return [
    planLine('precision', {
      value: { id: 'plan.precision.no-gpu' },
      how: { id: settings.bf16 === null ? 'plan.precision.default' : 'plan.how.recipe' },
      severity: 'error',
      todo: { id: 'plan.precision.use-cpu' },
      action: 'open-recipe',
    }),
  ];
}
