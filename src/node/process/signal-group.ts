import process from 'node:process';
import { errorCode } from '../files/error-code.ts';

/**
 * Sends a signal to every process of a group; 0 only asks. False if the group has no process (zombies count as processes here).
 * @throws with code EPERM if none of them is ours to signal and a signal was meant
 */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  if (!Number.isSafeInteger(group) || group <= 1) throw new Error(`no process group: ${group}`);
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ESRCH') return false;
    if (code === 'EPERM' && signal === 0) return true;
    throw error;
  }
}
