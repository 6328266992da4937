import type { MessageTable } from './message.ts';

/** Sentences about the workspace that a command needs. */
export const hostMessages = {
  'host.no-folder': {
    en: 'No folder is open. Open the folder that holds your recipe, or the sample project.',
    ko: '열린 폴더가 없습니다. 레시피가 있는 폴더나 샘플 프로젝트를 여십시오.',
  },
  'host.virtual-folder': {
    en: 'This folder is not on a disk, so nothing can be trained here. Open a folder of this computer.',
    ko: '이 폴더는 디스크에 있지 않아 여기서 학습할 수 없습니다. 이 컴퓨터의 폴더를 여십시오.',
  },
  'host.untrusted': {
    en: 'This workspace is not trusted, so no process is started. Trust the workspace first.',
    ko: '이 작업 영역을 신뢰하지 않으므로 프로세스를 시작하지 않습니다. 먼저 작업 영역을 신뢰하십시오.',
  },
  'host.no-recipe': {
    en: 'There is no recipe (*.sft.yaml) in this workspace. Open one, or open the sample project.',
    ko: '이 작업 영역에 레시피(*.sft.yaml)가 없습니다. 레시피나 샘플 프로젝트를 여십시오.',
  },
  'host.plan-has-errors': {
    en: 'The plan has errors, so nothing was started. Take care of the lines that are marked.',
    ko: '계획에 오류가 있어 아무것도 시작하지 않았습니다. 표시된 항목을 먼저 처리하십시오.',
  },
  'host.recipe-has-errors': {
    en: 'The recipe has errors; correct what is marked in it first.',
    ko: '레시피에 오류가 있습니다. 표시된 부분을 먼저 고치십시오.',
  },
  'host.not-confirmed': {
    en: 'The recipe was not confirmed, so nothing was started.',
    ko: '레시피를 확인하지 않아 아무것도 시작하지 않았습니다.',
  },
  'host.no-run': {
    en: 'There is no run yet. Train a recipe first.',
    ko: '아직 실행이 없습니다. 먼저 레시피를 학습하십시오.',
  },
  'host.sample-is-taken': {
    en: '{folder} exists and is not a copy of the sample project. Choose another folder.',
    ko: '{folder}이(가) 이미 있으며 샘플 프로젝트의 사본이 아닙니다. 다른 폴더를 선택하십시오.',
  },
  'host.file-is-gone': {
    en: '{file} is no longer there, so its row cannot be shown. Bring the file back, or look into the log.',
    ko: '{file}이(가) 더 이상 없어 행을 보여 줄 수 없습니다. 파일을 되돌리거나 로그를 확인하십시오.',
  },
  'host.no-template': {
    en: 'There is no chat template in this workspace. Put a chat_template.jinja beside your data, or set chat_template_path in the recipe.',
    ko: '이 작업 영역에 채팅 템플릿이 없습니다. 데이터 옆에 chat_template.jinja를 두거나 레시피에 chat_template_path를 적으십시오.',
  },
} as const satisfies MessageTable;
