import { characterClass } from '../wording/character-class.ts';
import type { Rule } from '../rule.ts';
import { SECRET_MARKS, secretsIn } from '../personal-data/secret-form.ts';

const SOUGHT = { mayHold: SECRET_MARKS, characters: characterClass.escapedAscii };

export const secret: Rule = {
  id: 'secret',
  defaultSeverity: 'warning',
  on: 'row',
  ...SOUGHT,
  documentation: {
    text: {
      en: 'The text holds a key, a token, a private key or a password in a URL, recognised by the form that its kind has; placeholders of the same form are left out. A model learns it by heart and can repeat it to anyone. Revoke it where it was given out and replace it. The value itself is never shown.',
      ko: '글에 키, 토큰, 개인 키, URL 속 비밀번호가 있습니다. 종류마다 정해진 형태로 알아보며 같은 형태의 예시 값은 지나칩니다. 모델이 외워서 누구에게나 말할 수 있으니 발급한 곳에서 폐기하고 글에서 바꾸십시오. 값 자체는 보여 주지 않습니다.',
    },
    good: '{"text": "git clone https://<user>:<token>@git.kim.dev/app.git"}',
    bad: '{"text": "git clone https://kim:qT7vR2xLp9@git.kim.dev/app.git"}',
  },
  check({ row }, report) {
    row.eachText(SOUGHT, (text, path, isKey) => {
      if (isKey) return;
      for (const { from, to, kind, service, mask } of secretsIn(text)) {
        report({
          target: { kind: 'value-text', path, from, to },
          message: { id: `dataset.secret.${kind}`, args: { service, mask } },
        });
      }
    });
  },
};
