// What the made-up worker says of the inside of its networks: numbers of the right shapes that are functions of the request.
import type { Learners, LayerWeights, ReplyOf, RequestKind, RequestMessage, WatchedStep } from '../protocol';
import { fakeDigits } from './fakeImages';

type InsideKind = Extract<RequestKind, `inside/${string}`>;
type InsideMessage = RequestMessage & { readonly kind: InsideKind };

const ramp = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => (i % 17) / 8 - 1);

const spread = (layer: string): LayerWeights => ({
  layer,
  counts: Array.from({ length: 41 }, (_, i) => 20 - Math.abs(20 - i)),
  reach: 0.5,
  mean: 0,
  deviation: 0.2,
});

export function fakeInside(message: InsideMessage, step: number): ReplyOf<InsideKind> {
  switch (message.kind) {
    case 'inside/layer':
      return {
        picture: fakeDigits(1, 1, 1),
        shape: [7, 7, 8],
        maps: { count: 8, height: 7, width: 7, values: ramp(392) },
        filters: {
          pictures: { count: 8, height: 3, width: 3, values: ramp(72) },
          ...{ inputs: 4, input: message.payload.channel, shape: [3, 3, 4, 8] },
        },
      };
    case 'inside/flow': {
      const layer = { layer: 'conv2d_1', gradient: 0.01, weights: 0.05, parameters: 320 };
      return {
        step: step + 1,
        losses: { generator: 0.7, discriminator: 0.6 },
        layers: { generator: [layer], discriminator: [layer, { ...layer, layer: 'dense_1', gradient: 0 }] },
      };
    }
    case 'inside/weights':
      return { step, layers: { generator: [spread('dense_1')], discriminator: [spread('conv2d_1')] } };
    case 'inside/confidence':
      return {
        real: Float32Array.from({ length: message.payload.count }, (_, i) => 0.5 + (i % 50) / 100),
        fake: Float32Array.from({ length: message.payload.count }, (_, i) => (i % 50) / 100),
        compares: false,
      };
    case 'inside/saliency':
      return { realness: 0.7, slopes: ramp(message.payload.picture.pixels.length) };
  }
}

export function fakeWatchedStep(learns: Learners, step: number): WatchedStep {
  const maps = { count: 8, height: 7, width: 7, values: ramp(392) };
  const layers = [{ layer: 'conv2d_1', shape: [7, 7, 8], maps }];
  const noise = { count: 1, height: 4, width: 100, values: ramp(400) };
  const picture = { count: 8, height: 3, width: 3, values: ramp(72) };
  const weights = [
    { name: 'conv2d_1/kernel', shape: [3, 3, 1, 8], gradient: 0.01, weights: 0.05, change: 2e-4, picture },
  ];
  const images = fakeDigits(4, step, 1);
  const scores = Float32Array.of(-1, 0.5, 1, 2);
  return {
    ...{ step, learns, updatesOfD: 1, boundary: 0 },
    noise: { generator: noise, discriminator: noise },
    ...{ real: images, fake: images, forged: images },
    scores: { real: scores, fake: scores, forged: scores },
    losses: { generator: 0.7, discriminator: 0.6 },
    passes: { draw: layers, judgeReal: layers, judgeFake: layers, forge: layers, judgeForged: layers },
    updates: { generator: weights, discriminator: weights },
  };
}
