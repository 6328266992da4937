import { Conversations } from './conversations.ts';
import { Expressions } from './expressions.ts';
import { dataCase } from './json-values.ts';
import { mutate } from './mutations.ts';
import { VARIABLES } from './operands.ts';
import { randomOf, type Random } from './random.ts';
import { Statements } from './statements.ts';
import { whiteSpaceTemplate } from './white-space.ts';

/** A request of `render --batch` without its id: the JSON of each member by name. */
export type Request = readonly (readonly [string, string])[];

function templateOf(random: Random): string {
  const how = random.next();
  if (how < 0.38) return `{{ ${new Expressions(random).compound('text', 1 + random.below(2))} }}`;
  if (how < 0.8) return new Statements(random).template();
  if (how < 0.9) return whiteSpaceTemplate(random);
  const template = random.chance(0.5)
    ? new Statements(random).template()
    : `{{ ${new Expressions(random).compound('text', 2)} }}`;
  return mutate(random, template);
}

const ODD_KWARGS = [
  'null',
  '{"bos_token": 1}',
  '{"messages": 1}',
  '{"self": 1}',
  '{"tokenize": true}',
  '{"loop": 1, "range": 2}',
  '{"a b": 1, "tools": 3}',
  '{"max_length": 3, "x": null}',
  '{"tokenizer_kwargs": {}, "true": 5}',
];

/** The n-th request of a seed. */
export function generatedCase(seed: number, index: number): Request {
  const random = randomOf(seed, index);
  const others = new Conversations(random).request();
  if (random.chance(0.15)) {
    const { template, kwargs } = dataCase(random);
    return [['template', JSON.stringify(template)], ...others, ['kwargs', kwargs]];
  }
  const kwargs = random.chance(0.97) ? VARIABLES : random.pick(ODD_KWARGS);
  return [['template', JSON.stringify(templateOf(random))], ...others, ['kwargs', kwargs]];
}

/** One line of `render --batch`. */
export function requestLine(request: Request, id: number): string {
  return `{"id": ${id}, ${request.map(([name, json]) => `"${name}": ${json}`).join(', ')}}`.replaceAll(
    '\n',
    ' ',
  );
}
