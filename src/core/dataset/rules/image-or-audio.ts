import { firstMedium } from '../row/first-medium.ts';
import type { Rule } from '../rule.ts';

export const imageOrAudio: Rule = {
  id: 'image-or-audio',
  defaultSeverity: 'info',
  on: 'row',
  shapeOnly: true,
  documentation: {
    text: {
      en: 'The row has pictures, sound or video, which Tuning Fork does not support yet: they are not looked at, and what is counted and previewed is the text alone. TRL trains such rows with a vision model and stops with a text model.',
      ko: '이미지, 소리, 영상이 있는 행으로 Tuning Fork는 아직 지원하지 않습니다. 글만 확인하고 세고 미리 봅니다. TRL은 비전 모델로는 이런 행을 학습하고 텍스트 모델로는 멈춥니다.',
    },
    good: '{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}, {"role": "assistant", "content": "Hello"}]}',
    bad: '{"messages": [{"role": "user", "content": [{"type": "image", "url": "cat.png"}, {"type": "text", "text": "What is it?"}]}, {"role": "assistant", "content": "A cat"}]}',
  },
  check({ row }, report) {
    const path = firstMedium(row);
    if (path !== null) report({ target: { kind: 'value', path }, message: { id: 'dataset.image-or-audio' } });
  },
};
