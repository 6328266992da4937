import * as vscode from 'vscode';
import { DisposableStore, type Disposable } from '../../core/lifetime/disposable-store.ts';

/** Characters of a document: all that belong together, and the one that was asked for. */
export interface MarkedCharacters {
  readonly whole: vscode.Range;
  readonly character: vscode.Range;
}

/** Marks in editors where a character of the preview came from. There is one place a document at a time. */
export class PreviewMarks implements Disposable {
  readonly #store = new DisposableStore();
  readonly #whole = this.#store.add(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
      border: '1px solid',
      borderColor: new vscode.ThemeColor('focusBorder'),
      overviewRulerColor: new vscode.ThemeColor('focusBorder'),
    }),
  );
  readonly #character = this.#store.add(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
      border: '1px solid',
      borderColor: new vscode.ThemeColor('contrastActiveBorder'),
    }),
  );

  /** Marks characters and scrolls to them. The editor keeps what focus and cursor it has. */
  show(editor: vscode.TextEditor, { whole, character }: MarkedCharacters): void {
    editor.setDecorations(this.#whole, [whole]);
    editor.setDecorations(this.#character, [character]);
    editor.revealRange(character, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Takes away all marks. */
  clear(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.#whole, []);
      editor.setDecorations(this.#character, []);
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
