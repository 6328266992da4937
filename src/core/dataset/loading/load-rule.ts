import type { SharedWork } from '../shared-work.ts';
import type { Severity } from '../findings/finding.ts';
import type { FileReport, FileRule, RowCollector, RuleDocumentation } from '../rule.ts';
import { LoadModel, type LoadedFile } from './load-model.ts';
import { shownKey } from '../findings/shown-pointer.ts';
import type { ValuePlace } from './value-tree.ts';

interface LoadRule {
  readonly id: string;
  readonly severity: Severity;
  readonly documentation: RuleDocumentation;
  readonly check: (loaded: LoadedFile, report: FileReport) => void;
}

/** A rule about what `datasets` makes of the file as a whole; the rules of one file share the model that follows the rows. */
export function loadRule({ id, severity, documentation, check }: LoadRule): FileRule {
  return {
    id,
    defaultSeverity: severity,
    on: 'file',
    documentation,
    collect: (shared) => collectorOf(modelOf(shared), check),
  };
}

const newModel = () => new LoadModel();

/** The model that the rules of one file share. Each rule passes it every row; a row that it has seen already is skipped. */
export function modelOf(shared: SharedWork): LoadModel {
  return shared.part(newModel);
}

function collectorOf(model: LoadModel, check: LoadRule['check']): RowCollector {
  return {
    add: (row) => model.add(row),
    prose: model,
    blankLine: (line, offset) => model.blankLine(line, offset),
    end(report) {
      const loaded = model.end();
      if (loaded !== null) check(loaded, report);
    },
  };
}

/** What a finding needs to know of the place of a value whose row is gone. */
export function targetAt({ path, span }: ValuePlace) {
  return { target: { kind: 'value', path }, span } as const;
}

/** `messages[].content`: the place of all values that stand where this one does. */
export function placeText({ path }: ValuePlace): string {
  const steps = path.map((step) => (typeof step === 'number' ? '[]' : `.${shownKey(step)}`));
  return steps.join('').replace(/^\./, '');
}
