// What the made-up worker says of the way back from pictures to noise: numbers of the right shapes that are functions of the
// request, and a search whose pictures come nearer to the wanted one.
import type { ImageBatch } from '../core/history';
import type { NearestMoment, ReplyOf, RequestKind, RequestMessage } from '../protocol';
import { fakeDigits } from './fakeImages';

type LatentKind = Extract<RequestKind, `latent/${string}`> | 'pictures/judge' | 'pictures/keptBack';
type LatentMessage = RequestMessage & { readonly kind: LatentKind };

const LATENT_SIZE = 100;
const wave = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.sin(i));

/** The picture with a share of its ink. */
const faint = (picture: ImageBatch, share: number): ImageBatch => ({
  ...picture,
  pixels: picture.pixels.map((value) => Math.round(value * share)),
});

export function fakeLatent(
  message: LatentMessage,
  moment: (search: number, moment: NearestMoment) => void,
): ReplyOf<LatentKind> {
  switch (message.kind) {
    case 'pictures/judge': {
      const { count } = message.payload.images;
      return {
        realness: new Float32Array(count).fill(0.7),
        judgedAs: null,
        judge: 'classifier trained on MNIST, right on 99.4 % of its test images',
        classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        shares: Float32Array.from({ length: 10 * count }, (_, i) => (i % 10 === 3 ? 0.91 : 0.01)),
      };
    }
    case 'pictures/keptBack':
      return { images: fakeDigits(message.payload.count, 999, 1), keptBack: true };
    case 'latent/find': {
      const { picture, options, search } = message.payload;
      const losses = new Float32Array(options.starts).fill(0.2);
      for (const share of [0.2, 0.6])
        moment(search, { step: Math.round(share * options.steps), losses, pictures: faint(picture, share) });
      const drawn = faint(picture, 0.9);
      const differences = Float32Array.from(picture.pixels, (value, i) => (value - drawn.pixels[i]) / 255);
      return {
        ...{ latent: wave(LATENT_SIZE), imageClass: 0, drawn, distance: 0.02, score: 0.04, differences },
        losses: Float32Array.from({ length: options.steps }, (_, i) => 1 / (1 + i)),
      };
    }
    case 'latent/usual':
      return {
        scores: Float32Array.from({ length: message.payload.count }, (_, i) => i / 1000),
        keptBack: true,
      };
    case 'latent/axes': {
      const { count } = message.payload;
      return {
        axes: Float32Array.from({ length: count * LATENT_SIZE }, (_, i) =>
          i % (LATENT_SIZE + 1) === 0 ? 1 : 0,
        ),
        shares: Array.from({ length: count }, (_, i) => 0.2 / (i + 1)),
      };
    }
  }
}
