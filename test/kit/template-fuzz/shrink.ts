import { differenceOf, ourAnswer, type Difference } from './differences.ts';
import { requestLine, type Request } from './generated-case.ts';
import type { Oracles } from './oracles.ts';

/** The difference in a request, null if there is none. */
async function differenceIn(request: Request, oracles: Oracles): Promise<Difference | null> {
  const line = requestLine(request, 0);
  const [python] = await oracles.ask([line]);
  const difference = python === undefined ? null : differenceOf(python, ourAnswer(line));
  if (python === undefined || difference === null) return null;
  const [stable] = await oracles.areStable([line], [python]);
  return stable === true ? difference : null;
}

function withTemplate(request: Request, template: string): Request {
  return request.map(([name, json]) =>
    name === 'template' ? [name, JSON.stringify(template)] : [name, json],
  );
}

/** A smaller request with a difference of the same kind: parts of the template and members of the request are left out while it lasts. */
export async function shrink(
  request: Request,
  found: Difference,
  oracles: Oracles,
  budget = 400,
): Promise<[Request, Difference]> {
  const state = { best: request, difference: found, left: budget };
  const keep = async (candidate: Request): Promise<boolean> => {
    if (state.left-- <= 0) return false;
    const now = await differenceIn(candidate, oracles);
    if (now === null || now.kind !== found.kind) return false;
    state.best = candidate;
    state.difference = now;
    return true;
  };
  for (const [name] of request) {
    if (name === 'template' || name === 'messages' || name === 'kwargs') continue;
    await keep(state.best.filter(([each]) => each !== name));
  }
  for (let size = Math.ceil(templateIn(state.best).length / 2); size >= 1; size = smaller(size)) {
    for (let at = 0; at < templateIn(state.best).length;) {
      const text = templateIn(state.best);
      const shorter = withTemplate(state.best, text.slice(0, at) + text.slice(at + size));
      if (!(await keep(shorter))) at += size;
      if (state.left <= 0) return [state.best, state.difference];
    }
  }
  return [state.best, state.difference];
}

function smaller(size: number): number {
  return size === 1 ? 0 : Math.ceil(size / 2);
}

function templateIn(request: Request): string {
  return JSON.parse(request.find(([name]) => name === 'template')?.[1] ?? '""') as string;
}
