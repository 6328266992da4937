import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { HubEmulator } from '../kit/hub/hub-emulator.ts';
import { expect, test } from './fixtures.ts';
import { recordEndedRun } from './recorded-run.ts';

const simulated = 'Simulated Hub: nothing is uploaded or paid';
let hub: HubEmulator;

test.use({ files: { 'notes.txt': 'a folder' } });
test.beforeAll(async () => {
  hub = await HubEmulator.start({ account: { name: 'tuner', orgs: [] } });
});
test.afterAll(() => hub.stop());
test.beforeEach(({ workbench }) =>
  workbench.inHost(async (vscode, endpoint) => {
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('hub.endpoint', endpoint, vscode.ConfigurationTarget.Global);
  }, hub.endpoint),
);

test('the status bar says that the Hub is simulated, until it is another', async ({ workbench }) => {
  await workbench.command('tuningFork.showLog');
  await expect(workbench.statusItem(simulated)).toBeVisible();
  await workbench.inHost(async (vscode) => {
    const settings = vscode.workspace.getConfiguration('tuningFork');
    await settings.update('hub.endpoint', undefined, vscode.ConfigurationTarget.Global);
  }, undefined);
  await expect(workbench.statusItem(simulated)).toBeHidden();
});

test('a folder cannot say which Hub gets the token', async ({ workbench }) => {
  const refusal = await workbench.inHost(async (vscode) => {
    const settings = vscode.workspace.getConfiguration('tuningFork');
    try {
      await settings.update('hub.endpoint', 'http://127.0.0.1:9', vscode.ConfigurationTarget.Workspace);
      return null;
    } catch (error) {
      return String(error);
    }
  }, undefined);
  expect(refusal).toContain('tuningFork.hub.endpoint');
});

test('a token is checked before it is kept, and a run is uploaded with it', async ({
  workbench,
  folder,
  vscode,
}) => {
  await recordModel(folder);

  await workbench.runCommand('Tuning Fork: Sign In to Hugging Face');
  await expect(workbench.quickInput.box).toHaveAttribute(
    'placeholder',
    `Nobody is signed in at ${hub.endpoint}.`,
  );
  await workbench.quickInput.pick(/Paste a Token/);
  await workbench.quickInput.answer('hf_wrong');
  await expect(workbench.toast('The token is not valid')).toBeVisible();
  await workbench.command('notifications.clearAll');

  await workbench.runCommand('Tuning Fork: Sign In to Hugging Face');
  await workbench.quickInput.pick(/Paste a Token/);
  await expect(workbench.quickInput.box).toHaveAttribute('type', 'password');
  await workbench.quickInput.answer(hub.token);
  await expect(workbench.toast('Signed in as tuner by the pasted token: may read and write.')).toBeVisible();

  await workbench.runCommand('Tuning Fork: Upload Run to the Hub…');
  await expect(workbench.quickInput.box).toHaveValue('tuner/tiny');
  await workbench.quickInput.box.press('Enter');
  await expect(workbench.quickInput.widget).toContainText('a folder that nobody else has');
  await workbench.quickInput.answer('HuggingFaceTB/SmolLM2-135M-Instruct');
  await workbench.quickInput.pick(/private/);
  const dialog = workbench.page.locator('.monaco-dialog-box');
  await expect(dialog).toContainText(simulated);
  await expect(dialog).toContainText('adapter_model.safetensors');
  await expect(dialog).toContainText(`${hub.endpoint}/tuner/tiny (new, private)`);
  expect(hub.repository('tuner/tiny')).toBeUndefined();
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click();
  await expect(workbench.toast(`Uploaded: ${hub.endpoint}/tuner/tiny (private)`)).toBeVisible();
  expect(hub.repository('tuner/tiny')?.isPrivate).toBe(true);
  expect(String(hub.repository('tuner/tiny')?.files.get('README.md'))).toContain('# tiny');

  // Neither the server's files (settings, state, logs) nor the folder hold the token.
  for (const place of [vscode.server.directory, folder]) {
    expect(() => execFileSync('grep', ['-rlF', hub.token, place])).toThrow();
  }

  await workbench.command('notifications.clearAll');
  await workbench.runCommand('Tuning Fork: Sign Out of Hugging Face');
  await expect(workbench.toast('The pasted token is forgotten')).toBeVisible();
});

/** A run that has ended and its adapter, on a model in a folder. */
async function recordModel(folder: string): Promise<void> {
  const run = await recordEndedRun(folder);
  const files = {
    'adapter_config.json': JSON.stringify({ base_model_name_or_path: 'model', peft_type: 'LORA' }),
    'adapter_model.safetensors': 'weights',
    'tokenizer_config.json': '{}',
  };
  await fs.mkdir(path.join(folder, 'out'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(folder, 'out', name), text);
  await fs.writeFile(path.join(run, 'recipe.yaml'), 'model_name_or_path: model\noutput_dir: out\n');
}
