import * as vscode from 'vscode';
import { costPerHour, type JobHardware } from '../../core/hub/job.ts';
import { defaultTimeoutSeconds, dollars, timeoutText, type JobChoice } from '../../core/recipe/job-choice.ts';

const timeouts = [30, 60, 120, 240, 480, 720, 1440].map((minutes) => minutes * 60);

/** Asks for the machine of a job, with live prices, and then for its time-out. Undefined where the user changes nothing. */
export async function chooseHardware(
  hardware: readonly JobHardware[],
  now: JobChoice,
): Promise<JobChoice | undefined> {
  const machine = await vscode.window.showQuickPick(hardware.map(machineItem), {
    title: vscode.l10n.t('Hardware of the job'),
    placeHolder: now.flavor ?? '',
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (machine === undefined) return undefined;
  const current = now.timeoutSeconds ?? defaultTimeoutSeconds;
  const time = await vscode.window.showQuickPick(
    timeouts.map((seconds) => timeoutItem(seconds, machine.perHour, seconds === current)),
    { title: vscode.l10n.t('When is the job ended at the latest?'), ignoreFocusOut: true },
  );
  if (time === undefined) return undefined;
  return { flavor: machine.label, timeoutSeconds: time.seconds };
}

function machineItem(each: JobHardware): vscode.QuickPickItem & { perHour: number | null } {
  const perHour = costPerHour(each);
  const { accelerator, name, prettyName, cpu, ram } = each;
  const gpu =
    accelerator == null ? '' : `${accelerator.quantity} × ${accelerator.model} ${accelerator.vram ?? ''}, `;
  const price = perHour === null ? '' : vscode.l10n.t('{0} $ an hour', dollars(perHour));
  return { label: name, description: price, detail: `${prettyName}: ${gpu}${cpu}, ${ram}`, perHour };
}

function timeoutItem(
  seconds: number,
  perHour: number | null,
  current: boolean,
): vscode.QuickPickItem & { seconds: number } {
  const price = perHour === null ? '' : vscode.l10n.t('at most {0} $', dollars((perHour * seconds) / 3600));
  return { label: timeoutText(seconds), description: price, picked: current, seconds };
}
