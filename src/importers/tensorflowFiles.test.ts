// Files that TensorFlow itself wrote (fixtures/write.py says how) open and draw what Keras drew.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { openModel } from './index';

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))));
const drawn: Readonly<Record<string, readonly number[]>> = JSON.parse(
  new TextDecoder().decode(read('drawn.json')),
);

beforeAll(startTestEngine);

it.each(['doubled.tflite', 'quadrupled.tflite', 'transposed.tflite', 'transposed.keras'])(
  '%s',
  async (name) => {
    const { imported, weights } = await openModel([{ name, bytes: read(name) }]);
    const output = engineOutput(imported.network, weights, Float32Array.from(drawn.latents), 1);
    expect(difference(output, drawn[name.split('.')[0]]).max).toBeLessThan(2e-6);
  },
);
