import type { Answer } from './answer.ts';
import type { Call } from './call.ts';

/** What a route does, which decides the faults that hit it. */
export type Effect = 'read' | 'write' | 'commit' | 'create job';

export interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  readonly effect: Effect;
  handle(call: Call): Answer | Promise<Answer>;
}

/** @param pattern `/api/jobs/:ns/:id`; a last part `:path*` takes the rest */
export function route(method: string, pattern: string, effect: Effect, handle: Route['handle']): Route {
  return { method, parts: pattern.slice(1).split('/'), effect, handle };
}

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The first route for a path; HEAD takes GET's. Parts are decoded one by one, so that a revision may hold a slash. */
export function findRoute(routes: readonly Route[], method: string, pathname: string): Match | undefined {
  const parts = pathname.slice(1).split('/');
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    if (route.method !== wanted) continue;
    const parameters = matchParts(route.parts, parts);
    if (parameters !== undefined) return { route, parameters };
  }
  return undefined;
}

function matchParts(
  pattern: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const open = pattern.at(-1)?.endsWith('*') === true;
  if (open ? parts.length < pattern.length : parts.length !== pattern.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (expected.endsWith('*')) parameters[expected.slice(1, -1)] = parts.slice(index).map(decode).join('/');
    else if (expected.startsWith(':')) parameters[expected.slice(1)] = decode(part);
    else if (expected !== part) return undefined;
  }
  return parameters;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
