import fs from 'node:fs';
import { notWritten } from './not-written.ts';
import { asidePath } from './part-path.ts';

/** A file that is whole, and where it goes, both in one folder. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** What its user calls the place. */
  readonly target: string;
}

/** A file that takes the place of another, which can be undone until the other is removed. */
export class Replacement {
  readonly #move: Move;
  /** What was there; null: nothing. */
  #aside: string | null = null;
  #isMoved = false;

  constructor(move: Move) {
    this.#move = move;
  }

  get target(): string {
    return this.#move.target;
  }

  /** What is there gets a second name and keeps its own, so that a kill leaves it there. @throws {HumanError} */
  keepAside(): void {
    const { to, target } = this.#move;
    if (!fs.existsSync(to)) return;
    const aside = asidePath(to);
    this.#aside = aside;
    try {
      fs.linkSync(to, aside);
    } catch {
      // a file system without such names, or a file of somebody else
      orNotWritten(target, () => fs.copyFileSync(to, aside, fs.constants.COPYFILE_EXCL));
    }
  }

  /** @throws {HumanError} */
  move(): void {
    const { from, to, target } = this.#move;
    orNotWritten(target, () => fs.renameSync(from, to));
    this.#isMoved = true;
  }

  /** All is as it was, whatever was done. False if the file system refuses that. */
  undo(): boolean {
    if (!this.#isMoved) {
      this.removeAside();
      return true;
    }
    try {
      if (this.#aside === null) fs.rmSync(this.#move.to);
      else fs.renameSync(this.#aside, this.#move.to);
      return true;
    } catch {
      return false;
    }
  }

  /** What was there is not needed any more. */
  removeAside(): void {
    if (this.#aside === null) return;
    try {
      fs.rmSync(this.#aside, { force: true });
    } catch {
      // goes when the file is written again
    }
  }
}

function orNotWritten(target: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw notWritten(target, error);
  }
}
