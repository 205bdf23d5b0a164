// Sets of images that are too large for memory, in a worker as the page has one: decoded to a file of the device, drawn from it.
import { expect, it } from 'vitest';

const SECOND = ['image-folder/set-2/originals', 'image-folder/set-2/pack-16x16x3'];

it('decodes to a file what does not fit in memory, draws from it, and leaves none of another set', async () => {
  const worker = new Worker(new URL('../testing/largeFiles.worker.ts', import.meta.url), { type: 'module' });
  const answer = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
  });
  worker.terminate();
  expect(answer).toEqual({
    good: ['0.png', '2.png', '3.png'],
    broken: ['1.png'],
    drawn: [30, 10, 20],
    keys: ['image-folder/set-1/originals', 'image-folder/set-1/pack-16x16x3'],
    resized: [3, 6, 9],
    stored: [],
    afterNextSet: SECOND,
    replaced: 'DatasetUnavailableError: The images that this run learns from were replaced by others.',
    refusal: 'AbortedError: Reading the images was cancelled.',
    afterCancel: SECOND,
  });
});
