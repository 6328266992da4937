import { keepSelectAll } from './keep-select-all.ts';
import { mountPage, WaitingPage } from './page.tsx';

/** Shows bars until the host has answered with the page's state, then what `show` makes of it; a sentence if it never answers. */
export function connectPage<State>(state: Promise<State>, show: (state: State) => void): void {
  keepSelectAll(document);
  mountPage(<WaitingPage failed={false} />);
  state.then(show, (error: unknown) => {
    console.error(error);
    mountPage(<WaitingPage failed />);
  });
}

/** The extension tells its user what went wrong; here it is left for whoever looks into the page's console. */
export function settle(call: Promise<unknown>): void {
  call.catch((error: unknown) => console.error(error));
}

/** Draws once a frame, however often it is asked for. */
export function onceAFrame(draw: () => void): () => void {
  let frame = 0;
  return () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
}
