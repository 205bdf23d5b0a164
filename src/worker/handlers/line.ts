// A straight line learnt by gradient descent, with TensorFlow.js itself: the first lesson. Keeps nothing between requests, so
// it stands beside any run.
import { mean, scalar, square, sub, add, mul, tensor1d, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import { requireEngine } from '../context';
import type { HandlersOf } from '../handler';

const MOST_POINTS = 1000;
const MOST_EPOCHS = 1000;

export const lineHandlers: HandlersOf<'line'> = {
  /**
   * Mean squared error of `slope * x + offset` over all points, lowered by plain gradient descent; each epoch sees every
   * point once.
   * @throws InvalidValueError
   */
  async 'line/learn'({ xs, ys, line, learningRate, epochs }, context) {
    requireEngine(context);
    const numbers = [...xs, ...ys, line.slope, line.offset, learningRate];
    if (
      xs.length === 0 ||
      xs.length > MOST_POINTS ||
      xs.length !== ys.length ||
      !numbers.every(Number.isFinite)
    )
      throw new InvalidValueError(
        `A line is learnt from 1 to ${MOST_POINTS} points of finite numbers, not from ${xs.length} and ${ys.length}.`,
        'Give as many x as y.',
      );
    const rounds = Math.min(MOST_EPOCHS, Math.max(0, Math.round(epochs)));
    const losses: number[] = [];
    let { slope, offset } = line;
    for (let epoch = 0; epoch < rounds; epoch++) {
      const [loss, slopeGradient, offsetGradient] = tidy(() => {
        const [x, y] = [tensor1d([...xs]), tensor1d([...ys])];
        const error = valueAndGrads((a, b) => mean(square(sub(add(mul(x, a), b), y))));
        const { value, grads } = error([scalar(slope), scalar(offset)]);
        return [value, ...grads].map((found) => found.dataSync()[0]);
      });
      losses.push(loss);
      slope -= learningRate * slopeGradient;
      offset -= learningRate * offsetGradient;
    }
    return { line: { slope, offset }, losses };
  },
};
