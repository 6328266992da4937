import type {
  ConversationRow,
  ConversationsWish,
  EditResult,
  FileState,
} from '../../core/protocol/conversations-contract.ts';

/** What the page asks the extension for. */
export interface ConversationsHost {
  readonly readRows: (from: number, count: number) => Promise<ConversationRow[]>;
  readonly wish: (wish: ConversationsWish) => Promise<FileState>;
  readonly positionOf: (row: number) => Promise<number | null>;
  readonly nextFinding: (row: number, by: 1 | -1) => Promise<number | null>;
  readonly readString: (row: number, pointer: string) => Promise<string | null>;
  readonly edit: (row: number, pointer: string, before: string, typed: string) => Promise<EditResult>;
  readonly openText: (row: number) => void;
}
