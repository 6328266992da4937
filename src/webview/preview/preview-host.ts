import type { EngineName } from '../../core/template/engine-verdict.ts';
import type { PreviewOrigin } from '../../core/protocol/preview-contract.ts';
import type { PreviewSwitches } from '../../core/template/preview-switches.ts';

/** What the page asks the extension to do. */
export interface PreviewHost {
  readonly step: (by: -1 | 1) => void;
  readonly chooseTemplate: () => void;
  readonly chooseSubject: () => void;
  readonly chooseTools: () => void;
  readonly setSwitches: (switches: PreviewSwitches) => void;
  readonly openSwitches: (open: boolean) => void;
  readonly setMatrix: (names: readonly string[] | null) => void;
  readonly compareTemplate: () => void;
  readonly askEngine: (engine: EngineName) => void;
  readonly openTemplate: (line: number) => void;
  readonly openMessage: (index: number) => void;
  readonly origin: (at: number) => Promise<PreviewOrigin | null>;
  readonly reveal: (at: number, focus: boolean) => void;
  readonly copyText: () => void;
  readonly copyPython: () => void;
}
