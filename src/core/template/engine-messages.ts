import type { MessageTable } from '../text/message.ts';

/** What other engines make of a rendering, and why one was not asked. */
export const engineMessages = {
  'engine.js-differs': {
    en: 'transformers.js gives another text than Python from character {at} on, so in JavaScript the model would see another prompt. Write that place of the template without what the two read differently.',
    ko: 'transformers.js의 텍스트가 {at}번째 문자부터 Python과 달라, JavaScript에서는 모델이 다른 프롬프트를 받습니다. 두 엔진이 다르게 읽는 부분을 쓰지 않도록 템플릿의 그 위치를 고치십시오.',
  },
  'engine.js-refuses': {
    en: 'transformers.js refuses what Python renders ({reason}), so in JavaScript the model gets no prompt. Write the template without what transformers.js lacks.',
    ko: 'Python이 렌더링하는 것을 transformers.js가 거부하므로({reason}) JavaScript에서는 모델이 프롬프트를 받지 못합니다. transformers.js에 없는 기능을 쓰지 않도록 템플릿을 고치십시오.',
  },
  'engine.js-renders': {
    en: 'transformers.js renders what Python refuses ({reason}), so a fault goes unnoticed there. Trust the refusal, and repair the row or the template.',
    ko: 'Python이 거부하는 것을({reason}) transformers.js는 렌더링하므로 그곳에서는 오류가 드러나지 않습니다. 거부를 따르고 행이나 템플릿을 고치십시오.',
  },
  'engine.python-differs': {
    en: 'Your transformers {version} gives another text than this preview from character {at} on: that is a bug of the preview. Trust Python, and report it with this row.',
    ko: '사용 중인 transformers {version}의 텍스트가 {at}번째 문자부터 이 미리 보기와 다릅니다. 미리 보기의 버그입니다. Python의 결과를 따르고 이 행과 함께 알려 주십시오.',
  },
  'engine.python-refuses': {
    en: 'Your transformers {version} refuses what this preview renders ({reason}): that is a bug of the preview. Trust Python, and report it with this row.',
    ko: '이 미리 보기가 렌더링한 것을 사용 중인 transformers {version}이(가) 거부합니다({reason}). 미리 보기의 버그입니다. Python의 결과를 따르고 이 행과 함께 알려 주십시오.',
  },
  'engine.python-renders': {
    en: 'Your transformers {version} renders what this preview refuses ({reason}): that is a bug of the preview. Trust Python, and report it with this row.',
    ko: '이 미리 보기가 거부한 것을({reason}) 사용 중인 transformers {version}이(가) 렌더링합니다. 미리 보기의 버그입니다. Python의 결과를 따르고 이 행과 함께 알려 주십시오.',
  },
  'engine.other-version-differs': {
    en: 'Your transformers {version} gives another text from character {at} on than transformers 5.23, which this preview follows. Train and serve with one version, or write the template for both.',
    ko: '사용 중인 transformers {version}의 텍스트가 {at}번째 문자부터 이 미리 보기가 따르는 transformers 5.23과 다릅니다. 한 버전으로 학습하고 서빙하거나, 두 버전에 맞게 템플릿을 고치십시오.',
  },
  'engine.other-version-refuses': {
    en: 'Your transformers {version} refuses what transformers 5.23 renders, which this preview follows ({reason}). Update transformers, or write the template for both.',
    ko: '이 미리 보기가 따르는 transformers 5.23이 렌더링하는 것을 사용 중인 transformers {version}이(가) 거부합니다({reason}). transformers를 업데이트하거나 두 버전에 맞게 템플릿을 고치십시오.',
  },
  'engine.other-version-renders': {
    en: 'Your transformers {version} renders what transformers 5.23 refuses, which this preview follows ({reason}). Repair the row or the template, so that both render it.',
    ko: '이 미리 보기가 따르는 transformers 5.23이 거부하는 것을({reason}) 사용 중인 transformers {version}은(는) 렌더링합니다. 두 버전이 모두 렌더링하도록 행이나 템플릿을 고치십시오.',
  },
  'engine.timeout': {
    en: 'Ended after {seconds} {seconds|second|seconds}: not checked. Look for a loop of the template that does not end.',
    ko: '{seconds}초 뒤에 끝냈습니다. 확인하지 않음. 템플릿에 끝나지 않는 반복문이 있는지 확인하십시오.',
  },
  'engine.ended': {
    en: 'Not checked: the engine ended by itself ({reason}). Try again.',
    ko: '확인하지 않음: 엔진이 스스로 끝났습니다({reason}). 다시 시도하십시오.',
  },
  'engine.cancelled': {
    en: 'Not checked: the check was cancelled.',
    ko: '확인하지 않음: 확인을 취소했습니다.',
  },
  'engine.no-number': {
    en: 'Not checked: the row holds a number that JavaScript’s JSON does not know ({reason}). Write it as a text.',
    ko: '확인하지 않음: JavaScript의 JSON이 모르는 숫자가 행에 있습니다({reason}). 텍스트로 쓰십시오.',
  },
  'engine.no-request': {
    en: 'Not checked: there is no row to compare ({reason}). Repair the row first.',
    ko: '확인하지 않음: 비교할 행이 없습니다({reason}). 먼저 행을 고치십시오.',
  },
  'engine.untrusted': {
    en: 'Not checked: this workspace is not trusted, so no Python is started. Trust the workspace first.',
    ko: '확인하지 않음: 신뢰하지 않는 작업 영역이므로 Python을 시작하지 않습니다. 먼저 작업 영역을 신뢰하십시오.',
  },
  'engine.no-python': { en: 'Not checked: {reason}', ko: '확인하지 않음: {reason}' },
  'engine.no-transformers': {
    en: 'Not checked: {python} has no transformers. Install it there, or choose another interpreter.',
    ko: '확인하지 않음: {python}에 transformers가 없습니다. 그곳에 설치하거나 다른 인터프리터를 선택하십시오.',
  },
  'engine.broken-transformers': {
    en: 'Not checked: transformers in {python} cannot be imported ({reason}). Repair the installation, or choose another interpreter.',
    ko: '확인하지 않음: {python}의 transformers를 불러올 수 없습니다({reason}). 설치를 고치거나 다른 인터프리터를 선택하십시오.',
  },
  'engine.old-transformers': {
    en: 'Not checked: transformers {version} in {python} is too old for this comparison. Update it to 4.45 or newer.',
    ko: '확인하지 않음: {python}의 transformers {version}은(는) 비교하기에 너무 오래되었습니다. 4.45 이상으로 업데이트하십시오.',
  },
  'engine.python-crashed': {
    en: 'Not checked: {python} ended without an answer ({reason}). Look whether it runs at all, or choose another interpreter.',
    ko: '확인하지 않음: {python}이(가) 답하지 않고 끝났습니다({reason}). 실행되는지 확인하거나 다른 인터프리터를 선택하십시오.',
  },
  'engine.old-python': {
    en: 'Not checked: {python} is Python {version}, which is too old. Choose Python 3.11 or newer.',
    ko: '확인하지 않음: {python}의 Python {version}은(는) 너무 오래되었습니다. Python 3.11 이상을 선택하십시오.',
  },
} as const satisfies MessageTable;
