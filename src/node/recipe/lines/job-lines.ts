import { costPerHour, type JobHardware } from '../../../core/hub/job.ts';
import { dollars, timeoutText } from '../../../core/recipe/job-choice.ts';
import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import type { Message } from '../../../core/text/message.ts';
import { formatBytes } from '../../../core/text/format-bytes.ts';
import type { PlanPython } from '../plan-request.ts';

/** The machine, what it costs, and when the job is ended at the latest. */
export function hardwareLines(
  hardware: JobHardware,
  timeout: number,
  chosen: boolean,
  settings: RecipeSettings,
): PlanLine[] {
  const { name } = hardware;
  const value = { id: 'plan.jobs.hardware', args: { name, parts: partsOf(hardware) } };
  const how = { id: chosen ? 'plan.jobs.hardware.chosen' : 'plan.jobs.hardware.default' };
  return [
    planLine('hardware', { value, how, action: 'choose-hardware' }),
    ...precisionLines(hardware, settings),
    planLine('timeout', { value: { id: 'plan.jobs.timeout', args: { time: timeoutText(timeout) } } }),
    priceLine(hardware, timeout),
  ];
}

export function unknownHardwareLine(name: string, hardware: readonly JobHardware[]): PlanLine {
  const known = hardware.map((each) => each.name).join(', ');
  return planLine('hardware', {
    value: { id: 'plan.jobs.hardware.unknown', args: { name, known } },
    severity: 'error',
    todo: { id: 'plan.jobs.hardware.choose' },
    action: 'choose-hardware',
  });
}

/** `1 × NVIDIA A10G 24 GB, 4 vCPU, 15 GB`, as far as the Hub tells. */
function partsOf({ accelerator, cpu, ram }: JobHardware): string {
  const gpu =
    accelerator == null ? [] : [`${accelerator.quantity} × ${accelerator.model} ${accelerator.vram ?? ''}`];
  return [...gpu, cpu, ram].map((part) => part.trim()).join(', ');
}

function priceLine(hardware: JobHardware, timeout: number): PlanLine {
  const perHour = costPerHour(hardware);
  if (perHour === null) {
    return planLine('price', {
      value: { id: 'plan.jobs.price.unknown', args: { name: hardware.name } },
      severity: 'warning',
    });
  }
  const args = { perHour: dollars(perHour), most: dollars((perHour * timeout) / 3600) };
  return planLine('price', {
    value: { id: 'plan.jobs.price', args },
    how: { id: 'plan.jobs.price.by-minute' },
  });
}

/** bf16 is on unless something says otherwise, and stops a run without a GPU (trl 1.16 base_config.py:107). */
function precisionLines({ name, accelerator }: JobHardware, settings: RecipeSettings): PlanLine[] {
  const hasGpu = accelerator != null;
  if (hasGpu && settings.use_cpu) {
    return [
      planLine('precision', {
        value: { id: 'plan.jobs.cpu-idle', args: { name } },
        how: { id: 'plan.how.recipe' },
        severity: 'warning',
        todo: { id: 'plan.jobs.cpu-idle.cure' },
        action: 'open-recipe',
      }),
    ];
  }
  const bf16 = settings.bf16 ?? !settings.fp16;
  if (hasGpu || settings.use_cpu || !bf16) return [];
  return [
    planLine('precision', {
      value: { id: 'plan.jobs.cpu-bf16', args: { name } },
      how: { id: settings.bf16 === null ? 'plan.precision.default' : 'plan.how.recipe' },
      severity: 'error',
      todo: { id: 'plan.precision.use-cpu' },
      action: 'open-recipe',
    }),
  ];
}

/** What the job installs: the versions that were used or tested, never just the newest. */
export function jobPackagesLine(packages: readonly string[], python: PlanPython | null): PlanLine {
  const here = python?.packages['trl'] !== undefined;
  return planLine('packages', {
    value: { id: 'plan.jobs.packages', args: { packages: packages.join(', ') } },
    how: here
      ? { id: 'plan.jobs.packages.as-here', args: { path: python.path } }
      : { id: 'plan.jobs.packages.tested' },
  });
}

export function resultLine(repository: string, path: string, settings: RecipeSettings): PlanLine {
  const own = settings.push_to_hub && settings.hub_model_id !== null;
  const isPublic = own && settings.hub_private_repo === false;
  const id = isPublic ? 'plan.jobs.result.public' : own ? 'plan.jobs.result.own' : 'plan.jobs.result';
  return planLine('result', {
    value: { id, args: { repository, path } },
    how: { id: 'plan.jobs.result.how' },
    severity: isPublic ? 'warning' : 'ok',
  });
}

export function jobLeavesLine(files: number, bytes: number, repository: string): PlanLine {
  return planLine('leaves', {
    value: { id: 'plan.jobs.leaves', args: { files, size: formatBytes(bytes), repository } },
    how: { id: 'plan.how.disk' },
    severity: 'info',
  });
}

/** A file of the recipe that cannot be sent. */
export function unsendableLine(fault: Message): PlanLine {
  return planLine('data', {
    value: fault,
    how: { id: 'plan.how.disk' },
    severity: 'error',
    todo: { id: fault.id === 'plan.jobs.data-card' ? 'plan.jobs.name-files' : 'plan.correct-recipe' },
    action: 'open-recipe',
  });
}

export function resumeLine(): PlanLine {
  return planLine('recipe', {
    value: { id: 'plan.jobs.resume' },
    how: { id: 'plan.how.recipe' },
    severity: 'error',
    todo: { id: 'plan.jobs.resume.cure' },
    action: 'open-recipe',
  });
}
