import * as vscode from 'vscode';
import { accountSentence, originWords } from '../../core/hub/account-sentence.ts';
import { cleanToken, type TokenOrigin } from '../../core/hub/token-source.ts';
import { formatError } from '../../core/text/format-message.ts';
import { whoAmI } from '../../node/hub/who-am-i.ts';
import type { CommandRegistry } from '../kit/commands.ts';
import { displayLanguage } from '../kit/settings.ts';
import { say } from '../kit/say.ts';
import type { HubAccount } from './hub-account.ts';

type Choice = 'paste' | 'open' | 'forget';
interface ChoicePick extends vscode.QuickPickItem {
  readonly choice: Choice;
}

/** *Sign In to Hugging Face* and *Sign Out of Hugging Face*. `onChange` is told when another token may be in use. */
export function registerSignInCommands(
  commands: CommandRegistry,
  account: HubAccount,
  onChange: () => void,
): void {
  commands.register('signIn', async () => {
    await signIn(account);
    onChange();
  });
  commands.register('signOut', async () => {
    await signOut(account);
    onChange();
  });
}

async function signIn(account: HubAccount): Promise<void> {
  const choice = await choose(account);
  if (choice === 'paste') await pasteToken(account);
  if (choice === 'open')
    await vscode.env.openExternal(vscode.Uri.parse(`${account.endpoint}/settings/tokens`));
  if (choice === 'forget') await signOut(account);
}

/** The list opens at once; whose token it is comes when the Hub has answered. */
async function choose(account: HubAccount): Promise<Choice | undefined> {
  const origin = await account.origin();
  const pick = vscode.window.createQuickPick<ChoicePick>();
  pick.title = say('hub.sign-in.title');
  pick.items = choices(account.endpoint, origin, (await account.secret()) !== null);
  pick.placeholder =
    origin === null
      ? say('hub.signed-out', { endpoint: account.endpoint })
      : say('hub.asking', { endpoint: account.endpoint, origin: originWords(origin) });
  const chosen = new Promise<Choice | undefined>((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.choice));
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  if (origin !== null) void tellAccount(account, origin, pick);
  try {
    return await chosen;
  } finally {
    pick.dispose();
  }
}

async function tellAccount(
  account: HubAccount,
  origin: TokenOrigin,
  pick: vscode.QuickPick<ChoicePick>,
): Promise<void> {
  pick.busy = true;
  try {
    const known = await whoAmI(await account.connect());
    pick.placeholder = say(accountSentence(known, origin));
  } catch (error) {
    pick.placeholder = formatError(error, displayLanguage());
  }
  pick.busy = false;
}

function choices(endpoint: string, origin: TokenOrigin | null, pasted: boolean): ChoicePick[] {
  const second = origin !== null && origin.kind !== 'secret-store';
  const detail = second
    ? say('hub.sign-in.paste.second', { origin: originWords(origin) })
    : say('hub.sign-in.paste.where');
  return [
    { choice: 'paste', label: `$(key) ${say('hub.sign-in.paste')}`, detail },
    {
      choice: 'open',
      label: `$(link-external) ${say('hub.sign-in.open')}`,
      detail: `${endpoint}/settings/tokens`,
    },
    ...(pasted ? [{ choice: 'forget' as const, label: `$(trash) ${say('hub.sign-in.forget')}` }] : []),
  ];
}

/** A token is kept only after the Hub has said whose it is. */
async function pasteToken(account: HubAccount): Promise<void> {
  const { endpoint } = account;
  const typed = await vscode.window.showInputBox({
    title: say('hub.sign-in.title'),
    prompt: say('hub.sign-in.prompt', { endpoint }),
    password: true,
    ignoreFocusOut: true,
  });
  const token = cleanToken(typed ?? '');
  if (token === null) return;
  const title = say('hub.sign-in.checking', { endpoint });
  const known = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title },
    async () => whoAmI(await account.tryToken(token)),
  );
  await account.keep(token);
  const origin = (await account.origin()) ?? { kind: 'secret-store' };
  if (origin.kind === 'secret-store') {
    void vscode.window.showInformationMessage(say(accountSentence(known, origin)));
    return;
  }
  const args = { name: known.name, origin: originWords(origin) };
  void vscode.window.showWarningMessage(say('hub.sign-in.not-used', args));
}

async function signOut(account: HubAccount): Promise<void> {
  await account.forget();
  const origin = await account.origin();
  const sentence =
    origin === null
      ? say('hub.sign-out.done', { endpoint: account.endpoint })
      : say('hub.sign-out.other', { origin: originWords(origin) });
  void vscode.window.showInformationMessage(sentence);
}
