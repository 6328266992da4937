import { closestName } from '../../../recipe/closest-name.ts';
import { newContext } from '../../globals.ts';
import type { Statement } from '../../syntax/nodes.ts';
import { everyExpression } from '../every-expression.ts';
import { KNOWN_VARIABLES, kindOfVariable } from '../known-variables.ts';
import { renaming } from '../renaming.ts';
import type { TemplateRule } from '../template-finding.ts';

/**
 * A variable that nobody passes: it is neither one of apply_chat_template's nor a special token, and the template itself neither sets
 * it nor asks anywhere whether it is there.
 */
export const unknownVariable: TemplateRule = {
  id: 'unknown-variable',
  severity: 'info',
  check({ variables, body }, report) {
    const defaulted = defaultedNames(body);
    const globals = newContext();
    const known = [...KNOWN_VARIABLES, ...globals.keys()];
    for (const { name, kind, uses } of variables) {
      if (kind !== 'outside' || globals.has(name) || kindOfVariable(name) !== 'own') continue;
      if (uses.some((use) => use.tested) || defaulted.has(name) || KNOWN_VARIABLES.includes(name)) continue;
      const own = variables.filter((each) => each.kind !== 'outside' && each.kind !== 'special');
      const candidates = own.map((each) => each.name).filter((each) => each !== name);
      // one letter of two is no likeness
      const near = name.length < 3 ? null : closestName(name, [...known, ...candidates]);
      const isSet = own.some((each) => each.name === name);
      for (const { start, end } of uses) {
        if (near !== null && !isSet) {
          const message = { id: 'template-rule.unknown-variable-near', args: { name, near } };
          report({ start, end, severity: 'warning', message, ...renaming({ start, end }, near) });
        } else if (!isSet) {
          report({ start, end, message: { id: 'template-rule.unknown-variable', args: { name } } });
        }
      }
    }
  },
};

/** Names that are read with a `default`. */
function defaultedNames(body: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  for (const node of everyExpression(body)) {
    if (node.kind !== 'filter' || (node.name !== 'default' && node.name !== 'd')) continue;
    if (node.node?.kind === 'name') names.add(node.node.name);
  }
  return names;
}
