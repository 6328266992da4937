/** What the Compare screen asks the extension to do. */
export interface CompareHost {
  /** Asks both models; settles once the question is on its way. */
  readonly ask: (text: string) => Promise<void>;
  readonly cancel: () => void;
  readonly again: () => void;
  readonly openRow: (row: number) => void;
  readonly openFile: () => void;
}
