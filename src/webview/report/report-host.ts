/** What the Report screen asks the extension to do. */
export interface ReportHost {
  readonly build: () => void;
  readonly cancel: () => void;
  readonly cancelCounting: () => void;
  /** Asks with which recipe tokens are counted. */
  readonly chooseRecipe: () => void;
  /** Shows a row in its editor; `focus` goes there with the keyboard as well. */
  readonly openRow: (row: number, focus: boolean) => void;
  readonly openFile: () => void;
  readonly exportPage: () => void;
}
