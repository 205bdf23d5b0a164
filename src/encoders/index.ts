// The feature networks that can be chosen, the one to start with first. One line each.
import type { EncoderDefinition } from './define';
import { randomFeatures } from './randomFeatures';
import { vgg16, vgg19 } from './vgg';

export const encoders: readonly EncoderDefinition[] = [randomFeatures, vgg19, vgg16];
