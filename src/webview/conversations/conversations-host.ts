import type {
  ConversationRow,
  ConversationsWish,
  EditResult,
  FileState,
} from '../../core/protocol/conversations-contract.ts';
import type { StringOfRow } from '../../core/protocol/rows-contract.ts';
import type { Edit } from './saved-view.ts';

/** What the page asks the extension for. */
export interface ConversationsHost {
  readonly readRows: (from: number, count: number) => Promise<ConversationRow[]>;
  readonly wish: (wish: ConversationsWish) => Promise<FileState>;
  readonly positionOf: (row: number) => Promise<number | null>;
  readonly nextFinding: (row: number, by: 1 | -1) => Promise<number | null>;
  readonly readString: (row: number, pointer: string) => Promise<StringOfRow | null>;
  readonly edit: (wanted: Omit<Edit, 'problem'>) => Promise<EditResult>;
  readonly openText: (row: number) => void;
}
