import type { Command } from './command.ts';
import { compareCommand } from './compare.ts';
import { convertCommand } from './convert.ts';
import { dedupeCommand } from './dedupe.ts';
import { doctorCommand } from './doctor.ts';
import { excludeCommand } from './exclude.ts';
import { lintCommand } from './lint.ts';
import { mergeCommand } from './merge.ts';
import { planCommand } from './plan.ts';
import { recipeCommand } from './recipe.ts';
import { renderCommand } from './render.ts';
import { reportCommand } from './report.ts';
import { rulesCommand } from './rules.ts';
import { runsCommand } from './runs.ts';
import { sampleCommand } from './sample.ts';
import { shuffleCommand } from './shuffle.ts';
import { splitCommand } from './split.ts';
import { trainCommand } from './train.ts';
import { uploadCommand } from './upload.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  lintCommand,
  rulesCommand,
  reportCommand,
  renderCommand,
  convertCommand,
  splitCommand,
  dedupeCommand,
  sampleCommand,
  shuffleCommand,
  mergeCommand,
  excludeCommand,
  recipeCommand,
  planCommand,
  trainCommand,
  runsCommand,
  compareCommand,
  uploadCommand,
  doctorCommand,
];

/** Commands whose names are kept for what does not work yet: named, they say so. */
export const plannedCommands: ReadonlySet<string> = new Set(['xray', 'tokens']);
