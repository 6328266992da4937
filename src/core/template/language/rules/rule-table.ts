import type { TemplateRule } from '../template-finding.ts';
import { capturedGeneration } from './captured-generation.ts';
import { crlfLineEnds } from './crlf-line-ends.ts';
import { dateInRender } from './date-in-render.ts';
import { headerInGeneration } from './header-in-generation.ts';
import { missingGeneration } from './missing-generation.ts';
import { nestedGeneration } from './nested-generation.ts';
import { otherEngine } from './other-engine.ts';
import { strayTag } from './stray-tag.ts';
import { templateSyntax } from './template-syntax.ts';
import { unclosedTag } from './unclosed-tag.ts';
import { undefinedAccess } from './undefined-access.ts';
import { unknownFilter } from './unknown-filter.ts';
import { unknownTag } from './unknown-tag.ts';
import { unknownTest } from './unknown-test.ts';
import { unknownVariable } from './unknown-variable.ts';
import { unreachableBranch } from './unreachable-branch.ts';

/** Every rule about templates: syntax, names, branches, generation marks, what differs by day, data or engine. */
export const ruleTable: readonly TemplateRule[] = [
  templateSyntax,
  unclosedTag,
  strayTag,
  unknownTag,
  unknownFilter,
  unknownTest,
  unknownVariable,
  unreachableBranch,
  capturedGeneration,
  nestedGeneration,
  headerInGeneration,
  missingGeneration,
  crlfLineEnds,
  dateInRender,
  undefinedAccess,
  otherEngine,
];
