// The dictionaries of what is wrong with files that a person gives: the same sentences and gaps in every language, each of them
// one that the source has, and every sentence of what reads files.
import { describe } from 'vitest';
import ofKiosk from '../../i18n/sentences/de';
import { testDictionaries } from '../../testing/dictionaryTests';
import ofCatalogue from './de';
import german from './de/modelFiles';
import ofWorker from './de/sentences';
import spanish from './es/modelFiles';
import chinese from './zh/modelFiles';

/** Whatever they say is there. */
const READERS = ['importers', 'readers', 'archives', 'encoders/fileWeights.ts'];
/** Of these, what a file can bring about. */
const BESIDE = [
  ...['checkpoints', 'core/layers', 'core/network.ts', 'core/networkEdits.ts', 'core/readNetwork.ts'],
  ...['core/runConfig.ts', 'core/paramSpec.ts', 'training/savedTensors.ts'],
  ...['worker/importRun.ts', 'worker/drawnImages.ts', 'worker/handlers/encoder.ts'],
];

describe('sentences of files', () => {
  testDictionaries({
    ...{ german, spanish, chinese, sources: BESIDE, whole: READERS },
    beside: [ofWorker, ofKiosk, ofCatalogue],
  });
});
