// GanvasSigmoidCrossEntropy and its gradient, and GanvasStepReport: the few numbers of a step, one workgroup each.
import { input, numberAttr, sizeOf } from '../arguments';
import { defineKernel, type GpuKernel } from '../define';
import { elementGroups, f32, forEach } from '../program';

const LANES = 64;

/** Statements that leave the sum of `value`, an expression of i below `size`, in `total` on every lane. */
const sumOver = (size: number, total: string, value: string): string => `
  var ${total} = 0f;
  for (var i = lane; i < ${size}u; i += ${LANES}u) { ${total} += ${value}; }
  lanes[lane] = ${total};
  workgroupBarrier();
  ${total} = 0f;
  for (var i = 0u; i < ${LANES}u; i++) { ${total} += lanes[i]; }
  workgroupBarrier();`;

const declarations = `var<workgroup> lanes: array<f32, ${LANES}>;`;

const crossEntropy = defineKernel('GanvasSigmoidCrossEntropy', (backend, inputs, attrs) => {
  const logits = input(inputs, 'logits');
  const [target, weight] = [numberAttr(attrs, 'target'), numberAttr(attrs, 'weight')];
  const size = sizeOf(logits.shape);
  const loss = backend.newTensor([]);
  const softplus = 'max(logits[i], 0f) + log(1f + exp(-abs(logits[i])))';
  backend.run(
    {
      key: `crossEntropy|${size}|${target}|${weight}`,
      reads: ['logits'],
      writes: ['loss'],
      threads: LANES,
      workgroups: [1, 1, 1],
      text: () => ({
        declarations,
        main: `${sumOver(size, 'total', `${softplus} - ${f32(target)} * logits[i]`)}
  if (lane == 0u) { loss[0] = total * ${f32(weight / size)}; }`,
      }),
    },
    [logits, loss],
  );
  return loss;
});

const crossEntropyGrad = defineKernel('GanvasSigmoidCrossEntropyGrad', (backend, inputs, attrs) => {
  const [dy, logits] = [input(inputs, 'dy'), input(inputs, 'logits')];
  const [target, weight] = [numberAttr(attrs, 'target'), numberAttr(attrs, 'weight')];
  const size = sizeOf(logits.shape);
  const gradient = backend.newTensor(logits.shape);
  backend.run(
    {
      key: `crossEntropyGrad|${size}|${target}|${weight}`,
      reads: ['dy', 'logits'],
      writes: ['gradient'],
      threads: 256,
      workgroups: elementGroups(size),
      text: () => ({
        declarations: '',
        main: forEach(
          size,
          `gradient[i] = dy[0] * ${f32(weight / size)} * (1f / (1f + exp(-logits[i])) - ${f32(target)});`,
        ),
      }),
    },
    [dy, logits, gradient],
  );
  return gradient;
});

const stepReport = defineKernel('GanvasStepReport', (backend, inputs) => {
  const names = ['dLoss', 'gLoss', 'onReal', 'onFake'];
  const tensors = names.map((name) => input(inputs, name));
  const [real, fake] = [sizeOf(tensors[2].shape), sizeOf(tensors[3].shape)];
  const report = backend.newTensor([4]);
  backend.run(
    {
      key: `stepReport|${real},${fake}`,
      reads: names,
      writes: ['report'],
      threads: LANES,
      workgroups: [1, 1, 1],
      text: () => ({
        declarations,
        main: `${sumOver(real, 'hitsReal', 'select(0f, 1f, onReal[i] > 0f)')}
${sumOver(fake, 'hitsFake', 'select(0f, 1f, onFake[i] < 0f)')}
  if (lane == 0u) {
    report[0] = dLoss[0];
    report[1] = gLoss[0];
    report[2] = hitsReal / ${f32(real)};
    report[3] = hitsFake / ${f32(fake)};
  }`,
      }),
    },
    [...tensors, report],
  );
  return report;
});

export const lossKernels: readonly GpuKernel[] = [crossEntropy, crossEntropyGrad, stepReport];
