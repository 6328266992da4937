import type { Comparison } from '../compare/comparison.ts';
import { isAbsolutePath, nameOfPath } from './hide-paths.ts';

/** A comparison as others may read it: folders of this computer are named by their last part. */
export function shareComparison(whole: Comparison): Comparison {
  return {
    ...whole,
    before: { name: shortened(whole.before.name), path: shortened(whole.before.path) },
    after: { name: shortened(whole.after.name), path: shortened(whole.after.path) },
    template: { ...whole.template, from: shortened(whole.template.from) },
    data: whole.data && { ...whole.data, path: nameOfPath(whole.data.path) },
  };
}

function shortened(text: string): string {
  return isAbsolutePath(text) ? nameOfPath(text) : text;
}
