// Real MNIST from the server's own folder: loads, is checked, and trains. Skipped where the files are not at hand.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/stories';

const folder = process.env.DATASETS_DIR ?? '';
const hasMnist = folder !== '' && existsSync(join(folder, 'mnist', 'train-images-idx3-ubyte.gz'));

test('real MNIST trains, from the same origin and without asking anyone else', async ({ page, train }) => {
  test.skip(!hasMnist, 'DATASETS_DIR has no mnist/');
  const elsewhere: string[] = [];
  page.context().on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  await train.open('dataset=mnist&model=dcgan-light&batch=16&steps=3&measureEvery=0&backend=wasm&threads=1');
  await train.press('Train');
  await train.hasStatus('done');
  await expect(train.alert).toHaveCount(0);
  expect(elsewhere).toEqual([]);
});
