import type { Rule } from '../rule.ts';
import { blankLine } from './blank-line.ts';
import { brokenFence } from './broken-fence.ts';
import { byteOrderMark } from './byte-order-mark.ts';
import { callWithoutResult } from './call-without-result.ts';
import { configuration } from './configuration.ts';
import { contentType } from './content-type.ts';
import { contradictoryAnswers } from './contradictory-answers.ts';
import { controlCharacter } from './control-character.ts';
import { crlfLineEnds } from './crlf-line-ends.ts';
import { csvNull } from './csv-null.ts';
import { csvSyntax } from './csv-syntax.ts';
import { csvType } from './csv-type.ts';
import { cutOffAnswer } from './cut-off-answer.ts';
import { dateColumn } from './date-column.ts';
import { decomposedHangul } from './decomposed-hangul.ts';
import { deepNesting } from './deep-nesting.ts';
import { duplicateKey } from './duplicate-key.ts';
import { echo } from './echo.ts';
import { edgeWhiteSpace } from './edge-white-space.ts';
import { emptyContent } from './empty-content.ts';
import { emptyFile } from './empty-file.ts';
import { endsWithoutAnswer } from './ends-without-answer.ts';
import { exactDuplicate } from './exact-duplicate.ts';
import { folderColumns } from './folder-columns.ts';
import { folderFormats } from './folder-formats.ts';
import { folderLeftOut } from './folder-left-out.ts';
import { folderNullColumn } from './folder-null-column.ts';
import { folderReadTwice } from './folder-read-twice.ts';
import { folderSidecar } from './folder-sidecar.ts';
import { fullWidthText } from './full-width-text.ts';
import { groupAndTrait } from './group-and-trait.ts';
import { hiddenInstruction } from './hidden-instruction.ts';
import { imageOrAudio } from './image-or-audio.ts';
import { integerBecomesFloat } from './integer-becomes-float.ts';
import { invalidUtf8 } from './invalid-utf-8.ts';
import { jsonSyntax } from './json-syntax.ts';
import { lateChange } from './late-change.ts';
import { loneSurrogate } from './lone-surrogate.ts';
import { malformedTurns } from './malformed-turns.ts';
import { missingColumn } from './missing-column.ts';
import { missingTemplateKwargs } from './missing-template-kwargs.ts';
import { mixedFormat } from './mixed-format.ts';
import { mixedLineEnds } from './mixed-line-ends.ts';
import { mixedPoliteness } from './mixed-politeness.ts';
import { mixedSystemPrompt } from './mixed-system-prompt.ts';
import { mojibake } from './mojibake.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { noAssistant } from './no-assistant.ts';
import { noBreakSpace } from './no-break-space.ts';
import { notANumber } from './not-a-number.ts';
import { notAnObject } from './not-an-object.ts';
import { nullContent } from './null-content.ts';
import { numberChanges } from './number-changes.ts';
import { numberTooBig } from './number-too-big.ts';
import { oddKey } from './odd-key.ts';
import { partialColumn } from './partial-column.ts';
import { personalData } from './personal-data.ts';
import { placeholder } from './placeholder.ts';
import { refusalBoilerplate } from './refusal-boilerplate.ts';
import { repeatedText } from './repeated-text.ts';
import { replacementCharacter } from './replacement-character.ts';
import { resultWithoutCall } from './result-without-call.ts';
import { rewrittenNumber } from './rewritten-number.ts';
import { roleOrder } from './role-order.ts';
import { roleUnknown } from './role-unknown.ts';
import { secret } from './secret.ts';
import { severalSystemTurns } from './several-system-turns.ts';
import { slur } from './slur.ts';
import { specialTokenText } from './special-token-text.ts';
import { textReadAsJson } from './text-read-as-json.ts';
import { toolArgumentsSchema } from './tool-arguments-schema.ts';
import { toolArgumentsSyntax } from './tool-arguments-syntax.ts';
import { toolsColumn } from './tools-column.ts';
import { trainEvalOverlap } from './train-eval-overlap.ts';
import { unclearInstruction } from './unclear-instruction.ts';
import { unknownFormat } from './unknown-format.ts';
import { unknownTool } from './unknown-tool.ts';
import { unreadLine } from './unread-line.ts';
import { unreadableFormat } from './unreadable-format.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { varyingPoliteness } from './varying-politeness.ts';
import { wrongLanguage } from './wrong-language.ts';
import { zeroWidthCharacter } from './zero-width-character.ts';

/** Every rule, by family: encoding, JSON, schema, conversation, tools, quality, style. */
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
  duplicateKey,
  loneSurrogate,
  notANumber,
  numberTooBig,
  numberChanges,
  blankLine,
  notAnObject,
  unreadableFormat,
  emptyFile,
  unknownFormat,
  missingColumn,
  mixedFormat,
  missingTemplateKwargs,
  unreadLine,
  textReadAsJson,
  dateColumn,
  rewrittenNumber,
  integerBecomesFloat,
  deepNesting,
  lateChange,
  partialColumn,
  csvSyntax,
  csvType,
  csvNull,
  imageOrAudio,
  malformedTurns,
  oddKey,
  emptyContent,
  nullContent,
  contentType,
  noAssistant,
  roleUnknown,
  roleOrder,
  severalSystemTurns,
  endsWithoutAnswer,
  toolsColumn,
  toolArgumentsSyntax,
  unknownTool,
  toolArgumentsSchema,
  callWithoutResult,
  resultWithoutCall,
  exactDuplicate,
  nearDuplicate,
  contradictoryAnswers,
  trainEvalOverlap,
  unclearInstruction,
  wrongLanguage,
  echo,
  repeatedText,
  cutOffAnswer,
  brokenFence,
  placeholder,
  refusalBoilerplate,
  edgeWhiteSpace,
  mixedPoliteness,
  varyingPoliteness,
  mixedSystemPrompt,
  decomposedHangul,
  fullWidthText,
  specialTokenText,
  secret,
  personalData,
  hiddenInstruction,
  slur,
  groupAndTrait,
  folderSidecar,
  folderReadTwice,
  folderFormats,
  folderLeftOut,
  folderColumns,
  folderNullColumn,
  configuration,
  unusedIgnore,
];
