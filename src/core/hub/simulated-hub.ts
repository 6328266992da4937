const loopback = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:\/|$)/i;

/** Whether an address leads to this computer and nowhere else. */
export function isLoopback(endpoint: string): boolean {
  return loopback.test(endpoint);
}

/** Whether an answer comes from the emulator of a Hub, which uploads and costs nothing. Only this computer is believed. */
export function saysSimulated(endpoint: string, headers: { get(name: string): string | null }): boolean {
  return isLoopback(endpoint) && headers.get('x-simulated-hub') === '1';
}
