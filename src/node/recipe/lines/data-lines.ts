import path from 'node:path';
import type { PlanLine } from '../../../core/recipe/plan.ts';
import { planLine } from '../../../core/recipe/plan-line.ts';
import type { RecipeSettings } from '../../../core/recipe/recipe.ts';
import { isWithin } from '../../files/is-within.ts';
import type { ReadData, ReadPart } from '../read-data.ts';
import type { ResolvedData } from '../resolve-data.ts';

/** Rows to train on and rows held out; what is not there are errors of the recipe. */
export function dataLines(
  resolved: ResolvedData,
  data: ReadData,
  settings: RecipeSettings,
  cwd: string,
): PlanLine[] {
  const unreadable = data.unreadable.map((file) => ({
    id: 'recipe.data-not-readable',
    args: { path: shownPath(file, cwd) },
  }));
  const faults = [...resolved.faults, ...unreadable].map((value) =>
    planLine('data', {
      value,
      how: { id: 'plan.how.disk' },
      severity: 'error',
      todo: { id: 'plan.correct-recipe' },
      action: 'open-recipe',
    }),
  );
  const urls = resolved.remote.filter((name) => name.includes('://'));
  if (urls.length > 0) faults.push(downloadLine(urls));
  if (faults.length > 0) return faults;
  if (resolved.remote.length > 0) {
    const value = { id: 'plan.data.elsewhere', args: { names: resolved.remote.join(', ') } };
    return [planLine('data', { value, how: { id: 'plan.how.disk' }, severity: 'info' })];
  }
  if (data.train.files.length === 0) return [];
  return [trainLine(data.train, cwd), heldOutLine(data.test, settings, cwd)];
}

function downloadLine(urls: readonly string[]): PlanLine {
  return planLine('data', {
    value: { id: 'plan.data.download', args: { names: urls.join(', ') } },
    how: { id: 'plan.how.recipe' },
    severity: 'error',
    todo: { id: 'plan.data.fetch' },
    action: 'open-recipe',
  });
}

function trainLine(part: ReadPart, cwd: string): PlanLine {
  const files = filesText(part, cwd);
  const counted = { id: 'plan.data.counted' };
  if (part.rowsInFiles === null) {
    return planLine('data', { value: { id: 'plan.data.not-counted', args: { files } }, severity: 'info' });
  }
  if (part.rowsInFiles === 0 || part.rows === 0) {
    return planLine('data', {
      value: { id: 'plan.data.no-rows', args: { files } },
      how: counted,
      severity: 'error',
      todo: { id: 'plan.data.add-rows' },
    });
  }
  const id = part.rows === null ? 'plan.data.up-to' : 'plan.data.rows';
  const args = { rows: part.rows ?? part.rowsInFiles, files };
  return planLine('data', { value: { id, args }, how: counted });
}

function heldOutLine(part: ReadPart | null, settings: RecipeSettings, cwd: string): PlanLine {
  if (part === null) return planLine('held-out', { value: { id: 'plan.held-out.nothing' } });
  if (part.rows === null) {
    return planLine('held-out', {
      value: { id: 'plan.held-out.not-counted', args: { files: filesText(part, cwd) } },
      severity: 'info',
    });
  }
  if (part.files.length === 0) {
    return planLine('held-out', {
      value: { id: 'plan.held-out.split', args: { rows: part.rows } },
      severity: 'info',
    });
  }
  const args = { rows: part.rows, files: filesText(part, cwd) };
  const how = { id: 'plan.data.counted' };
  if (settings.eval_strategy === 'no') {
    return planLine('held-out', { value: { id: 'plan.held-out.idle', args }, how, severity: 'info' });
  }
  if (settings.eval_strategy === 'epoch') {
    return planLine('held-out', { value: { id: 'plan.held-out.by-epoch', args }, how });
  }
  const steps = settings.eval_steps ?? settings.logging_steps;
  return planLine('held-out', { value: { id: 'plan.held-out.by-steps', args: { ...args, steps } }, how });
}

function filesText(part: ReadPart, cwd: string): string {
  const names = part.files.map((file) => shownPath(file.path, cwd));
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${first}, … (${names.length})` : first;
}

/** A path as the user would write it: relative where it lies below the folder, with `/`. */
function shownPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  const below = relative !== '' && isWithin(absolute, cwd);
  return below ? relative.replaceAll('\\', '/') : absolute;
}
