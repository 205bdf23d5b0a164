import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeSimd,
  expectAgreement,
  openSimd,
  sample,
  sampleInts,
  SHAPES,
} from '../../../testing/simdAgreement';

beforeAll(async () => void (await openSimd()));
afterAll(closeSimd);

const ANY: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  abs: tf.abs,
  neg: tf.neg,
  ceil: tf.ceil,
  floor: tf.floor,
  round: tf.round,
  sign: tf.sign,
  square: tf.square,
  relu: tf.relu,
  relu6: tf.relu6,
  leakyRelu: (x) => tf.leakyRelu(x, 0.3),
  step: (x) => tf.step(x, 0.25),
  clip: (x) => tf.clipByValue(x, -1, 0.5),
  exp: tf.exp,
  expm1: tf.expm1,
  sigmoid: tf.sigmoid,
  softplus: tf.softplus,
  tanh: tf.tanh,
  elu: tf.elu,
  selu: tf.selu,
  erf: tf.erf,
  sin: tf.sin,
  cos: tf.cos,
  tan: tf.tan,
  atan: tf.atan,
  sinh: tf.sinh,
  cosh: tf.cosh,
  asinh: tf.asinh,
  isNaN: tf.isNaN,
  isInf: tf.isInf,
  isFinite: tf.isFinite,
  zerosLike: tf.zerosLike,
  onesLike: tf.onesLike,
  toInt: (x) => x.toInt(),
  toBool: (x) => x.toBool(),
  logicalNot: (x) => tf.logicalNot(x.greater(0)),
  boolToFloat: (x) => x.greater(0).toFloat(),
  boolToInt: (x) => x.greater(0).toInt(),
  intToFloat: (x) => x.toInt().toFloat(),
  intToBool: (x) => x.toInt().toBool(),
};
const POSITIVE: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  log: tf.log,
  log1p: tf.log1p,
  sqrt: tf.sqrt,
  rsqrt: tf.rsqrt,
  reciprocal: tf.reciprocal,
};
const UNIT: Record<string, (x: tf.Tensor) => tf.Tensor> = { asin: tf.asin, acos: tf.acos, atanh: tf.atanh };

describe('functions of one tensor', () => {
  it.each(Object.keys(ANY))('%s', (name) => {
    for (const shape of SHAPES) expectAgreement(() => ANY[name]?.(sample(shape)) ?? []);
  });
  it.each(Object.keys(POSITIVE))('%s', (name) => {
    for (const shape of SHAPES) expectAgreement(() => POSITIVE[name]?.(sample(shape).abs().add(0.01)) ?? []);
  });
  it.each(Object.keys(UNIT))('%s', (name) => {
    for (const shape of SHAPES) expectAgreement(() => UNIT[name]?.(sample(shape).div(3.1)) ?? []);
  });
  it('answers for int32 as stock does', () => {
    for (const f of [tf.abs, tf.neg, tf.square, tf.relu, tf.sign]) {
      expectAgreement(() => f(sampleInts([5, 3], -4, 4)));
    }
  });
});

describe('accuracy of the vector functions', () => {
  const special = [
    0, -0, 1, -1, 1e-38, -1e-38, 1e-44, 1e-30, -1e-20, 88.7, 89, -87.4, -103, -104.5, 1e38, -1e38,
  ];
  const limits = [
    Infinity,
    -Infinity,
    NaN,
    3.4e38,
    1.17549435e-38,
    0.625,
    -0.625,
    0.34657,
    0.70710677,
    1.0000001,
  ];
  const grid = Array.from({ length: 20011 }, (_, i) => Math.fround(((i - 10005) / 10005) ** 3 * 100));
  const near = Array.from({ length: 4001 }, (_, i) => Math.fround((i - 2000) / 1500));
  const xs = Float32Array.from([...special, ...limits, ...grid, ...near]);

  const ulp = (y: number): number => 2 ** Math.max(-149, Math.floor(Math.log2(Math.abs(y))) - 23);
  const worst = (
    f: (x: tf.Tensor) => tf.Tensor,
    exact: (x: number) => number,
  ): { error: number; x: number } => {
    const got = tf.tidy(() => f(tf.tensor1d(xs)).dataSync());
    let found = { error: 0, x: NaN };
    xs.forEach((x, i) => {
      const y = exact(x);
      const rounded = Math.fround(y);
      const value = got[i] ?? NaN;
      if (Object.is(value, rounded) || (Number.isNaN(value) && Number.isNaN(rounded)) || value === rounded)
        return;
      const error = Number.isFinite(rounded) && y !== 0 ? Math.abs(value - y) / ulp(y) : Infinity;
      if (!(error <= found.error)) found = { error, x };
    });
    return found;
  };
  const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

  it.each([
    ['exp', tf.exp, Math.exp, 2],
    ['expm1', tf.expm1, Math.expm1, 3],
    ['log', tf.log, Math.log, 2],
    ['log1p', tf.log1p, Math.log1p, 3],
    ['sigmoid', tf.sigmoid, (x: number) => 1 / (1 + Math.exp(-x)), 3],
    ['softplus', tf.softplus, softplus, 3],
    ['tanh', tf.tanh, Math.tanh, 3],
    ['elu', tf.elu, (x: number) => (x >= 0 ? x : Math.expm1(x)), 3],
    [
      'sin',
      (x: tf.Tensor) => tf.sin(x.clipByValue(-100, 100)),
      (x: number) => Math.sin(Math.max(-100, Math.min(100, x))),
      2,
    ],
  ] as const)('%s stays within its units in the last place', (_, f, exact, limit) => {
    const { error, x } = worst(f, exact);
    expect(error, `at ${x}`).toBeLessThanOrEqual(limit);
  });
});

