// The dictionaries of what is wrong with files that a person gives: the same sentences and gaps in every language, each of them
// one that the source has, and every sentence of what reads files.
import { describe, expect, it } from 'vitest';
import ofKiosk from '../../i18n/sentences/de';
import { filesOf, missingSentences, unfoundSentences, unlikeSentences } from '../../testing/sourceSentences';
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
const keys = Object.keys(german);
const known = [german, ofWorker, ofKiosk, ofCatalogue].flatMap((texts) => Object.keys(texts));

describe('sentences of files', () => {
  it.each([
    ['Spanish', spanish],
    ['Chinese', chinese],
  ] as const)('are the same with the same gaps in %s', (_, texts) => {
    expect(unlikeSentences(texts, keys)).toEqual([]);
  });

  it('are those of the source', () => {
    expect(unfoundSentences([...READERS, ...BESIDE].flatMap(filesOf), keys)).toEqual([]);
  });

  it.each(READERS)('are whole of %s', (at) => {
    expect(missingSentences(filesOf(at), known)).toEqual([]);
  });
});
