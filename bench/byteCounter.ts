// A pass-through in front of a web server that counts every byte it sends to the browser, whoever asked for it: page,
// worker or helper thread. It changes nothing on the way.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface ByteCounter {
  /** Address to open instead of the server's, with a slash at its end. */
  readonly url: string;
  /** Bytes sent to the browser since the last call: headers and bodies as they travelled. */
  take(): number;
  close(): Promise<void>;
}

/** @param url address of the server behind it, http on this machine */
export async function countBytes(url: string): Promise<ByteCounter> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const server = createServer((browser) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [browser, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    upstream.on('data', (chunk) => (bytes += chunk.length));
    upstream.pipe(browser).pipe(upstream);
    browser.on('close', () => upstream.destroy());
    upstream.on('close', () => browser.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const isPort = (address: AddressInfo | string | null): address is AddressInfo =>
    typeof address === 'object' && address !== null;
  const address = server.address();
  if (!isPort(address)) throw new Error('The byte counter has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${target.pathname}`,
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
