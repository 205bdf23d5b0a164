// GanvasAdam, GanvasAdamPair (the gradient in two parts) and GanvasLerp: in place, as many tensors per dispatch as the
// device allows buffers.
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { input, numberAttr, sizeOf, stepNumberAttr } from '../arguments';
import type { GanvasGpuBackend } from '../backend';
import { defineKernel, type GpuKernel } from '../define';
import { elementGroups, forEach, type ProgramNumbers } from '../program';

interface Update {
  readonly name: string;
  readonly reads: readonly string[];
  /** Tensors that change; bound after those that are read. */
  readonly writes: readonly string[];
  readonly numbers: ProgramNumbers;
  /** Statements for element i, where the tensors of group g are called `name` + g. */
  readonly each: (group: number) => string;
}

function update(backend: GanvasGpuBackend, of: Update, inputs: NamedTensorInfoMap, count: number): void {
  const names = [...of.reads, ...of.writes];
  const perDispatch = Math.max(1, Math.floor(backend.mostBuffers / names.length));
  for (let start = 0; start < count; start += perDispatch) {
    const groups = Array.from({ length: Math.min(perDispatch, count - start) }, (_, g) => g);
    const bind = (list: readonly string[]): TensorInfo[] =>
      groups.flatMap((g) => list.map((name) => input(inputs, `${name}${start + g}`)));
    const changed = bind(of.writes);
    const sizes = groups.map((g) => sizeOf(changed[g * of.writes.length].shape));
    backend.run(
      {
        key: `${of.name}|${sizes.join()}`,
        reads: groups.flatMap((g) => of.reads.map((name) => name + g)),
        writes: groups.flatMap((g) => of.writes.map((name) => name + g)),
        numbers: of.numbers,
        threads: 256,
        workgroups: elementGroups(Math.max(...sizes)),
        text: () => ({
          declarations: '',
          main: groups.map((g) => forEach(sizes[g], of.each(g))).join('\n'),
        }),
      },
      [...bind(of.reads), ...changed],
    );
    for (const info of changed) backend.changed(info);
  }
}

function adamNumbers(attrs: NamedAttrMap): ProgramNumbers {
  const [beta1, beta2] = [numberAttr(attrs, 'beta1'), numberAttr(attrs, 'beta2')];
  return {
    type: 'f32',
    names: ['rate', 'beta1', 'beta2', 'fresh1', 'fresh2', 'epsilon'],
    values: [stepNumberAttr(attrs, 'rate'), beta1, beta2, 1 - beta1, 1 - beta2, numberAttr(attrs, 'epsilon')],
  };
}

const adamKernel = (kernelName: string, gradients: readonly string[]): GpuKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const of: Update = {
      name: kernelName,
      reads: gradients,
      writes: ['param', 'm', 'v'],
      numbers: adamNumbers(attrs),
      each: (g) => `
    let gradient = ${gradients.map((name) => `${name}${g}[i]`).join(' + ')};
    let first = m${g}[i] * numbers.beta1 + gradient * numbers.fresh1;
    let second = v${g}[i] * numbers.beta2 + gradient * gradient * numbers.fresh2;
    m${g}[i] = first;
    v${g}[i] = second;
    param${g}[i] -= first * numbers.rate / (sqrt(second) + numbers.epsilon);`,
    };
    update(backend, of, inputs, numberAttr(attrs, 'count'));
    return [];
  });

const lerp = defineKernel('GanvasLerp', (backend, inputs, attrs) => {
  const of: Update = {
    name: 'GanvasLerp',
    reads: ['source'],
    writes: ['target'],
    numbers: {
      type: 'f32',
      names: ['share', 'scale'],
      values: [stepNumberAttr(attrs, 'share'), numberAttr(attrs, 'scale')],
    },
    each: (g) => `target${g}[i] += numbers.share * (numbers.scale * source${g}[i] - target${g}[i]);`,
  };
  update(backend, of, inputs, numberAttr(attrs, 'count'));
  return [];
});

export const updateKernels: readonly GpuKernel[] = [
  adamKernel('GanvasAdam', ['grad']),
  adamKernel('GanvasAdamPair', ['grad', 'other']),
  lerp,
];
