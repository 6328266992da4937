/** A blob that tells how many of its bytes were read, so that whoever sends it knows how far it is. Its bytes are not copied. */
export class MeasuredBlob extends Blob {
  readonly #content: Blob;
  readonly #onRead: (bytes: number) => void;

  constructor(content: Blob, onRead: (bytes: number) => void) {
    super([content], { type: content.type });
    this.#content = content;
    this.#onRead = onRead;
  }

  override stream(): ReturnType<Blob['stream']> {
    let read = 0;
    const measure = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        read += piece.byteLength;
        this.#onRead(read);
        controller.enqueue(piece);
      },
    });
    return this.#content.stream().pipeThrough(measure);
  }
}
