import { isObject, isTrue, type JsonObject } from '../json-value.ts';
import type { Path } from '../locate.ts';
import type { Row } from '../row.ts';
import type { Rule } from '../rule.ts';

export const imageOrAudio: Rule = {
  id: 'image-or-audio',
  defaultSeverity: 'info',
  on: 'row',
  turnsOnly: true,
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

const COLUMNS = ['image', 'images', 'audio', 'audios', 'video', 'videos'] as const;
/** Types of content parts; `image_url`, `input_audio` and the like are told by what they hold. */
const MEDIUM = /^(?:input_)?(?:image|audio|video)(?:_url)?$/;

function firstMedium(row: Row): Path | null {
  if (row.object === null) return null;
  for (const column of COLUMNS) if (isTrue(row.object[column])) return [column];
  for (const { turns } of row.conversations) {
    for (const turn of turns) {
      if (!Array.isArray(turn.content)) continue;
      const at = turn.content.findIndex((part) => isObject(part) && isMedium(part));
      if (at >= 0) return [...turn.path, turn.contentKey, at];
    }
  }
  return null;
}

function isMedium(part: JsonObject): boolean {
  return typeof part['type'] === 'string' && MEDIUM.test(part['type']);
}
