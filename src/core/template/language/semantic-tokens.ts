import { newContext } from '../globals.ts';
import { kindOfVariable } from './known-variables.ts';
import { roleAt } from './token-role.ts';
import type { TemplateDocument } from './template-document.ts';
import type { Range, Variable } from './variable.ts';

export const SEMANTIC_TYPES = ['variable', 'parameter', 'function', 'macro'] as const;
export const SEMANTIC_MODIFIERS = ['declaration', 'defaultLibrary', 'readonly'] as const;

/** What the grammar cannot know: which variable a name means. Offsets in the text as given. */
export interface SemanticToken extends Range {
  readonly type: (typeof SEMANTIC_TYPES)[number];
  readonly modifiers: readonly (typeof SEMANTIC_MODIFIERS)[number][];
}

/** The names of a template that are variables, ascending. */
export function semanticTokens(document: TemplateDocument): SemanticToken[] {
  const globals = newContext();
  const variables = placesOf(document.analysis.variables);
  return document.pieces.flatMap((piece) =>
    piece.tokens.flatMap((token, index): SemanticToken[] => {
      const role = roleAt(piece, index);
      if (token.type !== 'name' || (role !== 'variable' && role !== 'macro')) return [];
      const found = variables.get(token.start);
      const place = document.place(token);
      if (role === 'macro') return [{ ...place, type: 'macro', modifiers: ['declaration'] }];
      if (found === undefined) return [];
      const { variable, declares } = found;
      if (variable.kind === 'outside') {
        if (globals.has(token.value)) return [{ ...place, type: 'function', modifiers: ['defaultLibrary'] }];
        const isKnown = kindOfVariable(token.value) !== 'own';
        return [
          { ...place, type: 'variable', modifiers: isKnown ? ['defaultLibrary', 'readonly'] : ['readonly'] },
        ];
      }
      return [{ ...place, type: typeOf(variable), modifiers: declares ? ['declaration'] : [] }];
    }),
  );
}

function typeOf({ kind }: Variable): SemanticToken['type'] {
  if (kind === 'macro') return 'macro';
  return kind === 'parameter' ? 'parameter' : 'variable';
}

/** The variable at each place; where a name may mean two, that of the template. */
function placesOf(
  variables: readonly Variable[],
): Map<number, { readonly variable: Variable; readonly declares: boolean }> {
  const places = new Map<number, { variable: Variable; declares: boolean }>();
  for (const variable of variables) {
    const add = (start: number, declares: boolean): void => {
      if (variable.kind !== 'outside' || !places.has(start)) places.set(start, { variable, declares });
    };
    for (const { start } of variable.definitions) add(start, true);
    for (const { start } of variable.uses) add(start, false);
  }
  return places;
}
