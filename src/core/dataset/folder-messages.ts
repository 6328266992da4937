import type { MessageTable } from '../text/message.ts';

/** Sentences of rules about the files beside one. Cause first, then cure. */
export const folderMessages = {
  'dataset.train-eval-overlap.row': {
    en: 'The row is also row {row} of {path}, which is trained on, so evaluating it measures memory. Remove it here or there.',
    ko: '학습하는 {path}의 {row}행에도 있는 행이어서 평가가 암기를 재게 됩니다. 한쪽에서 지우십시오.',
  },
  'dataset.train-eval-overlap.prompt': {
    en: 'The prompt is also that of row {row} of {path}, which is trained on, so evaluating it measures memory. Remove it here or there.',
    ko: '학습하는 {path}의 {row}행과 프롬프트가 같아 평가가 암기를 재게 됩니다. 한쪽에서 지우십시오.',
  },
  'dataset.train-eval-overlap.near': {
    en: 'The row is nearly row {row} of {path}, which is trained on, so evaluating it measures memory. Remove it here or there.',
    ko: '학습하는 {path}의 {row}행과 거의 같아 평가가 암기를 재게 됩니다. 한쪽에서 지우십시오.',
  },
  'dataset.folder-sidecar.no-rows': {
    en: 'load_dataset on {folder} reads this file as rows of {split}, and it holds none. Move it out of the folder, or begin its name with a dot.',
    ko: '{folder}을(를) load_dataset으로 읽으면 행이 없는 이 파일도 {split}의 행으로 읽힙니다. 폴더 밖으로 옮기거나 이름을 점으로 시작하십시오.',
  },
  'dataset.folder-sidecar.copy': {
    en: 'load_dataset on {folder} reads this file as well, as rows of {split}. Move it out of the folder, or begin its name with a dot.',
    ko: '{folder}을(를) load_dataset으로 읽으면 이 파일도 {split}의 행으로 읽힙니다. 폴더 밖으로 옮기거나 이름을 점으로 시작하십시오.',
  },
  'dataset.folder-sidecar.saved': {
    en: 'load_dataset stops on {folder}, because this file says that it was written by save_to_disk. Move it out of the folder, or rename it.',
    ko: '이 파일이 save_to_disk로 저장한 폴더라고 알리므로 {folder}에서 load_dataset이 멈춥니다. 폴더 밖으로 옮기거나 이름을 바꾸십시오.',
  },
  'dataset.folder-left-out.format': {
    en: 'load_dataset on {folder} reads {format} files, which are the most, so nothing of this file is used. Convert it, or move it out of the folder.',
    ko: '{folder}을(를) load_dataset으로 읽으면 가장 많은 {format} 파일만 읽어 이 파일은 쓰이지 않습니다. 변환하거나 폴더 밖으로 옮기십시오.',
  },
  'dataset.folder-left-out.name': {
    en: 'Other files of {folder} are named by their split, so load_dataset does not read this one. Put train, valid or test into its name, or move it out of the folder.',
    ko: '{folder}의 다른 파일 이름에 분할이 있어 load_dataset이 이 파일을 읽지 않습니다. 이름에 train, valid, test를 넣거나 폴더 밖으로 옮기십시오.',
  },
  'dataset.folder-read-twice.other': {
    en: 'The path of this file has words of two splits, so load_dataset on {folder} reads it as {split} and again as {again}. Rename it so that one is left.',
    ko: '파일 경로에 두 분할의 낱말이 있어 {folder}을(를) load_dataset으로 읽으면 {split}에도 {again}에도 들어갑니다. 하나만 남도록 이름을 바꾸십시오.',
  },
  'dataset.folder-read-twice.same': {
    en: 'The path of this file has two words for {split}, so load_dataset on {folder} reads each of its rows twice. Rename it so that one is left.',
    ko: '파일 경로에 {split}을(를) 뜻하는 낱말이 두 개 있어 {folder}을(를) load_dataset으로 읽으면 행을 모두 두 번 읽습니다. 하나만 남도록 이름을 바꾸십시오.',
  },
  'dataset.folder-formats': {
    en: 'In {folder} {split} is read as {format} and {otherSplit} as {otherFormat}, so load_dataset stops. Convert the files to one format.',
    ko: '{folder}에서 {split}은(는) {format}, {otherSplit}은(는) {otherFormat} 형식이어서 load_dataset이 멈춥니다. 한 형식으로 변환하십시오.',
  },
  'dataset.folder-formats.none': {
    en: 'A file of {folder} that is no data is taken for {otherSplit} by its name, so load_dataset stops. Rename it, or move it out of the folder.',
    ko: '{folder}에서 데이터가 아닌 파일이 이름 때문에 {otherSplit} 분할이 되어 load_dataset이 멈춥니다. 이름을 바꾸거나 폴더 밖으로 옮기십시오.',
  },
  'dataset.folder-columns': {
    en: 'Loading stops here: {path} comes first and has no such {place}. Make the two files agree.',
    ko: '불러오다 여기서 멈춥니다. 먼저 읽는 {path}에는 이런 {place}이(가) 없습니다. 두 파일을 맞추십시오.',
  },
  'dataset.folder-columns.other': {
    en: 'Loading stops here: {path} comes first, and its {place} is null, empty or of another kind. Make the two files agree.',
    ko: '불러오다 여기서 멈춥니다. 먼저 읽는 {path}의 {place}이(가) null이거나 비었거나 다른 종류입니다. 두 파일을 맞추십시오.',
  },
  'dataset.folder-columns.mark': {
    en: 'Loading stops here: the file begins with a byte order mark, its rows have unlike keys, and {path} comes first. Remove the mark.',
    ko: '불러오다 여기서 멈춥니다. 파일이 바이트 순서 표시로 시작하고 행의 키가 서로 다르며 {path}을(를) 먼저 읽기 때문입니다. 표시를 지우십시오.',
  },
  'dataset.folder-null-column': {
    en: 'Columns that {path} has and this file lacks are null in all its rows: {columns}. Add them, or leave them out there.',
    ko: '{path}에 있고 이 파일에 없는 열은 모든 행에서 null이 됩니다: {columns}. 더하거나 그쪽에서 빼십시오.',
  },
  'dataset.folder.if': {
    en: 'If this folder is loaded as a whole: {sentence}',
    ko: '이 폴더를 통째로 불러올 때: {sentence}',
  },
} as const satisfies MessageTable;
