import type { MessageTable } from '../core/text/message.ts';

/** What the command line alone has to say: mostly that it was used wrongly. */
export const cliMessages = {
  'cli.bug': { en: 'a bug of ours: {error}', ko: '이 프로그램의 버그입니다: {error}' },
  'cli.progress.downloading': { en: 'downloading', ko: '내려받는 중' },
  'cli.progress.uploading': { en: 'uploading', ko: '올리는 중' },
  'cli.progress.training': { en: 'training', ko: '학습 중' },
  'cli.no-such-command': {
    en: 'There is no command named {command}. See tuning-fork --help.',
    ko: '{command}(이)라는 명령이 없습니다. tuning-fork --help를 보십시오.',
  },
  'cli.planned-command': {
    en: '{command} does not work yet in this version.',
    ko: '{command} 명령은 이 버전에서 아직 동작하지 않습니다.',
  },
  'cli.planned-action': {
    en: '{command}: {action} does not work yet in this version.',
    ko: '{command}: {action}은(는) 이 버전에서 아직 동작하지 않습니다.',
  },
  'cli.planned-option': {
    en: '{command}: --{option} does not work yet in this version.',
    ko: '{command}: --{option}은(는) 이 버전에서 아직 동작하지 않습니다.',
  },
  'cli.bad-option': {
    en: '{command}: {cause}. See tuning-fork {command} --help.',
    ko: '{command}: 옵션을 읽을 수 없습니다({cause}). tuning-fork {command} --help를 보십시오.',
  },
  'cli.bad-format': {
    en: '{command}: --format is one of {known}, not {value}.',
    ko: '{command}: --format은 {known} 중 하나이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.bad-language': {
    en: '--lang is en or ko, not {value}.',
    ko: '--lang은 en이나 ko이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.bad-time': {
    en: '--now is a local time such as 2026-11-24T09:30:00, not {value}.',
    ko: '--now는 2026-11-24T09:30:00 같은 현지 시각이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.no-such-folder': {
    en: '--cwd: there is no folder {folder}.',
    ko: '--cwd: {folder} 폴더가 없습니다.',
  },
  'cli.no-such-path': {
    en: 'No such file or folder: {path}. Check the path.',
    ko: '그런 파일이나 폴더가 없습니다: {path}. 경로를 확인하십시오.',
  },
  'cli.no-permission': {
    en: '{path} may not be read. Check its permissions.',
    ko: '{path}을(를) 읽을 권한이 없습니다. 권한을 확인하십시오.',
  },
  'cli.not-opened': {
    en: '{path} cannot be opened ({code}). Check the path.',
    ko: '{path}을(를) 열 수 없습니다({code}). 경로를 확인하십시오.',
  },
  'cli.one-file': {
    en: '{command}: name one file.',
    ko: '{command}: 파일 하나를 지정하십시오.',
  },
  'cli.one-recipe': {
    en: '{command}: name one recipe. See tuning-fork {help} --help.',
    ko: '{command}: 레시피 하나를 지정하십시오. tuning-fork {help} --help를 보십시오.',
  },
  'cli.out-missing': {
    en: '{command}: name the new file with --out.',
    ko: '{command}: --out으로 새 파일을 지정하십시오.',
  },
  'cli.bad-seed': {
    en: '{command}: --seed is a whole number such as 0, not {value}.',
    ko: '{command}: --seed는 0 같은 정수이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.convert.no-target': {
    en: 'convert: --to is one of {known}.',
    ko: 'convert: --to는 {known} 중 하나입니다.',
  },
  'cli.convert.bad-target': {
    en: 'convert: --to is one of {known}, not {value}.',
    ko: 'convert: --to는 {known} 중 하나이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.dedupe.out-missing': {
    en: 'dedupe: name the new file with --out, or say --dry-run.',
    ko: 'dedupe: --out으로 새 파일을 지정하거나 --dry-run을 쓰십시오.',
  },
  'cli.exclude.no-rule': {
    en: 'exclude: name a rule with --rule.',
    ko: 'exclude: --rule로 규칙을 지정하십시오.',
  },
  'cli.merge.two-files': {
    en: 'merge: name two files or more.',
    ko: 'merge: 파일을 두 개 이상 지정하십시오.',
  },
  'cli.sample.one-amount': {
    en: 'sample: say either --rows or --fraction.',
    ko: 'sample: --rows와 --fraction 중 하나만 쓰십시오.',
  },
  'cli.sample.bad-rows': {
    en: 'sample: --rows is a whole number above 0 such as 200, not {value}.',
    ko: 'sample: --rows는 200 같은 1 이상의 정수이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.sample.bad-fraction': {
    en: 'sample: --fraction is a share above 0 and at most 1 such as 0.1, not {value}.',
    ko: 'sample: --fraction은 0.1처럼 0보다 크고 1 이하인 비율이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.split.bad-share': {
    en: 'split: --eval is a share between 0 and 1 such as 0.05, not {value}.',
    ko: 'split: --eval은 0.05처럼 0보다 크고 1보다 작은 비율이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.rules.one-rule': {
    en: 'rules: name one rule or none.',
    ko: 'rules: 규칙을 하나만 지정하거나 지정하지 마십시오.',
  },
  'cli.where.belongs-to-jobs': {
    en: '{command}: --flavor and --timeout belong to --on jobs.',
    ko: '{command}: --flavor와 --timeout은 --on jobs와 함께 쓰십시오.',
  },
  'cli.where.bad-on': {
    en: '{command}: --on is local or jobs, not {value}.',
    ko: '{command}: --on은 local이나 jobs이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.where.bad-timeout': {
    en: '{command}: --timeout is a time with its unit, such as 90m or 2h, not {value}.',
    ko: '{command}: --timeout은 90m이나 2h처럼 단위가 있는 시간이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.train.one-recipe': {
    en: 'train: name one recipe.',
    ko: 'train: 레시피 하나를 지정하십시오.',
  },
  'cli.recipe.no-action': {
    en: 'recipe: name script or command, and a recipe.',
    ko: 'recipe: script나 command를 쓰고 레시피를 지정하십시오.',
  },
  'cli.recipe.no-such-action': {
    en: 'recipe: there is no {action}; use script or command.',
    ko: 'recipe: {action}이(가) 없습니다. script나 command를 쓰십시오.',
  },
  'cli.recipe.out-exists': {
    en: 'recipe script: {path} is there already and is left alone.',
    ko: 'recipe script: {path}이(가) 이미 있어 그대로 두었습니다.',
  },
  'cli.recipe.not-written': {
    en: 'recipe script: {path} cannot be written ({code}).',
    ko: 'recipe script: {path}을(를) 쓸 수 없습니다({code}).',
  },
  'cli.recipe.no-flavor': {
    en: 'recipe command: --on jobs needs --flavor; hf jobs hardware lists them.',
    ko: 'recipe command: --on jobs에는 --flavor가 필요합니다. hf jobs hardware로 목록을 보십시오.',
  },
  'cli.runs.no-such-action': {
    en: 'runs: there is no {action}; use list, show, logs, stop or fetch.',
    ko: 'runs: {action}이(가) 없습니다. list, show, logs, stop, fetch 중 하나를 쓰십시오.',
  },
  'cli.runs.list-alone': {
    en: 'runs list: no more arguments are known.',
    ko: 'runs list: 다른 인수는 받지 않습니다.',
  },
  'cli.runs.one-run': {
    en: 'runs {action}: name one run (see runs list).',
    ko: 'runs {action}: 실행 하나를 지정하십시오(runs list 참고).',
  },
  'cli.upload.one-run': {
    en: 'upload: name one run (see runs list).',
    ko: 'upload: 실행 하나를 지정하십시오(runs list 참고).',
  },
  'cli.upload.no-repository': {
    en: 'upload: name the repository with --repo namespace/name.',
    ko: 'upload: --repo namespace/name으로 저장소를 지정하십시오.',
  },
  'cli.compare.after-missing': {
    en: 'compare: --after is missing. See tuning-fork compare --help.',
    ko: 'compare: --after가 없습니다. tuning-fork compare --help를 보십시오.',
  },
  'cli.compare.before-missing': {
    en: 'compare: --before is missing: only an adapter and a run name the model they came from.',
    ko: 'compare: --before가 없습니다. 바탕 모델은 어댑터와 실행에만 적혀 있으므로 지정하십시오.',
  },
  'cli.compare.out-missing': {
    en: 'compare: --out is missing: name a folder for the comparison.',
    ko: 'compare: --out이 없습니다. 비교 결과를 둘 폴더를 지정하십시오.',
  },
  'cli.compare.nothing-to-ask': {
    en: 'compare: name --data or --prompts, or both: there is nothing to compare on.',
    ko: 'compare: 비교할 것이 없습니다. --data나 --prompts, 또는 둘 다 지정하십시오.',
  },
  'cli.compare.unknown-argument': {
    en: 'compare: {value} belongs to no option. See tuning-fork compare --help.',
    ko: 'compare: {value}은(는) 어떤 옵션에도 속하지 않습니다. tuning-fork compare --help를 보십시오.',
  },
  'cli.compare.bad-on': {
    en: 'compare: --on is local, not {value}.',
    ko: 'compare: --on은 local이며 {value}은(는) 쓸 수 없습니다.',
  },
  'cli.compare.no-such-before': {
    en: 'compare: --before: there is no folder {value}.',
    ko: 'compare: --before: {value} 폴더가 없습니다.',
  },
  'cli.compare.no-such-after': {
    en: 'compare: --after: there is no folder and no run {value}.',
    ko: 'compare: --after: {value}(이)라는 폴더도 실행도 없습니다.',
  },
  'cli.compare.no-such-file': {
    en: 'compare: there is no file {path}.',
    ko: 'compare: {path} 파일이 없습니다.',
  },
  'cli.compare.not-read': {
    en: 'compare: {path} cannot be read.',
    ko: 'compare: {path}을(를) 읽을 수 없습니다.',
  },
  'cli.compare.bad-number': {
    en: 'compare: --{option} is a whole number from {least}, not {value}.',
    ko: 'compare: --{option}은(는) {least} 이상의 정수이며 {value}은(는) 쓸 수 없습니다.',
  },
} as const satisfies MessageTable;