const PAIRS: readonly (readonly [number[], number[]])[] = [
  ...SHAPES.map((shape): [number[], number[]] => [shape, shape]),
  [[5, 7], []],
  [[], [5, 7]],
  [[6, 5], [5]],
  [[8], [6, 8]],
  [
    [6, 5],
    [6, 1],
  ],
  [
    [1, 5],
    [6, 1],
  ],
  [[2, 3, 4, 5], [5]],
  [
    [2, 3, 4, 5],
    [3, 1, 5],
  ],
  [
    [2, 3, 4, 5],
    [2, 1, 1, 5],
  ],
  [
    [2, 1, 4, 1],
    [1, 3, 1, 9],
  ],
  [
    [2, 3, 1, 2, 1, 3],
    [1, 3, 2, 1, 2, 3],
  ],
  [
    [3, 0, 2],
    [1, 1, 2],
  ],
];
type Both = (a: tf.Tensor, b: tf.Tensor) => tf.Tensor;
const BINARY: Record<string, Both> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  maximum: tf.maximum,
  minimum: tf.minimum,
  squaredDifference: tf.squaredDifference,
  floorDiv: tf.floorDiv,
  mod: tf.mod,
  pow: (a, b) => tf.pow(a.abs(), b),
  square: (a) => tf.pow(a, tf.scalar(2)),
  atan2: tf.atan2,
  equal: (a, b) => tf.equal(a.round(), b.round()),
  notEqual: (a, b) => tf.notEqual(a.round(), b.round()),
  greater: tf.greater,
  greaterEqual: (a, b) => tf.greaterEqual(a.round(), b.round()),
  less: tf.less,
  lessEqual: (a, b) => tf.lessEqual(a.round(), b.round()),
  logicalAnd: (a, b) => tf.logicalAnd(a.greater(0), b.greater(0)),
  logicalOr: (a, b) => tf.logicalOr(a.greater(0), b.greater(0)),
  logicalXor: (a, b) => tf.logicalXor(a.greater(0), b.greater(0)),
  where: (a, b) => tf.where(tf.greater(a, b), a, b),
};

describe('functions of two tensors', () => {
  it.each(Object.keys(BINARY))('%s broadcasts', (name) => {
    for (const [a, b] of PAIRS) expectAgreement(() => BINARY[name]?.(sample(a, 1), sample(b, 2)) ?? [], 1e-5);
  });
  it.each([
    'add',
    'sub',
    'mul',
    'maximum',
    'minimum',
    'squaredDifference',
    'floorDiv',
    'mod',
    'equal',
    'less',
  ])('%s on int32', (name) => {
    const op: Record<string, Both> = { ...BINARY, equal: tf.equal };
    for (const [a, b] of PAIRS) {
      expectAgreement(() => op[name]?.(sampleInts(a, -9, 9, 1), sampleInts(b, 1, 9, 2)) ?? []);
    }
  });
  it('compares truth values and mixes types', () => {
    expectAgreement(() => tf.equal(sample([9]).greater(0), sample([9], 2).greater(0)));
    expectAgreement(() => tf.add(sample([9]), sampleInts([9], -3, 3)));
    expectAgreement(() => tf.mul(sample([9]), sample([9], 2).greater(0)));
  });
  it('treats prelu, addN, select and not-a-number as stock does', () => {
    expectAgreement(() => tf.prelu(sample([4, 5]), sample([5], 2)));
    expectAgreement(() => tf.addN([sample([3, 5]), sample([3, 5], 2), sample([3, 5], 3)]));
    expectAgreement(() => tf.where(sample([11]).greater(0), sampleInts([11], 0, 5), sampleInts([11], 5, 9)));
    const odd = () => tf.tensor1d([NaN, 1, Infinity, -Infinity, -0]);
    for (const f of [tf.relu, tf.relu6, tf.elu, tf.sign, tf.isNaN, tf.isInf, tf.isFinite, tf.abs]) {
      expectAgreement(() => f(odd()));
    }
    for (const f of [tf.maximum, tf.minimum, tf.equal, tf.greater, tf.add])
      expectAgreement(() => f(odd(), 1));
  });
});
