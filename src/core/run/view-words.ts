import type { MessageTable } from '../text/message.ts';

/** Words of the Recipes & Runs view and of the status bar. */
export const runViewWords = {
  'runs.view.recipes': { en: 'Recipes (TRL config)', ko: '레시피(TRL 설정)' },
  'runs.view.today': { en: 'Today', ko: '오늘' },
  'runs.line.starting': { en: 'starting', ko: '시작하는 중' },
  'runs.line.running': { en: 'step {steps}', ko: '스텝 {steps}' },
  'runs.line.running-loss': { en: 'step {steps} · loss {loss}', ko: '스텝 {steps} · 손실 {loss}' },
  'runs.line.completed': { en: 'completed', ko: '완료' },
  'runs.line.loss': { en: 'loss {loss}', ko: '손실 {loss}' },
  'runs.line.eval-loss': { en: 'eval loss {loss}', ko: '평가 손실 {loss}' },
  'runs.line.failed': { en: 'failed', ko: '실패' },
  'runs.line.failed-at': { en: 'failed at step {step}', ko: '스텝 {step}에서 실패' },
  'runs.line.stopped': { en: 'stopped', ko: '중지' },
  'runs.line.stopped-at': { en: 'stopped at step {step}', ko: '스텝 {step}에서 중지' },
  'runs.line.lost': { en: 'lost', ko: '연락 끊김' },
  'runs.line.lost-at': { en: 'lost at step {step}', ko: '스텝 {step}에서 연락 끊김' },
} as const satisfies MessageTable;
