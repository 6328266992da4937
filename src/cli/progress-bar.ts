const cells = 24;
const clearLine = '\r\u001B[K';

/** A bar in the last line of a terminal, below the notes that scroll by. Without a terminal only the notes are written. */
export class ProgressBar {
  readonly #write: (text: string) => void;
  readonly #terminal: boolean;
  /** Empty: nothing. */
  #shown = '';

  constructor(write: (text: string) => void, terminal: boolean) {
    this.#write = write;
    this.#terminal = terminal;
  }

  note(line: string): void {
    this.clear();
    this.#write(`${line}\n`);
  }

  /** Shows `done` of `total`; nothing where the total is not known. */
  show(name: string, done: number, total: number): void {
    if (!this.#terminal || total <= 0) return;
    const full = Math.min(cells, Math.floor((done / total) * cells));
    const text = `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${done}/${total} ${name}`;
    if (text !== this.#shown) this.#write(`${clearLine}${text}`);
    this.#shown = text;
  }

  /** As `show`, of bytes that are counted in megabytes. @param name what is done with them; empty if that is clear */
  showBytes(name: string, done: number, total: number): void {
    this.show(name === '' ? 'MB' : `MB ${name}`, megabytes(done), megabytes(total));
  }

  clear(): void {
    if (this.#shown !== '') this.#write(clearLine);
    this.#shown = '';
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1e6);
}
