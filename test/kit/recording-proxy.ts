import net from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands where an HTTP proxy is looked for, notes what it is asked for, and refuses it. */
export interface RecordingProxy {
  /** Variables under which programs ask it for everything. */
  readonly env: Readonly<Record<string, string>>;
  /** First line of each request, such as `CONNECT example.org:443 HTTP/1.1`. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Starts one on this machine's loopback. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  const requests: string[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      requests.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'];
  const both = names.flatMap((name) => [name, name.toLowerCase()]);
  return {
    env: { ...Object.fromEntries(both.map((name) => [name, url])), NO_PROXY: '', no_proxy: '' },
    requests,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
