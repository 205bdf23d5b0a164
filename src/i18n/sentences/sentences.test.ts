// What the kiosk and the page share: the same sentences and gaps in every language, each one of the source, and all of the files
// from which a person may hear on a kiosk.
import { describe, expect, it } from 'vitest';
import { filesOf, missingSentences, unfoundSentences, unlikeSentences } from '../../testing/sourceSentences';
import german from './de';
import spanish from './es';
import chinese from './zh';

/** Files of which every sentence is there. */
const WHOLE = [
  ...['core/kioskManifest.ts', 'inference/kioskRequests.ts', 'inference/runtimes.ts'],
  ...['kiosk/modelWatch.ts', 'kiosk/generatorClient.ts', 'kiosk/useKiosk.ts', 'kiosk/benchmark.ts'],
  ...['readers/tflite', 'ui/camera'],
];
const keys = Object.keys(german);

describe('sentences of model files, boards and cameras', () => {
  it.each([
    ['Spanish', spanish],
    ['Chinese', chinese],
    ['German', german],
  ] as const)('are the same with the same gaps in %s', (_, texts) => {
    expect(unlikeSentences(texts, keys)).toEqual([]);
  });

  it('are those of the source', () => {
    expect(
      unfoundSentences([...WHOLE, 'readers/errors.ts', 'ui/images/pictureOfFile.ts'].flatMap(filesOf), keys),
    ).toEqual([]);
  });

  it.each(WHOLE)('are whole of %s', (at) => {
    expect(missingSentences(filesOf(at), keys)).toEqual([]);
  });
});
