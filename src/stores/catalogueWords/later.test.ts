// The dictionaries of what the worker refuses and of what it is doing: the same sentences and gaps in every language, each of
// them one that the source has, and every sentence of the rooms below the features that a person can see.
import { describe, expect, it } from 'vitest';
import { chooseToSpeak, wordsReady } from '../../i18n/language';
import ofKiosk from '../../i18n/sentences/de';
import { testDictionaries } from '../../testing/dictionaryTests';
import { filesOf, missingSentences } from '../../testing/sourceSentences';
import { inWords, expectRequests } from '.';
import ofCatalogue from './de';
import german from './de/later';
import ofFiles from './de/modelFiles';
import ofWorker from './de/sentences';
import spanish from './es/later';
import chinese from './zh/later';

/** Whatever they say is there, or stands below. */
const WHOLE = [
  ...['worker', 'core', 'encoders', 'training', 'datasets', 'tasks', 'checkpoints', 'metrics'],
  ...['models', 'losses', 'compression', 'stores', 'client'],
];

/** Sentences that stay English, by the reason. */
const UNSAID: Readonly<Record<string, readonly string[]>> = {
  'mistakes of the program itself, which no request brings about': [
    'No script is written for runs of {}',
    '{} starts from no run',
    '{} makes no run',
    '{} trains no classifier',
    '{} takes no pictures',
    '{} takes pictures, and its task translates none',
    '{} needs ranges',
    'Parameter {} is {}, expected a number',
    'Setting {} is not described',
    '{} has more options than readers',
    'There are no weights {} of {}',
    'The discriminator was updated {} times.',
    '{} translates no pictures',
    '{} updates {}, which does not learn',
    'No update reports {}; there are {}',
    'No loss was found.',
    'No images of {} were read',
    '{} values do not fill {}',
    'The loss was not computed.',
    'The step showed no {}.',
    'Nothing draws for {}',
    'A network of features alone cannot be trained',
    'The features of picture {} were not worked out',
    'The picture has not moved since the step before',
    'one matrix is multiplied by itself',
    'one tensor is quantized',
    'No client was provided to the app',
    'No client maker was provided to the app',
    'Give {} as a whole number from 0 to 2^32.',
  ],
  'mistakes in the glyphs of the synthetic digits, which are the program’s own': [
    'The glyph has the point "{}".',
    'Write points as "x,y" or "x,y!".',
    'The stroke "{}" is a dot.',
    'Give each stroke two points or more.',
    'The glyph {} "{}" has no pose.',
    'Give it at least one.',
    'Pose {} of the glyph {} "{}" has the structure {}, pose 0 {}.',
    'Give every pose the same strokes, the same number of points and the same corners.',
    'The glyph {} "{}" has {} points.',
    'Use {} at most.',
    'The pen path has more than {} points.',
    'Use fewer control points.',
  ],
  'words between parts of the program': ['fetch all', 'who has {}', 'client maker', 'ganvas-page {} '],
  'names of deeds, by which progress is kept': ['export {} {}'],
  'in a report of an error, which is English for whoever reads it': [
    'Way out',
    '{} cores, {}isolated, window {}',
  ],
  'names of classes in the language of a page that leaves, which stand there in all of them': [
    'T-Shirt oder Top',
    'Camiseta o top',
  ],
  'the name of a publication': ['Y. LeCun, C. Cortes, C. Burges: The MNIST database of handwritten digits'],
  'written into files that leave, which are English': [
    '{} values of a picture of {}, row after row, channels last, from -1 to 1',
    '{} once batch norms are folded',
    '{} normal random numbers, mean 0, standard deviation 1',
    '{}, then {} numbers for the class: 1 at its place and 0 elsewhere ({})',
    '{} slots of {} numbers, one for each generator ({}): {}, in the slot of the generator that is to draw, and 0 in the others',
  ],
  'options of layers, beside their names, as Keras prints them': ['{}, stride {}'],
  'said outside of the page, where nothing is translated': [
    'There is no folder models/ to read {} from.',
    'Use it in the page.',
  ],
  'parts of sentences that are there as wholes': [
    'describes no feature network',
    'too long',
    'said nothing',
    'did not bring its engine',
    'waited for a thread of its own',
    '{} Tried {}.',
    '{} A small MobileNet knows nothing and learns everything: it needs more pictures and more time.',
    'is of {}',
    'is of another version',
    'does not say how numbers are stored',
    'Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms.',
    'Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms.',
    'The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js.',
  ],
};

/** Names, years and addresses of papers are the same in every language. */
const isPaper = (sentence: string): boolean => / \d{4}( \(\w+\))?, https:/.test(sentence);

const before = [ofFiles, ofWorker, ofKiosk, ofCatalogue];

describe('sentences of requests', () => {
  testDictionaries({ german, spanish, chinese, sources: WHOLE, beside: before });

  it('are whole, but for what a person never reads there', () => {
    const known = [german, ...before].flatMap((texts) => Object.keys(texts));
    const missing = missingSentences(WHOLE.flatMap(filesOf), known).filter((one) => !isPaper(one));
    expect([...new Set(missing)].toSorted()).toEqual(Object.values(UNSAID).flat().toSorted());
  });
});

it('come when the worker can be asked, and with each language from then on', async () => {
  await chooseToSpeak('de');
  expect(inWords('Run 3 of 10')).toBe('Run 3 of 10');
  expect(inWords('No run is open.')).toBe('Kein Lauf ist offen.');
  expectRequests();
  await wordsReady();
  expect(inWords('Run 3 of 10')).toBe('Lauf 3 von 10');
  expect(inWords('No run is open.')).toBe('Kein Lauf ist offen.');
  expect(
    inWords('Class 12 was asked for; this run has 10 classes. Ask for a whole number from 0 to 9.'),
  ).toBe('Verlangt wurde Klasse 12; dieser Lauf hat 10 Klassen. Erlaubt ist eine ganze Zahl von 0 bis 9.');
  await chooseToSpeak('zh');
  expect(inWords('Run 3 of 10')).toBe('第 3 个运行，共 10 个');
  await chooseToSpeak('en');
  expect(inWords('Run 3 of 10')).toBe('Run 3 of 10');
});
