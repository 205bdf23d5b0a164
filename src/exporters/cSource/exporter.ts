// The generator as a C program.
import { defineModelExporter } from '../defineModel';

export const cExporter = defineModelExporter({
  id: 'c',
  label: 'C source',
  help: 'Plain C99 for this model alone, with a main, a Makefile and figures for flash and RAM; no library needed.',
  variants: [
    {
      id: 'int8',
      label: 'int8',
      help: 'Integer arithmetic throughout; no heap, no mathematics library, one static block of memory.',
      meanBound: 0.08,
    },
  ],
  load: () => import('./write'),
});
