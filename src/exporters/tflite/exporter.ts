// The generator as a TensorFlow Lite file, and as the C array that microcontroller examples include.
import type { ChoiceParam } from '../../core/paramSpec';
import { defineModelExporter } from '../defineModel';

const RUNTIMES: ChoiceParam = {
  id: 'runtimes',
  kind: 'choice',
  label: 'Runtimes',
  choices: [
    { value: 'current', label: 'TensorFlow Lite 2.3 or later' },
    { value: 'older', label: 'Older ones too, and Arm NN of 2020' },
  ],
  default: 'current',
  help: 'Older ones want the bias of a transposed convolution as an addition behind it: one more operator, and in integers one more rounding.',
};

const BATCH: ChoiceParam = {
  id: 'batch',
  kind: 'choice',
  label: 'Images at a time',
  choices: [
    { value: 'one', label: 'One, which interpreters may resize' },
    { value: 'any', label: 'Left free' },
  ],
  default: 'one',
  help: 'Every operator follows an input that is resized, but a transposed convolution, which is told its output: left free, that shape is computed, which is slower. LiteRT.js 2.5 and Arm NN run no file whose size is left free.',
};

export const tfliteExporter = defineModelExporter({
  id: 'tflite',
  label: 'TensorFlow Lite',
  help: 'One .tflite file for phones, boards and microcontrollers; every kind is run by LiteRT before you get it.',
  variants: [
    {
      id: 'int8-float-io',
      label: 'int8, float in and out',
      help: 'Integer arithmetic throughout, float32 at the border: small and quick, and as easy to call as float.',
      meanBound: 0.08,
    },
    {
      id: 'int8',
      label: 'int8, int8 in and out',
      help: 'Integer arithmetic throughout, as microcontrollers (TensorFlow Lite Micro) want it.',
      meanBound: 0.08,
    },
    {
      id: 'dynamic-int8',
      label: 'int8 weights, float activations',
      help: 'A quarter of the size; activations are rounded on the fly. Not for microcontrollers.',
      meanBound: 0.05,
    },
    {
      id: 'int4',
      label: '4-bit weights',
      help: 'Dense and convolution weights in 4 bits, the rest in 8: smallest, and visibly rougher.',
      meanBound: 0.25,
      caution:
        'LiteRT and TensorFlow Lite have no quick kernels for 4-bit convolutions: an image takes many times as long as with 8 bits, 80 times for the application note’s network. Choose it for its size alone.',
    },
    {
      id: 'float16',
      label: 'float16 weights',
      help: 'Half the size, hardly any difference.',
      meanBound: 0.01,
    },
    { id: 'float32', label: 'float32', help: 'As trained; the one to compare with.', meanBound: 0.0005 },
  ],
  options: [RUNTIMES, BATCH],
  load: () => import('./write'),
});

export const tfliteArrayExporter = defineModelExporter({
  id: 'tflite-array',
  label: 'TensorFlow Lite as a C array',
  help: 'The int8 .tflite as .h and .c, as TensorFlow Lite Micro examples include a model.',
  variants: [
    {
      id: 'int8',
      label: 'int8, int8 in and out',
      help: 'What TensorFlow Lite Micro runs: integers throughout.',
      meanBound: 0.08,
    },
  ],
  load: async () => ({ write: (await import('./write')).writeArray }),
});
