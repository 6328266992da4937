import type { Rule } from '../rule.ts';
import { blankLine } from './blank-line.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { emptyContent } from './empty-content.ts';
import { exactDuplicate } from './exact-duplicate.ts';
import { invalidUtf8 } from './invalid-utf-8.ts';
import { jsonSyntax } from './json-syntax.ts';
import { missingColumn } from './missing-column.ts';
import { mixedFormat } from './mixed-format.ts';
import { noAssistant } from './no-assistant.ts';
import { notAnObject } from './not-an-object.ts';
import { replacementCharacter } from './replacement-character.ts';
import { roleOrder } from './role-order.ts';
import { roleUnknown } from './role-unknown.ts';
import { unknownFormat } from './unknown-format.ts';
import { unreadableFormat } from './unreadable-format.ts';

/** Every rule, by family: encoding, JSON, schema, conversation, quality. */
export const ruleTable: readonly Rule[] = [
  byteOrderMark,
  invalidUtf8,
  replacementCharacter,
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
];
