import * as v from 'valibot';
import type { Port } from '../../core/protocol/channel.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** VS Code hands it out once for each page. */
const api = acquireVsCodeApi();

/** The messages between this page and the extension. */
export const hostPort: Port = {
  post: (message) => api.postMessage(message),
  listen: (listener) => {
    const receive = (event: MessageEvent): void => listener(event.data);
    window.addEventListener('message', receive);
    return { dispose: () => window.removeEventListener('message', receive) };
  },
};

/** What the page kept of its view, or the default where it kept nothing that fits. */
export function readPageState<S extends v.GenericSchema>(
  schema: S,
  otherwise: v.InferOutput<S>,
): v.InferOutput<S> {
  const state = v.safeParse(schema, api.getState());
  return state.success ? state.output : otherwise;
}

/** Keeps the choices of the view while the page is hidden and over a reload. */
export function writePageState(state: unknown): void {
  api.setState(state);
}
