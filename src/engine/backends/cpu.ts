// Stock TensorFlow.js in plain JavaScript: slow, works everywhere, the reference that others are tested against.
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { PAGE_BYTES } from '../../core/memoryFit';
import { defineBackend } from './define';
import { BackendUnavailableError } from './unavailable';

/** Of one typed array, in every browser. */
const LONGEST_ARRAY_BYTES = 2 ** 31;

export const cpuBackend = defineBackend({
  id: 'cpu',
  label: 'Plain JavaScript',
  async open() {
    if (!(await setBackend('cpu'))) throw new BackendUnavailableError('Plain JavaScript did not start.');
    return {
      description: 'Plain JavaScript on 1 thread',
      threads: 1,
      memory: null,
      room: { device: PAGE_BYTES, tensor: LONGEST_ARRAY_BYTES, inPage: true },
      close: () => undefined,
    };
  },
});
