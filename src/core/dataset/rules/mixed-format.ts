import type { DatasetFormat } from '../findings/finding.ts';
import type { Rule } from '../rule.ts';
import { promptKind } from '../row/row-format.ts';

export const mixedFormat: Rule = {
  id: 'mixed-format',
  defaultSeverity: 'error',
  on: 'odd-row',
  documentation: {
    text: {
      en: 'The row has another format than most rows of the file, or its prompt is text where theirs are turns, or the reverse. TRL decides by the first row for all (trl 1.16 sft_trainer.py:761-1007, 1284-1306), so such rows stop the run or are trained as something else. Convert the row or move it to a file of its own.',
      ko: '파일의 다른 행과 형식이 다르거나, prompt가 한쪽은 글이고 다른 쪽은 턴입니다. TRL은 첫 행으로 전체를 정하므로(trl 1.16 sft_trainer.py:761-1007, 1284-1306) 이런 행은 실행을 멈추거나 다른 것으로 학습됩니다. 행을 변환하거나 다른 파일로 옮기십시오.',
    },
    good: '{"text": "a"}\n{"text": "b"}',
    bad: '{"text": "a"}\n{"text": "b"}\n{"prompt": "c", "completion": "d"}',
  },
  check({ format, columns, fileFormat, filePrompt }, report) {
    if (format === 'unknown' || fileFormat === 'unknown') return;
    if (!mayStandBeside(format, fileFormat)) {
      const message = { id: 'dataset.mixed-format', args: { format, fileFormat } };
      report({ target: { kind: 'whole' }, message });
      return;
    }
    const prompt = promptKind(format, columns);
    if (prompt === null || prompt === filePrompt) return;
    report({ target: { kind: 'whole' }, message: { id: `dataset.mixed-format.${prompt}` } });
  },
};

/** A conversation with tools beside one without is no mix: TRL reads `tools` where it is there. */
function mayStandBeside(a: DatasetFormat, b: DatasetFormat): boolean {
  if (a === b) return true;
  return (a === 'tool-calling' && isConversation(b)) || (b === 'tool-calling' && isConversation(a));
}

function isConversation(format: DatasetFormat): boolean {
  return format === 'messages' || format === 'sharegpt' || format === 'prompt-completion';
}
