import type { MessageTable } from '../text/message.ts';

/** Words of the Compare panel that are not in the glossary. */
export const comparePanelWords = {
  'compare-panel.open': { en: 'Compare Before and After', ko: '학습 전후 비교' },
  'compare-panel.title': { en: '{name} against {model}', ko: '{model} 대비 {name}' },
  'compare-panel.rows-of': {
    en: '{rows} held-out {rows|row|rows} of {file}',
    ko: '{file}의 검증 데이터 {rows}행',
  },
  'compare-panel.none-trained': { en: 'none of them in the training data', ko: '학습 데이터에 없는 행' },
  'compare-panel.settings': {
    en: 'same template, no sampling, at most {tokens} new tokens',
    ko: '같은 템플릿, 샘플링 없음, 새 토큰 최대 {tokens}개',
  },
  'compare-panel.open-file': { en: 'Open comparison.json', ko: 'comparison.json 열기' },

  'compare-panel.loss': { en: 'Held-out loss, before → after', ko: '검증 데이터 손실, 학습 전 → 후' },
  'compare-panel.interval': {
    en: '{change}, 95 % interval {low} to {high}',
    ko: '{change}, 95% 구간 {low} ~ {high}',
  },
  'compare-panel.better-on': { en: 'Better on', ko: '나아진 행' },
  'compare-panel.of-rows': { en: 'of {rows} {rows|row|rows}', ko: '/ {rows}행' },
  'compare-panel.ended': { en: 'Answers that end by themselves', ko: '스스로 끝난 답변' },
  'compare-panel.of': { en: 'of {n} {n|prompt|prompts}', ko: '/ 질문 {n}개' },

  'compare-panel.phases': { en: 'Phases', ko: '단계' },
  'compare-panel.phase.loading': { en: 'Loading the model', ko: '모델 불러오는 중' },
  'compare-panel.phase.measuring': { en: 'Measuring the held-out loss', ko: '검증 데이터 손실 측정 중' },
  'compare-panel.phase.answering': { en: 'Answering', ko: '답변 생성 중' },
  'compare-panel.phase.loading.done': { en: 'Model loaded', ko: '모델을 불러옴' },
  'compare-panel.phase.measuring.done': { en: 'Held-out loss measured', ko: '검증 데이터 손실을 측정함' },
  'compare-panel.phase.answering.done': { en: 'Answered', ko: '답변을 생성함' },
  'compare-panel.progress': { en: 'Progress', ko: '진행률' },
  'compare-panel.cancel': { en: 'Cancel', ko: '취소' },
  'compare-panel.cancelling': { en: 'Cancelling…', ko: '취소하는 중…' },
  'compare-panel.again': { en: 'Compare Again', ko: '다시 비교' },

  'compare-panel.rows': { en: 'Rows, worst first', ko: '행, 가장 나빠진 순' },
  'compare-panel.rows-asked': { en: 'Rows', ko: '행' },
  'compare-panel.before-mark': { en: 'before', ko: '학습 전' },
  'compare-panel.after-mark': { en: 'after', ko: '학습 후' },
  'compare-panel.prompt': { en: 'Prompt', ko: '질문' },
  'compare-panel.change': { en: 'Change', ko: '변화' },
  'compare-panel.axis-end': { en: 'loss {loss}', ko: '손실 {loss}' },
  'compare-panel.losses': {
    en: 'loss {before} before, {after} after',
    ko: '손실 학습 전 {before}, 학습 후 {after}',
  },
  'compare-panel.list-keys': {
    en: 'Arrow up and down go to other rows, Enter to the answers.',
    ko: '위아래 화살표로 다른 행을, Enter로 그 행의 답변을 봅니다.',
  },

  'compare-panel.row': { en: 'Row {row}', ko: '{row}행' },
  'compare-panel.open-row': { en: 'Open row {row} of {file}', ko: '{file}의 {row}행 열기' },
  'compare-panel.better': { en: 'loss {before} → {after}, better', ko: '손실 {before} → {after}, 나아짐' },
  'compare-panel.worse': { en: 'loss {before} → {after}, worse', ko: '손실 {before} → {after}, 나빠짐' },
  'compare-panel.same': { en: 'loss {before} → {after}, the same', ko: '손실 {before} → {after}, 같음' },
  'compare-panel.unknown': { en: 'loss {before} → {after}', ko: '손실 {before} → {after}' },
  'compare-panel.before': { en: 'Before', ko: '학습 전' },
  'compare-panel.after': { en: 'After', ko: '학습 후' },
  'compare-panel.cut': { en: 'cut at {tokens} {tokens|token|tokens}', ko: '{tokens}토큰에서 잘림' },
  'compare-panel.nothing': { en: 'Nothing: it ended at once.', ko: '내용 없이 바로 끝났습니다.' },
  'compare-panel.not-yet': { en: 'not answered yet', ko: '아직 답변하지 않음' },
  'compare-panel.no-answer': { en: 'not answered', ko: '답변 없음' },

  'compare-panel.reference': { en: 'Reference answer', ko: '기준 답변' },
  'compare-panel.reference-scale': {
    en: 'Reference answer: how the loss of each token changed. A full bar: by {loss} or more',
    ko: '기준 답변: 각 토큰의 손실 변화. 막대 전체 높이: {loss} 이상',
  },
  'compare-panel.reference-keys': {
    en: 'Arrow left and right go token by token.',
    ko: '좌우 화살표로 토큰을 하나씩 봅니다.',
  },
  'compare-panel.token-better': {
    en: '{token}: loss {before} → {after}, {change} better',
    ko: '{token}: 손실 {before} → {after}, {change} 나아짐',
  },
  'compare-panel.token-worse': {
    en: '{token}: loss {before} → {after}, {change} worse',
    ko: '{token}: 손실 {before} → {after}, {change} 나빠짐',
  },
  'compare-panel.token-same': {
    en: '{token}: loss {before} → {after}, the same',
    ko: '{token}: 손실 {before} → {after}, 같음',
  },
  'compare-panel.token-unknown': {
    en: '{token}: loss {before} → {after}',
    ko: '{token}: 손실 {before} → {after}',
  },
  'compare-panel.key-better': { en: 'better', ko: '나아짐' },
  'compare-panel.key-worse': { en: 'worse', ko: '나빠짐' },

  'compare-panel.own': { en: 'Your prompts', ko: '직접 쓴 질문' },
  'compare-panel.ask': { en: 'Ask Both', ko: '둘 다에 질문' },
  'compare-panel.ask-label': { en: 'Your prompt for both models', ko: '두 모델에 할 질문' },
  'compare-panel.ask-keys': {
    en: 'Enter asks, Shift+Enter begins a new line.',
    ko: 'Enter로 질문하고 Shift+Enter로 줄을 바꿉니다.',
  },
  'compare-panel.ask-later': {
    en: 'Your own prompts come next: both models take them once they have answered.',
    ko: '두 모델의 답변이 끝나면 직접 질문할 수 있습니다.',
  },
} as const satisfies MessageTable;
