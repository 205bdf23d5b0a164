// What the kiosk and the page share: the same sentences and gaps in every language, each one of the source, and all of the files
// from which a person may hear on a kiosk.
import { describe } from 'vitest';
import { testDictionaries } from '../../testing/dictionaryTests';
import german from './de';
import spanish from './es';
import chinese from './zh';

/** Files of which every sentence is there. */
const WHOLE = [
  ...['core/kioskManifest.ts', 'inference/kioskRequests.ts', 'inference/runtimes.ts'],
  ...['kiosk/modelWatch.ts', 'kiosk/generatorClient.ts', 'kiosk/useKiosk.ts', 'kiosk/benchmark.ts'],
  ...['readers/tflite', 'ui/camera'],
];

describe('sentences of model files, boards and cameras', () => {
  testDictionaries({
    ...{ german, spanish, chinese, whole: WHOLE },
    sources: ['readers/errors.ts', 'ui/images/pictureOfFile.ts'],
  });
});
