// Pairs of domains that need no files: digits, and the same kind of digits drawn otherwise. In training the two domains have
// different digits; of the test images the right answer is known, and a classifier can read those of A.
import { defaultParams, numberParam, type ParamSpec } from '../../core/paramSpec';
import { defineDataset, type DatasetDefinition, type LoadContext, type LoadedDataset } from '../define';
import { mnist } from '../mnist';
import { lazyDigits } from '../syntheticDigitsDataset';
import type { DrawnDomain } from './drawnPair';

const SIDE = 28;
/** Synthetic digits that training does not see, of a style that no one can choose beside its own. */
const TEST_DIGITS = 2000;
const TEST_STYLE = 0x74657374;

interface ReadyPair {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly a: DrawnDomain;
  readonly b: DrawnDomain;
}

const READY: readonly ReadyPair[] = [
  {
    id: 'digits-outlines',
    label: 'Digits and inverted outlines',
    help: 'Digits as they are, and dark outlines of other digits on white: a translation that a small network learns in minutes.',
    a: { name: 'Digits' },
    b: { name: 'Inverted outlines', drawn: 'outline' },
  },
  {
    id: 'thin-thick-digits',
    label: 'Thin digits and thick slanted ones',
    help: 'Digits of a fine pen on black, and leaning digits of a broad pen on waves: shape and ground both change.',
    a: { name: 'Thin digits', drawn: 'thin' },
    b: { name: 'Thick on waves', drawn: 'thick' },
  },
  {
    id: 'digits-turned',
    label: 'Digits and digits on their side',
    help: 'Digits, and digits turned by a quarter: CycleGAN’s known limit, for it changes the look of things and not their place.',
    a: { name: 'Digits' },
    b: { name: 'Turned digits', drawn: 'turned' },
  },
];

const PARAMS: readonly ParamSpec[] = [
  {
    id: 'digits',
    kind: 'choice',
    label: 'Digits',
    default: 'synthetic',
    choices: [
      { value: 'synthetic', label: 'Synthetic: drawn on this device' },
      { value: 'mnist', label: 'MNIST: real ones, from this device or the network' },
    ],
    help: 'Which digits both domains are made of.',
  },
  {
    id: 'size',
    kind: 'integer',
    label: 'Digits used',
    min: 32,
    max: 60_000,
    default: 20_000,
    scale: 'log',
    unit: 'digits',
    help: 'The first half of them is domain A, the second half domain B.',
  },
];

async function digitsOf({ params, signal, progress }: LoadContext, test: boolean): Promise<LoadedDataset> {
  const size = numberParam(params, 'size');
  if (params.digits !== 'mnist') return test ? lazyDigits(TEST_DIGITS, TEST_STYLE) : lazyDigits(size, 1);
  const context = { params: { ...defaultParams(mnist.params), size }, signal, progress };
  return test && mnist.loadTest ? mnist.loadTest(context) : mnist.load(context);
}

/** What reads the images of A: the id of the data set that they look like. */
const readers: Readonly<Record<string, string>> = { synthetic: 'synthetic-digits', mnist: 'mnist' };

function defineReady({ id, label, help, a, b }: ReadyPair): DatasetDefinition {
  async function load(context: LoadContext, test: boolean): Promise<LoadedDataset> {
    const { drawnPair } = await import('./drawnPair');
    return drawnPair(a, b, await digitsOf(context, test), test, readers[String(context.params.digits)]);
  }
  return defineDataset({
    ...{ id, label, help, params: PARAMS },
    source: 'Made on this device of synthetic digits or MNIST',
    licence: 'MIT; MNIST: CC BY-SA 3.0',
    shape: [SIDE, SIDE, 1],
    classes: 2,
    pairs: 'unaligned',
    origin: 'embedded',
    accepts: [],
    load: (context) => load(context, false),
    loadTest: (context) => load(context, true),
  });
}

export const readyPairs: readonly DatasetDefinition[] = READY.map(defineReady);
