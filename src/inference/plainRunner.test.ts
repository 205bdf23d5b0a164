// JavaScript without SIMD: the numbers of the float reference, to the last bit.
import { expect, it } from 'vitest';
import { chain } from '../core/network';
import { buildGraph } from '../graph/buildGraph';
import { runFloatGraph } from '../graph/floatReference';
import {
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  ODD_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { runPlainGraph } from './plainRunner';

/** Filters in groups of four and rests, windows larger than the image, strides on the borders. */
const BORDERS = chain(
  'discriminator',
  [5, 3, 2],
  [
    { kind: 'conv2d', filters: 7, kernel: 5, stride: 2 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'conv2d', filters: 4, kernel: 7 },
    { kind: 'flatten' },
    { kind: 'dense', units: 6 },
  ],
);

it.each(
  Object.entries({
    BORDERS,
    TINY_GENERATOR,
    TINY_DISCRIMINATOR,
    ODD_GENERATOR,
    DEPTHWISE_GENERATOR,
    LIGHT_GENERATOR,
    LW_GENERATOR,
  }),
)('%s gives the numbers of the reference', (_, spec) => {
  const graph = buildGraph(spec, seededWeights(spec, 5));
  const inputs = seededInputs(spec, 2, 21);
  expect(runPlainGraph(graph, inputs, 2)).toEqual(runFloatGraph(graph, inputs, 2));
});
