import { isEveryRow } from '../../core/conversations/row-filter.ts';
import type {
  ConversationRow,
  ConversationsPanelView,
  ConversationsView,
  ConversationsWish,
  FileState,
} from '../../core/protocol/conversations-contract.ts';
import type { MessageArgs } from '../../core/text/message.ts';
import type { WordId } from '../kit/words.ts';
import type { ConversationsHost } from './conversations-host.ts';
import { RowPages } from './row-pages.ts';
import type { RowWindow } from './row-window.ts';
import { nothingSaved, type Edit, type SavedView } from './saved-view.ts';

/** Where the list is to go: a position, and how far below the top of the view the row shall begin. */
export interface Jump {
  readonly position: number;
  readonly pixels: number;
  /** Whether the row takes the focus. */
  readonly focus: boolean;
}

/** A sentence to be said once. */
interface Remark {
  readonly id: WordId;
  readonly args?: MessageArgs;
}

/** All that the page shows, and what its controls do. */
export class ConversationsStore {
  readonly #host: ConversationsHost;
  readonly #changed: () => void;
  readonly #save: (saved: SavedView) => void;
  readonly pages: RowPages;
  #view: ConversationsPanelView | null = null;
  #saved: SavedView;
  #jump: Jump | null = null;
  #remark: Remark | null = null;
  #current: number | null = null;
  readonly #unfolded = new Set<string>();
  #folds = 0;
  #seen: RowWindow | null = null;
  /** Grows with each wish to go somewhere: an answer to an earlier one is out of date. */
  #goings = 0;
  /** The edit that is being written. */
  #finishing: Promise<boolean> | null = null;

  /** @param changed is called after each change; drawing is for the caller to pace */
  constructor(
    host: ConversationsHost,
    saved: SavedView,
    changed: () => void,
    save: (saved: SavedView) => void,
  ) {
    this.#host = host;
    this.#saved = saved;
    this.#changed = changed;
    this.#save = save;
    this.pages = new RowPages((from, count) => host.readRows(from, count), changed);
  }

  get view(): ConversationsPanelView | null {
    return this.#view;
  }

  get saved(): SavedView {
    return this.#saved;
  }

  /** A place to go to, given once, as soon as the list is so long. */
  takeJump(count: number): Jump | null {
    const jump = this.#jump;
    if (jump === null || jump.position >= count) return null;
    this.#jump = null;
    return jump;
  }

  get remark(): Remark | null {
    return this.#remark;
  }

  /** Number of the row that the keyboard is in. */
  get current(): number | null {
    return this.#current;
  }

  /** Positions of the rows in view. */
  get seen(): RowWindow | null {
    return this.#seen;
  }

