import { sampleConversations } from '../../core/template/sample-conversations.ts';
import type { Request } from './generated-case.ts';

export interface RealCase {
  readonly template: string;
  readonly name: string;
  readonly request: Request;
}

/** Variables that many templates read, beside what a conversation brings. */
const SWITCHES: Readonly<Record<string, object>> = {
  '': {},
  ', thinking off': { enable_thinking: false, thinking: false },
};

/** Templates × conversations × switches. */
export function realCases(templates: Readonly<Record<string, string>>): RealCase[] {
  const cases: RealCase[] = [];
  for (const [template, text] of Object.entries(templates)) {
    for (const [conversation, parts] of Object.entries(sampleConversations)) {
      for (const prompt of [false, true]) {
        for (const [name, kwargs] of Object.entries(SWITCHES)) {
          cases.push({
            template,
            name: `${conversation}${prompt ? ', with generation prompt' : ''}${name}`,
            request: requestOf(text, parts, prompt, kwargs),
          });
        }
      }
    }
  }
  return cases;
}

function requestOf(template: string, parts: object, prompt: boolean, kwargs: object): Request {
  const own = 'kwargs' in parts ? (parts.kwargs as object) : {};
  const members = {
    template,
    add_generation_prompt: prompt,
    bos_token: '<s>',
    eos_token: '</s>',
    ...parts,
    kwargs: { ...kwargs, ...own },
  };
  return Object.entries(members).map(([name, value]) => [name, JSON.stringify(value)]);
}
