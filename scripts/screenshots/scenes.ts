import type { SampleWindow } from './sample-window.ts';
import type { Camera } from './camera.ts';
import type { Look } from './looks.ts';
import { takeComparing } from './compare-scene.ts';
import { whileRunsPause } from './run-processes.ts';

/** A dataset with its labels, the Datasets view at its left, the preview of a row at its right. */
export async function takeData({ workbench }: SampleWindow, camera: Camera): Promise<void> {
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.openFile('train.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  await workbench.webviewFrame('#rendered .trained');
  await camera.take('data', (look) => previewSettled(workbench, look));
  await workbench.reset();
}

/** A dataset with defects and its findings in the Datasets view; the preview of one of its rows beside it. */
export async function takeEditor({ workbench }: SampleWindow, camera: Camera): Promise<void> {
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.openFile('defects.jsonl');
  await workbench.squiggles('error').first().waitFor();
  await workbench.expand('Datasets', 'defects.jsonl');
  await workbench.command('tuningFork.previewChatTemplate');
  const preview = await workbench.webviewFrame('.preview-state');
  await preview.locator('.button').click();
  await workbench.quickInput.pick('chat_template.jinja');
  await workbench.webviewFrame('#rendered .trained');
  await workbench.focusEditor();
  await workbench.inHost((vscode) => {
    const editor = vscode.window.visibleTextEditors.find(({ document }) =>
      document.fileName.endsWith('defects.jsonl'),
    );
    // A row in Korean, to be seen in the preview.
    if (editor !== undefined) editor.selection = new vscode.Selection(8, 0, 8, 0);
  }, undefined);
  for (let widened = 0; widened < 2; widened += 1) {
    await workbench.command('workbench.action.increaseViewWidth');
  }
  await camera.take('editor', (look) => previewSettled(workbench, look));
  await workbench.reset();
}

/** A dataset with defects: squiggles, the same findings in Problems, and what explains one of them. */
export async function takeProblems({ workbench }: SampleWindow, camera: Camera): Promise<void> {
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.openFile('defects.jsonl');
  const problems = await workbench.problems();
  await problems.filter({ hasText: 'json-syntax' }).first().waitFor();
  await camera.take('problems', async () => {
    await workbench.squiggles('error').first().waitFor();
  });
  await takeRuleHover(workbench, camera);
  await workbench.reset();
}

/** What is said of a finding on which the mouse rests. */
async function takeRuleHover(workbench: SampleWindow['workbench'], camera: Camera): Promise<void> {
  await workbench.command('workbench.action.closePanel');
  await camera.take('rule-hover', async () => {
    await workbench.focusEditor();
    await workbench.inHost((vscode) => {
      const editor = vscode.window.activeTextEditor;
      // on the key that should have been `messages`
      if (editor !== undefined) editor.selection = new vscode.Selection(7, 4, 7, 4);
    }, undefined);
    await workbench.command('editor.action.showHover');
    await workbench.page.locator('.monaco-hover', { hasText: 'unknown-format' }).first().waitFor();
  });
}

/** The plan of the sample's recipe; then its run in the middle and at its end; then what it is compared with. */
export async function takeRun(window: SampleWindow, camera: Camera): Promise<void> {
  const { workbench, project } = window;
  await camera.dress();
  await workbench.openContainer('Tuning Fork');
  await workbench.openFile('recipe.sft.yaml');
  await workbench.command('tuningFork.trainHere');
  const start = '.plan .button:not(.secondary)';
  await workbench.webviewFrame(start);
  await camera.take('plan', (look) => panelSettled(workbench, look, start));
  await (await workbench.webviewFrame(start)).locator(start).click();
  const point = '#loss-chart[aria-label*="step 6"]';
  await (await workbench.webviewFrame('.run')).locator(point).waitFor({ timeout: 480_000 });
  await whileRunsPause(project, () =>
    camera.take('run-middle', (look) => panelSettled(workbench, look, '#loss-chart')),
  );
  const ended = (await workbench.webviewFrame('.run')).locator('#run-state.outcome');
  await ended.waitFor({ timeout: 480_000 });
  await camera.take('run', async (look) => {
    await panelSettled(workbench, look, '#loss-chart');
    await chooseStep(workbench);
  });
  await workbench.reset();
  await takeComparing(window, camera);
}

type Window = SampleWindow['workbench'];

/** A preview takes the language that is set now when the cursor comes to a row. */
export async function previewSettled(workbench: Window, look: Look): Promise<void> {
  await workbench.inHost(async (vscode) => {
    const [editor] = vscode.window.visibleTextEditors;
    if (editor === undefined) return;
    const { active } = editor.selection;
    editor.selection = new vscode.Selection(0, 1, 0, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    editor.selection = new vscode.Selection(active, active);
  }, undefined);
  if (look.narrow) {
    await workbench.command('workbench.action.focusSecondEditorGroup');
    await workbench.command('workbench.action.maximizeEditorHideSidebar');
  }
  await workbench.webviewFrame(`html[lang=${look.language}] #rendered`);
}

/** A panel that is hidden and shown asks for everything anew, in the language that is set now. */
export async function panelSettled(workbench: Window, look: Look, selector: string): Promise<void> {
  await workbench.command('workbench.action.previousEditor');
  await workbench.editor().waitFor();
  await workbench.command('workbench.action.nextEditor');
  await workbench.webviewFrame(`html[lang=${look.language}] ${selector}`);
}

/** A click on the tenth of twelve steps shows its rows. */
async function chooseStep(workbench: Window): Promise<void> {
  const page = await workbench.webviewFrame('#loss-chart');
  const plot = page.locator('#loss-chart .u-over');
  const { width, height } = (await plot.boundingBox()) ?? { width: 0, height: 0 };
  await plot.click({ position: { x: (width * 10) / 12, y: height / 2 } });
  await page.locator('.step-rows tbody tr').first().waitFor();
  await workbench.page.mouse.move(0, 0);
}
