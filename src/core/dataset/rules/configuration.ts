import type { Rule } from '../rule.ts';

export const configuration: Rule = {
  id: 'configuration',
  defaultSeverity: 'error',
  on: 'configuration',
  documentation: {
    text: {
      en: 'Something in tuning-fork.yaml cannot be read as severities of rules or as findings to ignore: that piece does not count, the rest does. Correct it where the finding stands.',
      ko: 'tuning-fork.yaml에 규칙의 심각도나 무시할 지적으로 읽을 수 없는 것이 있습니다. 그 부분만 빼고 나머지는 적용됩니다. 표시된 곳을 고치십시오.',
    },
    good: 'rules:\n  blank-line: off\nignore:\n  - files: archive/**\n    rules: near-duplicate\n    reason: Kept as it was published.',
    bad: 'rules:\n  blank-lines: off',
  },
  check({ fault }, report) {
    report({ target: { kind: 'whole' }, message: fault.message });
  },
};
