const cells = 24;
const clearLine = '\r\u001B[K';

/** A bar in the last line of a terminal, below the notes that scroll by. Without a terminal only the notes are written. */
export class ProgressBar {
  readonly #write: (text: string) => void;
  readonly #terminal: boolean;
  #shown = false;

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
    this.#write(`${clearLine}${'█'.repeat(full)}${'░'.repeat(cells - full)} ${done}/${total} ${name}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#write(clearLine);
    this.#shown = false;
  }
}
