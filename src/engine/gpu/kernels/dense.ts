// GanvasDense and its gradients, as matrix products.
import { activateText, activationKey, activationOf } from '../activation';
import { input } from '../arguments';
import { defineKernel, type GpuKernel } from '../define';
import { productProgram } from '../matrixProduct';

const dense = defineKernel('GanvasDense', (backend, inputs, attrs) => {
  const [x, w] = [input(inputs, 'x'), input(inputs, 'w')];
  const [[rows, depth], columns] = [x.shape, w.shape[1]];
  const { bias } = inputs;
  const activation = activationOf(attrs);
  const y = backend.newTensor([rows, columns]);
  const program = productProgram({
    key: `dense|${rows},${depth},${columns}|${bias !== undefined}|${activationKey(activation)}`,
    reads: bias ? ['x', 'w', 'bias'] : ['x', 'w'],
    writes: ['y'],
    ...{ rows, depth, columns },
    aRuns: 'k',
    bRuns: 'n',
    text: () => ({
      declarations: activateText(activation),
      a: `return x[m * ${depth}u + k];`,
      b: `return w[k * ${columns}u + n];`,
      store: `y[m * ${columns}u + n] = activate(value${bias ? ' + bias[n]' : ''});`,
    }),
  });
  backend.run(program, bias ? [x, w, bias, y] : [x, w, y]);
  return y;
});

const gradInput = defineKernel('GanvasDenseGradInput', (backend, inputs) => {
  const [dy, w] = [input(inputs, 'dy'), input(inputs, 'w')];
  const [[rows, depth], columns] = [dy.shape, w.shape[0]];
  const dx = backend.newTensor([rows, columns]);
  const program = productProgram({
    key: `denseInput|${rows},${depth},${columns}`,
    reads: ['dy', 'w'],
    writes: ['dx'],
    ...{ rows, depth, columns },
    aRuns: 'k',
    bRuns: 'k',
    text: () => ({
      declarations: '',
      a: `return dy[m * ${depth}u + k];`,
      b: `return w[n * ${depth}u + k];`,
      store: `dx[m * ${columns}u + n] = value;`,
    }),
  });
  backend.run(program, [dy, w, dx]);
  return dx;
});

/** [dW, dBias]: the bias is one more row whose A is 1. */
const gradWeights = defineKernel('GanvasDenseGradWeights', (backend, inputs) => {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const [[depth, size], columns] = [x.shape, dy.shape[1]];
  const [dW, dBias] = [backend.newTensor([size, columns]), backend.newTensor([columns])];
  const program = productProgram({
    key: `denseWeights|${size},${depth},${columns}`,
    reads: ['x', 'dy'],
    writes: ['dW', 'dBias'],
    rows: size + 1,
    ...{ depth, columns },
    aRuns: 'm',
    bRuns: 'n',
    text: () => ({
      declarations: '',
      a: `if (m == ${size}u) { return 1f; } return x[k * ${size}u + m];`,
      b: `return dy[k * ${columns}u + n];`,
      store: `if (m == ${size}u) { dBias[n] = value; } else { dW[m * ${columns}u + n] = value; }`,
    }),
  });
  backend.run(program, [x, dy, dW, dBias]);
  return [dW, dBias];
});

export const denseKernels: readonly GpuKernel[] = [dense, gradInput, gradWeights];
