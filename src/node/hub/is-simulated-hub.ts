import { isLoopback, saysSimulated } from '../../core/hub/simulated-hub.ts';

const patienceMs = 3_000;

/** Whether an endpoint is the emulator on this computer. Another address is not asked, and no token is sent. */
export async function isSimulatedHub(endpoint: string): Promise<boolean> {
  if (!isLoopback(endpoint)) return false;
  try {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(patienceMs) });
    await answer.body?.cancel();
    return saysSimulated(endpoint, answer.headers);
  } catch {
    return false;
  }
}
