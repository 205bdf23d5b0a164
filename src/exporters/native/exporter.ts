// The generator as a file for the native program of board/native.
import { defineModelExporter } from '../defineModel';

export const nativeExporter = defineModelExporter({
  id: 'native',
  label: 'model.bin',
  help: 'For ganvas-infer, the small C program of a board bundle: it draws PNGs without a browser or a library.',
  variants: [
    {
      id: 'int8',
      label: 'int8',
      help: 'Integer arithmetic throughout, bit for bit the same on every machine.',
      meanBound: 0.08,
    },
  ],
  load: () => import('./write'),
});
