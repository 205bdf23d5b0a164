// The generator as a C program.
import { defineModelExporter } from '../defineModel';
import { cSourceFiles } from './files';

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
  async write(job) {
    const int8 = await job.int8(8);
    return { files: cSourceFiles(int8, job), proof: { runtime: 'integerReference', int8 } };
  },
});
