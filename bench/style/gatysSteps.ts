// Takes steps of style transfer on VGG19's layers, here and in PyTorch, with the same random weights and pictures, and prints the
// median time of a step of each. Loaded by measure.ts.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { defaultParams } from '../../src/core/paramSpec';
import { readRunConfig } from '../../src/core/runConfig';
import { paintPattern, paintScene } from '../../src/datasets/style/drawnPictures';
import { toSignedUnit } from '../../src/datasets/sampling';
import { vgg19 } from '../../src/encoders/vgg';
import { packEncoder, randomWeights } from '../../src/encoders/weights';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { StyleTransferTrainer } from '../../src/tasks/styleTransfer';
import { styleTransferFacts } from '../../src/tasks/styleTransferFacts';
import { loadTestModule } from '../../src/testing/simdModule';
import { catalogue } from '../../src/worker/catalogue';

/** Steps that record, and are not measured. */
const FIRST = 3;

export interface GatysSteps {
  readonly side: number;
  readonly steps: number;
  readonly threads: number;
  readonly torch: boolean;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];
const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function joined(...parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  return all;
}

async function torchSeconds(
  { side, steps, threads }: GatysSteps,
  weights: Uint8Array,
  pictures: Float32Array,
): Promise<readonly number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'style-'));
  try {
    const [job, ofWeights, ofPictures] = ['job.json', 'weights', 'pictures'].map((name) =>
      join(folder, name),
    );
    await writeFile(ofWeights, weights);
    await writeFile(ofPictures, bytesOf(pictures));
    const described = {
      ...{ side, input: vgg19.input, pooling: 'average', weights: ofWeights, pictures: ofPictures },
      blocks: vgg19.blocks.map(({ convolutions, filters }) => [convolutions, filters]),
      content: [['conv4_2', 1]],
      style: [1, 2, 3, 4, 5].map((block) => [`conv${block}_1`, 1]),
      ...{ factors: [1, 1000, 300], steps: steps + FIRST, time: threads },
    };
    await writeFile(job, JSON.stringify(described));
    const script = join(import.meta.dirname, 'reference.py');
    const answers: readonly { readonly seconds: readonly number[] }[] = JSON.parse(
      execFileSync('/usr/bin/python3', [script, job], { encoding: 'utf8' }),
    );
    return answers[0].seconds.slice(FIRST);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function measureGatys(asked: GatysSteps): Promise<void> {
  const { side, steps, threads } = asked;
  const [content, style] = [paintScene(side), paintPattern(side)].map((pixels) => toSignedUnit(pixels));
  const weights = randomWeights(vgg19);
  registerSimdBackend(await loadTestModule({ threads }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const config = {
    ...readRunConfig({ task: 'style-transfer' }, catalogue),
    taskParams: { ...defaultParams(styleTransferFacts.params), styleWeight: 1000, smoothWeight: 300 },
  };
  const pictures = { shape: [side, side, 3], content, style } as const;
  const trainer = new StyleTransferTrainer(config, pictures, { definition: vgg19, weights });
  const seconds: number[] = [];
  for (let step = 0; step < steps + FIRST; step++) {
    const began = performance.now();
    trainer.step().dispose();
    await trainer.afterStep();
    if (step >= FIRST) seconds.push((performance.now() - began) / 1000);
  }
  trainer.dispose();
  const own = median(seconds);
  console.log(`${side} pixels, ${threads} threads: ${own.toFixed(3)} s a step`);
  if (!asked.torch) return;
  const { bytes } = packEncoder(vgg19, weights, 'float32');
  const peer = median(await torchSeconds(asked, bytes, joined(content, style, content)));
  console.log(`PyTorch: ${peer.toFixed(3)} s a step, ${(peer / own).toFixed(2)} times as long`);
}
