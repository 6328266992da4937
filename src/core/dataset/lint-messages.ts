import type { MessageTable } from '../text/message.ts';

/** Sentences about a call of the linter. */
export const lintMessages = {
  'dataset.lint.total': {
    en: '{files} {files|file|files}, {rows} {rows|row|rows}: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|note|notes}.',
    ko: '파일 {files}개, 행 {rows}개: 오류 {errors}개, 경고 {warnings}개, 참고 {infos}개.',
  },
  'dataset.lint.in-row': { en: 'Row {row}: {message}', ko: '{row}행: {message}' },
  'dataset.lint.ignored': {
    en: '{ignored} {ignored|finding|findings} ignored by tuning-fork.yaml.',
    ko: 'tuning-fork.yaml에 따라 무시한 지적 {ignored}개.',
  },
  'dataset.lint.unlisted': {
    en: '{unlisted} {unlisted|finding is|findings are} counted and not listed, because a file has too many to list them all. Mend those that are listed, or turn their rules off, and lint again.',
    ko: '한 파일에 너무 많아 지적 {unlisted}개는 세기만 하고 나열하지 않았습니다. 나열한 것을 고치거나 해당 규칙을 끄고 다시 검사하십시오.',
  },
  'dataset.lint.unlisted-in': {
    en: '{unlisted} {unlisted|finding|findings} in {path} {unlisted|is|are} counted and not listed, because there are too many to list them all. Mend those that are listed, or turn their rules off, and lint again.',
    ko: '{path}에 너무 많아 지적 {unlisted}개는 세기만 하고 나열하지 않았습니다. 나열한 것을 고치거나 해당 규칙을 끄고 다시 검사하십시오.',
  },
  'dataset.lint.fixes-left': {
    en: '{path} has more to fix than one call does. Run it again.',
    ko: '{path}에는 한 번에 고칠 수 있는 것보다 고칠 곳이 많습니다. 다시 실행하십시오.',
  },
  'dataset.lint.too-large-to-fix': {
    en: 'lint: {path} is larger than the 2 GB that --fix holds in memory. Split the file, or fix it without --fix.',
    ko: 'lint: {path}은(는) --fix가 메모리에 담는 2GB보다 큽니다. 파일을 나누거나 --fix 없이 고치십시오.',
  },
  'dataset.lint.fixed': {
    en: '{count} {count|fix|fixes} in {path}; the file as it was is {backup}.',
    ko: '{path}에서 {count}곳을 고쳤습니다. 고치기 전 파일은 {backup}입니다.',
  },
  'dataset.lint.fixed-copy': {
    en: 'load_dataset on its folder would read {backup} too, and train on the rows twice. Move it out of the folder, or begin its name with a dot.',
    ko: '폴더를 load_dataset으로 읽으면 {backup}도 읽혀 행을 두 번 학습합니다. 폴더 밖으로 옮기거나 이름을 점으로 시작하십시오.',
  },
  'dataset.lint.fixed-out': {
    en: '{count} {count|fix|fixes}, written to {path}.',
    ko: '{count}곳을 고쳐 {path}에 썼습니다.',
  },
  'dataset.lint.out-of-many': {
    en: 'lint: --out takes one file, and several were named. Name one, or leave --out out.',
    ko: 'lint: --out은 파일 하나에만 쓸 수 있는데 여럿을 지정했습니다. 하나만 지정하거나 --out을 빼십시오.',
  },
  'dataset.lint.out-without-fix': {
    en: 'lint: --out says where the fixed file goes, and --fix is missing. Add it.',
    ko: 'lint: --out은 고친 파일을 쓸 곳인데 --fix가 없습니다. --fix를 더하십시오.',
  },
  'dataset.lint.out-exists': {
    en: 'lint: {path} is there already and is not written over. Name another file.',
    ko: 'lint: {path}이(가) 이미 있어 덮어쓰지 않습니다. 다른 파일을 지정하십시오.',
  },
  'dataset.lint.no-files': {
    en: 'No dataset file is under {path}. Name a .jsonl, .ndjson or .json file.',
    ko: '{path} 아래에 데이터셋 파일이 없습니다. .jsonl, .ndjson, .json 파일을 지정하십시오.',
  },
  'dataset.lint.bad-threads': {
    en: '--threads takes a number from 1 to 99, not {value}.',
    ko: '--threads에는 1부터 99까지의 수를 쓰십시오({value}은(는) 쓸 수 없음).',
  },
  'dataset.lint.max-warnings': {
    en: 'Warnings: {warnings}, more than the {max} that --max-warnings allows.',
    ko: '경고가 {warnings}개로 --max-warnings가 허용하는 {max}개를 넘습니다.',
  },
  'dataset.lint.unknown-rule': {
    en: 'There is no rule named {rule}. See the list with: tuning-fork rules',
    ko: '{rule}(이)라는 규칙이 없습니다. 목록: tuning-fork rules',
  },
  'dataset.lint.bad-rule-setting': {
    en: '--rule takes ID=off, ID=info, ID=warning or ID=error, not {setting}.',
    ko: '--rule은 ID=off, ID=info, ID=warning, ID=error를 받으며 {setting}은(는) 받지 않습니다.',
  },
  'dataset.lint.bad-max-warnings': {
    en: '--max-warnings takes a whole number from 0, not {value}.',
    ko: '--max-warnings는 0 이상의 정수를 받으며 {value}은(는) 받지 않습니다.',
  },
} as const satisfies MessageTable;
