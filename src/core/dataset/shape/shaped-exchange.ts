import type { Exchange } from '../row/exchange.ts';
import type { Path } from '../json/locate.ts';
import type { AnswerPlace, ShapedTexts } from './row-shape.ts';

/** An exchange of a row that is written in a shape: its prompt is taken out of the row where it is asked for. */
export class ShapedExchange implements Exchange {
  readonly answer: string;
  readonly #place: AnswerPlace;
  readonly #texts: ShapedTexts;
  readonly #row: string;

  /** @param row the JSON text of the row */
  constructor(place: AnswerPlace, texts: ShapedTexts, row: string) {
    this.answer = texts.text(place.answer, row);
    this.#place = place;
    this.#texts = texts;
    this.#row = row;
  }

  get prompt(): string | null {
    const { prompt } = this.#place;
    return prompt === null ? null : this.#texts.text(prompt, this.#row);
  }

  get input(): string {
    return this.#texts.text(this.#place.input, this.#row);
  }

  get path(): Path {
    return this.#place.path;
  }

  mayPromptFit(length: number): boolean {
    const { prompt } = this.#place;
    return prompt !== null && this.#texts.mayFit(prompt, length);
  }
}
