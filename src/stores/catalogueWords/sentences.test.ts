// The dictionaries of what the worker and the stores say: the same sentences and gaps in every language, each of them one
// that the source has, and every sentence of the rules that a student meets first.
import { describe } from 'vitest';
import { testDictionaries } from '../../testing/dictionaryTests';
import german from './de/sentences';
import spanish from './es/sentences';
import chinese from './zh/sentences';

/** Where sentences come from that the page shows. */
const SOURCES = [
  ...['core', 'datasets', 'training', 'worker', 'checkpoints', 'stores', 'client', 'metrics/evaluator'],
  ...[
    'engine/backends',
    'engine/gpu',
    'engine/openEngine.ts',
    'engine/selfTest.ts',
    'engine/simd/errors.ts',
    'engine/simd/module.ts',
  ],
  ...['exporters/readBy.ts', 'exporters/prove.ts', 'graph/boardProfile.ts', 'features/board', 'features/lab'],
  'features/lessons/lessonLink.ts',
  'importers',
];
/** Files of which every sentence is there. */
const WHOLE = [
  'features/lessons/lessonLink.ts',
  'core/compatibility.ts',
  'core/pageLock/read.ts',
  'stores/errorTitle.ts',
  'training/health',
];

describe('sentences of the worker', () => {
  testDictionaries({ german, spanish, chinese, sources: SOURCES, whole: WHOLE });
});
