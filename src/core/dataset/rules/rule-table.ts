import type { Rule } from '../rule.ts';
import { blankLine } from './blank-line.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { contradictoryAnswers } from './contradictory-answers.ts';
import { controlCharacter } from './control-character.ts';
import { crlfLineEnds } from './crlf-line-ends.ts';
import { edgeWhiteSpace } from './edge-white-space.ts';
import { emptyContent } from './empty-content.ts';
import { exactDuplicate } from './exact-duplicate.ts';
import { invalidUtf8 } from './invalid-utf-8.ts';
import { jsonSyntax } from './json-syntax.ts';
import { missingColumn } from './missing-column.ts';
import { mixedFormat } from './mixed-format.ts';
import { mixedLineEnds } from './mixed-line-ends.ts';
import { mojibake } from './mojibake.ts';
import { noAssistant } from './no-assistant.ts';
import { noBreakSpace } from './no-break-space.ts';
import { notAnObject } from './not-an-object.ts';
import { replacementCharacter } from './replacement-character.ts';
import { roleOrder } from './role-order.ts';
import { roleUnknown } from './role-unknown.ts';
import { specialTokenText } from './special-token-text.ts';
import { unknownFormat } from './unknown-format.ts';
import { unreadableFormat } from './unreadable-format.ts';
import { zeroWidthCharacter } from './zero-width-character.ts';

/** Every rule, by family: encoding, JSON, schema, conversation, quality, style. */
export const ruleTable: readonly Rule[] = [
  byteOrderMark,
  invalidUtf8,
  crlfLineEnds,
  mixedLineEnds,
  replacementCharacter,
  mojibake,
  controlCharacter,
  zeroWidthCharacter,
  noBreakSpace,
  jsonSyntax,
  blankLine,
  notAnObject,
  unreadableFormat,
  unknownFormat,
  missingColumn,
  mixedFormat,
  emptyContent,
  noAssistant,
  roleUnknown,
  roleOrder,
  exactDuplicate,
  contradictoryAnswers,
  edgeWhiteSpace,
  specialTokenText,
];
