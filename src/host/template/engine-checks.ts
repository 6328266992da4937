import * as vscode from 'vscode';
import type { Disposable } from '../../core/lifetime/disposable-store.ts';
import type { EngineName, EngineVerdict } from '../../core/template/engine-verdict.ts';
import type { RenderRequest } from '../../core/template/render-request.ts';
import type { Places } from '../../node/places.ts';

/** Where a check belongs to, and how it is given up. */
export interface CheckOptions {
  /** The dataset on show: its folder's interpreter is asked. */
  readonly dataset?: vscode.Uri | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Asks other engines what they make of a request that our engine renders. */
export class EngineChecks implements Disposable {
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Never rejects for what an engine does or lacks: that is `not-checked` with its reason. */
  check(engine: EngineName, _request: RenderRequest, _options: CheckOptions = {}): Promise<EngineVerdict> {
    void this.#places;
    return Promise.resolve({ kind: 'not-checked', engine, message: { id: 'engine.untrusted' } });
  }

  dispose(): void {}
}
