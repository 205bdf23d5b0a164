// VGG16 and VGG19 (Simonyan & Zisserman 2015, https://arxiv.org/abs/1409.1556) without their dense layers. Their weights come from
// the person's own file, as Keras has them (keras/weights.ts).
import { defineEncoder, type EncoderDefinition } from './define';

const vgg = (depth: number, deep: number): EncoderDefinition =>
  defineEncoder({
    id: `vgg${depth}`,
    label: `VGG${depth}, from your file`,
    help: `The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js.`,
    blocks: [
      { convolutions: 2, filters: 64 },
      { convolutions: 2, filters: 128 },
      { convolutions: deep, filters: 256 },
      { convolutions: deep, filters: 512 },
      { convolutions: deep, filters: 512 },
    ],
    input: 'bgr-less-mean',
    origin: 'files',
  });

export const vgg16 = vgg(16, 3);
export const vgg19 = vgg(19, 4);
