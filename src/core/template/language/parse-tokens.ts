import { asFault } from '../compile-cache.ts';
import type { Statement } from '../syntax/nodes.ts';
import { ExpressionParser } from '../syntax/parse-expression.ts';
import { TemplateParser } from '../syntax/parse-template.ts';
import type { Token } from '../syntax/token.ts';
import { TokenStream } from '../syntax/token-stream.ts';
import type { TemplateFault } from '../template-fault.ts';

/** Parses tokens as the parser parses those of a template, or says how it refuses them. */
export function parseTokens(tokens: readonly Token[]): Statement[] | TemplateFault {
  const end = tokens.at(-1)?.end ?? 0;
  const eof: Token = { type: 'eof', value: '', start: tokens.at(-1)?.start ?? 0, end };
  let index = 0;
  try {
    const stream = new TokenStream({ next: () => tokens[index++] ?? eof });
    return new TemplateParser(stream, new ExpressionParser(stream)).body(null);
  } catch (error) {
    return asFault(error);
  }
}
