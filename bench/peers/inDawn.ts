// Runs a worker of the bench's page under Node: what a worker has of the browser is put in its place, messages come and go as
// lines of JSON on stdin and stdout, and WebGPU is Dawn's.
import { createInterface } from 'node:readline';
import { openDawn } from '../../src/testing/dawn';

const WORKERS: Readonly<Record<string, () => Promise<unknown>>> = {
  engine: () => import('../browser/engine.worker'),
  stockTfjs: () => import('../browser/stockTfjs.worker'),
};

type Listener = (event: { readonly data: unknown }) => void;

/** Until stdin ends. @throws NoDawnError where there is no graphics card, or no lavapipe when that is asked for */
export async function answerLines(kind: string, software: boolean): Promise<void> {
  const load = WORKERS[kind];
  if (!load) throw new RangeError(`${kind} is no worker; choose from ${Object.keys(WORKERS).join(', ')}.`);
  const closeDawn = await openDawn({ software });
  const listeners: Listener[] = [];
  Object.assign(globalThis, {
    addEventListener: (_type: string, listener: Listener) => listeners.push(listener),
    postMessage: (answer: unknown) => process.stdout.write(`${JSON.stringify(answer)}\n`),
  });
  // Whatever else prints must not look like an answer.
  console.log = console.error;
  console.warn = console.error;
  await load();
  for await (const line of createInterface(process.stdin)) {
    const data: unknown = JSON.parse(line);
    for (const listener of listeners) listener({ data });
  }
  closeDawn();
}
