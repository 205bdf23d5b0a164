import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { countBytes } from './byteCounter';

it('passes answers on unchanged and counts their headers and bodies', async () => {
  const body = 'x'.repeat(5000);
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const isPort = (address: AddressInfo | string | null): address is AddressInfo =>
    typeof address === 'object' && address !== null;
  const address = server.address();
  if (!isPort(address)) throw new Error('The test server has no port.');
  const counter = await countBytes(`http://127.0.0.1:${address.port}/`);
  try {
    expect(await (await fetch(counter.url)).text()).toBe(body);
    const once = counter.take();
    expect(once).toBeGreaterThan(body.length);
    expect(once).toBeLessThan(body.length + 1000);
    expect(counter.take()).toBe(0);
    await (await fetch(counter.url)).text();
    expect(counter.take()).toBe(once);
  } finally {
    await counter.close();
    server.close();
  }
});
