import type { Message } from '../../text/message.ts';
import type { TemplateAnalysis } from './template-analysis.ts';
import type { Range } from './variable.ts';

/** `hint` is not underlined: three dots, and a lamp where there is a fix. */
export type TemplateSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface TextEdit extends Range {
  readonly text: string;
}

export interface TemplateFix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** Every line end of the text becomes `\n`. */
  readonly lineEnds?: '\n';
}

/** What a rule has to say about a template. */
export interface TemplateOccurrence extends Range {
  readonly message: Message;
  /** Where it differs from the rule's. */
  readonly severity?: TemplateSeverity;
  /** The range is never reached: shown faded. */
  readonly unreached?: boolean;
  readonly fix?: TemplateFix;
}

export interface TemplateFinding extends TemplateOccurrence {
  readonly rule: string;
  readonly severity: TemplateSeverity;
}

/** One rule about templates: pure, without a state of its own. */
export interface TemplateRule {
  /** Stable kebab-case id. */
  readonly id: string;
  readonly severity: TemplateSeverity;
  check(template: TemplateAnalysis, report: (occurrence: TemplateOccurrence) => void): void;
}
