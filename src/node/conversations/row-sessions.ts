import type { Handlers } from '../../core/protocol/channel.ts';
import type { rowsCalls } from '../../core/protocol/rows-contract.ts';
import { rowsOfText } from './json-rows.ts';
import { openRowSource } from './open-row-source.ts';
import { RowSession } from './row-session.ts';

interface Open {
  session: RowSession;
  /** Of an open document; null for a file. */
  text: string | null;
  /** The text was edited and not looked at since. */
  isStale: boolean;
}

/** All screens that show rows, in the thread that reads them. */
export class RowSessions {
  readonly #open = new Map<number, Open>();
  #next = 1;

  readonly handlers: Handlers<typeof rowsCalls> = {
    openRows: async ({ source }) => {
      const text = source.kind === 'text' ? source.text : null;
      const rows = source.kind === 'text' ? rowsOfText(source.text) : await openRowSource(source.path);
      const id = this.#next++;
      const session = new RowSession(rows);
      await session.opened.catch(async (error: unknown) => {
        await session.close();
        throw error;
      });
      this.#open.set(id, { session, text, isStale: false });
      return { session: id };
    },
    closeRows: async ({ session }) => {
      const open = this.#open.get(session);
      this.#open.delete(session);
      await open?.session.close();
      return undefined;
    },
    editRows: ({ session, edits }) => {
      const open = this.#get(session);
      for (const { offset, length, text } of edits) {
        const before = open.text ?? '';
        open.text = before.slice(0, offset) + text + before.slice(offset + length);
      }
      open.isStale = true;
      return undefined;
    },
    rowsState: async ({ session }) => (await this.#fresh(session)).state(),
    readRows: async ({ session, from, count }) => (await this.#fresh(session)).read(from, count),
    filterRows: async ({ session, filter }) => {
      (await this.#fresh(session)).filter(filter);
      return undefined;
    },
    positionOfRow: async ({ session, row }) => (await this.#fresh(session)).positionOf(row),
    placeOfRow: async ({ session, row }) => (await this.#fresh(session)).placeOf(row),
    rowAtLine: async ({ session, line }) => (await this.#fresh(session)).rowAtLine(line),
    readString: async ({ session, row, pointer }) => (await this.#fresh(session)).readString(row, pointer),
    changeString: async ({ session, ...wanted }) => (await this.#fresh(session)).changeString(wanted),
  };

  #get(id: number): Open {
    const open = this.#open.get(id);
    if (open === undefined) throw new Error(`there is no session ${id}`);
    return open;
  }

  /** The session of the text as it is now: an edited text is looked at when somebody asks. */
  async #fresh(id: number): Promise<RowSession> {
    const open = this.#get(id);
    if (open.isStale && open.text !== null) {
      open.isStale = false;
      const before = open.session;
      open.session = new RowSession(rowsOfText(open.text));
      open.session.filter(before.wish);
      await before.close();
    }
    await open.session.opened;
    return open.session;
  }
}
