import type { MessageTable } from '../../text/message.ts';

/** Sentences about tuning-fork.yaml. */
export const configurationMessages = {
  'dataset.configuration.syntax': {
    en: 'This is no YAML ({detail}), so nothing of the file counts. Correct it.',
    ko: 'YAML이 아니어서({detail}) 파일 전체가 적용되지 않습니다. 고치십시오.',
  },
  'dataset.configuration.not-a-mapping': {
    en: 'The file is no mapping, so nothing of it counts. Write "rules:" and "ignore:".',
    ko: '파일이 매핑이 아니어서 적용되지 않습니다. "rules:"와 "ignore:"로 쓰십시오.',
  },
  'dataset.configuration.unknown-key': {
    en: 'The key "{key}" means nothing here and does not count. Use one of: {known}.',
    ko: '"{key}"은(는) 여기서 뜻이 없는 키여서 적용되지 않습니다. 다음 중에서 쓰십시오: {known}.',
  },
  'dataset.configuration.rules-no-mapping': {
    en: '"rules" maps rule ids to severities, and this is no mapping. Write a line such as "blank-line: off".',
    ko: '"rules"는 규칙 id에 심각도를 붙이는 매핑인데 매핑이 아닙니다. "blank-line: off"처럼 쓰십시오.',
  },
  'dataset.configuration.bad-severity': {
    en: '{value} is no severity, so {rule} keeps its own. Write off, info, warning or error.',
    ko: '{value}은(는) 심각도가 아니어서 {rule}의 기본값이 쓰입니다. off, info, warning, error 중 하나를 쓰십시오.',
  },
  'dataset.configuration.unknown-rule': {
    en: 'There is no rule named {rule}, so this does not count. The command "tuning-fork rules" lists them.',
    ko: '{rule}(이)라는 규칙이 없어 적용되지 않습니다. "tuning-fork rules" 명령으로 목록을 보십시오.',
  },
  'dataset.configuration.unknown-rule-near': {
    en: 'There is no rule named {rule}, so this does not count. Write {meant} if that is meant.',
    ko: '{rule}(이)라는 규칙이 없어 적용되지 않습니다. {meant}을(를) 뜻했다면 그렇게 쓰십시오.',
  },
  'dataset.configuration.ignore-no-list': {
    en: '"ignore" is a list of entries, and this is none. Begin each entry with "- files: PATTERN".',
    ko: '"ignore"는 항목의 목록인데 목록이 아닙니다. 항목마다 "- files: 패턴"으로 시작하십시오.',
  },
  'dataset.configuration.entry-no-mapping': {
    en: 'An entry says which files it is about, and this one does not. Write "files: PATTERN".',
    ko: '항목은 어느 파일에 관한 것인지 밝혀야 하는데 그렇지 않습니다. "files: 패턴"으로 쓰십시오.',
  },
  'dataset.configuration.entry-without-files': {
    en: 'The entry does not say which files it is about, so it does not count. Add "files: PATTERN".',
    ko: '어느 파일에 관한 것인지 없어 항목이 적용되지 않습니다. "files: 패턴"을 더하십시오.',
  },
  'dataset.configuration.row-without-reason': {
    en: 'An entry for one row needs a reason and does not count without. Add "reason: …".',
    ko: '한 행에 대한 항목에는 이유가 있어야 적용됩니다. "reason: …"을 더하십시오.',
  },
  'dataset.configuration.bad-files': {
    en: 'This names no files, so the entry does not count. Write a path or a pattern such as archive/**.',
    ko: '파일을 가리키지 않아 항목이 적용되지 않습니다. 경로나 archive/** 같은 패턴을 쓰십시오.',
  },
  'dataset.configuration.bad-rules': {
    en: '{value} is no rule and no list of rules, so the entry does not count. Write ids of rules.',
    ko: '{value}은(는) 규칙이나 규칙 목록이 아니어서 항목이 적용되지 않습니다. 규칙 id를 쓰십시오.',
  },
  'dataset.configuration.bad-row': {
    en: '{value} is no digest of a row, so the entry does not count. Write its 32 hexadecimal digits in quotes.',
    ko: '{value}은(는) 행의 다이제스트가 아니어서 항목이 적용되지 않습니다. 16진수 32자리를 따옴표로 묶어 쓰십시오.',
  },
  'dataset.configuration.bad-number': {
    en: '{value} is no row number, so the entry does not count. Write a whole number from 1, or leave it out.',
    ko: '{value}은(는) 행 번호가 아니어서 항목이 적용되지 않습니다. 1 이상의 정수를 쓰거나 빼십시오.',
  },
  'dataset.configuration.bad-reason': {
    en: 'The reason says nothing, so the entry does not count. Write why in a few words.',
    ko: '이유가 비어 있어 항목이 적용되지 않습니다. 짧게 쓰십시오.',
  },
  'dataset.unused-ignore.row': {
    en: 'No row of {files} has this value and such a finding any more (it was row {number}). Remove the entry.',
    ko: '이 값과 지적을 가진 행이 {files}에 더는 없습니다(당시 {number}행). 항목을 지우십시오.',
  },
  'dataset.unused-ignore.unnumbered-row': {
    en: 'No row of {files} has this value and such a finding any more. Remove the entry.',
    ko: '이 값과 지적을 가진 행이 {files}에 더는 없습니다. 항목을 지우십시오.',
  },
  'dataset.unused-ignore': {
    en: 'Nothing in {files} is named by these rules any more. Remove the entry.',
    ko: '{files}에는 이 규칙의 지적이 더는 없습니다. 항목을 지우십시오.',
  },
  'dataset.ignore.title': { en: 'Ignore {rule} in row {row}', ko: '{row}행의 {rule} 무시' },
  'dataset.ignore.prompt': {
    en: 'Why is the row right as it is? The reason goes to tuning-fork.yaml with the entry.',
    ko: '이 행이 그대로 옳은 이유는 무엇입니까? 이유는 항목과 함께 tuning-fork.yaml에 적힙니다.',
  },
  'dataset.ignore.example': { en: 'The question is asked twice on purpose', ko: '일부러 두 번 물은 질문' },
  'dataset.ignore.no-reason': {
    en: 'An entry needs a reason for those who read it later. Write a few words.',
    ko: '나중에 읽을 사람을 위해 이유가 필요합니다. 짧게 쓰십시오.',
  },
  'dataset.ignore.unreadable': {
    en: 'tuning-fork.yaml has faults, so no entry can be added. Correct what Problems says of it, then ignore the finding again.',
    ko: 'tuning-fork.yaml에 잘못된 곳이 있어 항목을 더할 수 없습니다. 문제 보기에 나오는 것을 고친 뒤 다시 무시하십시오.',
  },
  'dataset.ignore.row-gone': {
    en: 'Row {row} is no longer what was found there. Wait until the file is checked again, then ignore the finding.',
    ko: '{row}행이 검사한 때와 달라졌습니다. 파일이 다시 검사된 뒤 무시하십시오.',
  },
} as const satisfies MessageTable;