  sees(seen: RowWindow | null): void {
    if (seen?.first === this.#seen?.first && seen?.last === this.#seen?.last) return;
    this.#seen = seen;
    this.#changed();
  }

  /** How often something was folded or unfolded. */
  get folds(): number {
    return this.#folds;
  }

  get isFiltered(): boolean {
    return this.#saved.wish.rule !== null || !isEveryRow(this.#saved.wish);
  }

  show(view: ConversationsPanelView): void {
    const isFirst = this.#view === null;
    this.#view = view;
    this.pages.stale();
    this.#changed();
    if (view.kind !== 'rows') return;
    const { top, edit } = this.#saved;
    if (view.goTo !== null) void this.goTo(view.goTo);
    else if (isFirst && top !== null)
      void this.#go(edit?.row ?? top.row, edit === null ? top.pixels : 80, false);
  }

  update(state: FileState): void {
    if (this.#view?.kind !== 'rows') return;
    this.#view = { ...this.#view, state };
    this.#changed();
  }

  /** What was read of the rows is out of date. */
  stale(): void {
    this.pages.stale();
    this.#changed();
  }

  async wish(change: Partial<ConversationsWish>): Promise<void> {
    this.#goings += 1;
    this.#keep({ wish: { ...this.#saved.wish, ...change }, top: null });
    const state = await this.#host.wish(this.#saved.wish);
    this.pages.clear();
    this.#jump = { position: 0, pixels: 0, focus: false };
    this.#remark = null;
    this.update(state);
  }

  clearWish(): Promise<void> {
    return this.wish(nothingSaved.wish);
  }

  toggleFilters(): void {
    this.#keep({ showsFilters: !this.#saved.showsFilters });
    this.#changed();
  }

  /** Goes to a row by its number, which takes the focus. */
  goTo(row: number): Promise<void> {
    return this.#go(row, 8, true);
  }

  async goToFinding(by: 1 | -1): Promise<void> {
    const from = this.#current ?? this.#saved.top?.row ?? 0;
    const row = await this.#host.nextFinding(from, by);
    if (row !== null) return this.goTo(row);
    this.#say({ id: 'conversations.no-finding' });
  }

  /** Goes to the row at a position, which takes the focus. */
  goToPosition(position: number): void {
    this.#goings += 1;
    this.#jump = { position, pixels: 8, focus: true };
    this.#changed();
  }

  /** The list was scrolled: this row is at its top. */
  scrolled(top: SavedView['top']): void {
    this.#keep({ top });
  }

  /** Somebody scrolls: where the list was about to go is no longer wanted. */
  interrupt(): void {
    this.#goings += 1;
    this.#jump = null;
  }

  focused(row: number | null): void {
    if (row === this.#current) return;
    this.#current = row;
    this.#changed();
  }

  isUnfolded(row: number, part: string): boolean {
    return this.#unfolded.has(`${row}${part}`);
  }

  toggleFold(row: number, part: string): void {
    const key = `${row}${part}`;
    if (!this.#unfolded.delete(key)) this.#unfolded.add(key);
    this.#folds += 1;
    this.#changed();
  }

  /** Begins to edit a string, unless another edit is still there. */
  async startEdit(row: number, pointer: string): Promise<void> {
    const { edit } = this.#saved;
    if (edit !== null && !(await this.finishEdit())) return;
    const string = await this.#host.readString(row, pointer);
    if (string === null) return;
    const typed = string.before.replaceAll(/\r\n?/g, '\n');
    this.#edit({ row, pointer, ...string, typed, problem: null });
  }

  type(typed: string): void {
    if (this.#saved.edit !== null) this.#edit({ ...this.#saved.edit, typed });
  }

  /** Writes what was typed; what could not be written stays in its box, with the reason. Whether it is written. */
  finishEdit(): Promise<boolean> {
    const { edit } = this.#saved;
    if (edit === null) return Promise.resolve(true);
    this.#finishing ??= this.#finish(edit).finally(() => (this.#finishing = null));
    return this.#finishing;
  }

  async #finish(edit: Edit): Promise<boolean> {
    const { problem: _, ...wanted } = edit;
    const result = await this.#host.edit(wanted);
    const now = this.#still(edit);
    if (result.kind === 'refused') {
      if (now !== null) this.#edit({ ...now, problem: result.sentence });
      return false;
    }
    this.pages.stale();
    if (now !== null && now.typed !== edit.typed) {
      await this.#keepTyping(edit);
      return false;
    }
    if (now !== null) this.#edit(null);
    this.#changed();
    return true;
  }

  /** What was typed while the edit was written stays in its box, over what is in the file now. */
  async #keepTyping(edit: Edit): Promise<void> {
    const string = await this.#host.readString(edit.row, edit.pointer);
    const now = this.#still(edit);
    if (now !== null) this.#edit({ ...now, ...(string ?? { before: edit.typed }), problem: null });
  }

  /** An edit as it is now; null if it was given up. */
  #still({ row, pointer }: Edit): Edit | null {
    const { edit } = this.#saved;
    return edit !== null && edit.row === row && edit.pointer === pointer ? edit : null;
  }

  cancelEdit(): void {
    this.#edit(null);
  }

  openText(row: number): void {
    this.#host.openText(row);
  }

  async #go(row: number, pixels: number, focus: boolean): Promise<void> {
    const going = ++this.#goings;
    const position = await this.#host.positionOf(row);
    if (going !== this.#goings) return;
    if (position === null) {
      if (focus)
        this.#say({
          id: this.isFiltered ? 'conversations.row-hidden' : 'conversations.no-row',
          args: { row },
        });
      return;
    }
    this.#jump = { position, pixels, focus };
    this.#remark = null;
    if (focus) this.#current = row;
    this.#changed();
  }

  #say(remark: Remark): void {
    this.#remark = remark;
    this.#changed();
  }

  #edit(edit: Edit | null): void {
    this.#keep({ edit });
    this.#changed();
  }

  #keep(change: Partial<SavedView>): void {
    this.#saved = { ...this.#saved, ...change };
    this.#save(this.#saved);
  }
}

/** How many rows the list has now. */
export function shownCount({ state }: ConversationsView): number {
  return state.filter === null ? state.rows : state.filter.matched;
}

/** Whether a row has the string of an edit. */
export function isEdited(edit: Edit | null, row: ConversationRow, pointer: string | null): boolean {
  return edit !== null && edit.row === row.number && edit.pointer === pointer;
}
