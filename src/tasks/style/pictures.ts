// The content and the style picture of a data set as numbers, and the feature network that sees them.
import type { ParamValues } from '../../core/paramSpec';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import { encoders } from '../../encoders';
import type { EncoderDefinition } from '../../encoders/define';
import { leastSide } from '../../encoders/network';
import type { ImageShape } from '../../models/define';
import { TaskDataError } from '../define';

export interface TwoPictures {
  /** RGB. */
  readonly shape: ImageShape;
  /** [h * w * 3] from -1 to 1. */
  readonly content: Float32Array;
  readonly style: Float32Array;
}

/** The feature network that is chosen. */
export const encoderOf = ({ encoder }: ParamValues): EncoderDefinition =>
  encoders.find(({ id }) => id === encoder) ?? encoders[0];

/**
 * The first picture of domain A, and of B.
 * @throws TaskDataError for data of one kind, grey pictures, and pictures that are too small for the network
 */
export function twoPictures({ pair, shape }: LoadedDataset, encoder: EncoderDefinition): TwoPictures {
  if (!pair) {
    throw new TaskDataError(
      'These pictures are of one kind; a content and a style picture are needed.',
      'Choose “My content and style”, or the ready pair.',
    );
  }
  const [height, width, channels] = shape;
  const least = leastSide(encoder);
  if (channels !== 3 || Math.min(height, width) < least) {
    throw new TaskDataError(
      `The pictures are ${height} x ${width} with ${channels === 1 ? '1 channel' : `${channels} channels`}.`,
      `Choose pictures in colour of at least ${least} pixels a side.`,
    );
  }
  const [content, style] = [pair.a, pair.b].map(({ images }) => toSignedUnit(images.read([0]).pixels));
  return { shape, content, style };
}
