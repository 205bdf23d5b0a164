// What a compute program of ours is, and how its WGSL text and its pipeline are made. Shapes are constants of the text,
// so drivers unroll and divide by constants; numbers that change from step to step come in a small uniform block.
import type { StepNumber } from '../recording';
import { enableText, PLAIN_KERNELS, type KernelVariant } from './variant';

/** Numbers of the uniform block, in order; all the same type. */
export interface ProgramNumbers {
  readonly type: 'f32' | 'u32';
  readonly names: readonly string[];
  readonly values: readonly StepNumber[];
}

export interface GpuProgram {
  /** Equal keys mean equal texts in each variant. */
  readonly key: string;
  /** Names of the storage buffers (arrays of f32) in binding order: those only read, then those written. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly numbers?: ProgramNumbers;
  /** Invocations of one workgroup. */
  readonly threads: number;
  /** Workgroups in x, y, z. */
  readonly workgroups: readonly [number, number, number];
  /** Whether it was asked for where factors may be 16-bit floats, and has a form for that; else it never sees that form. */
  readonly mayHalve?: boolean;
  /** Declarations and the statements of `main`, which knows `group`, `groups` and `lane`. */
  text(variant: KernelVariant): { readonly declarations: string; readonly main: string };
}

/** Most workgroups along one axis that every device allows. */
export const MOST_WORKGROUPS = 65535;

/** Bytes of a uniform block: up to eight numbers. */
export const NUMBERS_BYTES = 32;

/** A WGSL literal. */
export const f32 = (value: number): string => `(${Math.fround(value)}f)`;

/** Spreads `total` workgroups over x and y; the text finds its own with `FLAT_GROUP`. */
export function flatWorkgroups(total: number): [number, number] {
  if (total <= MOST_WORKGROUPS) return [Math.max(1, total), 1];
  const x = Math.ceil(Math.sqrt(total));
  return [x, Math.ceil(total / x)];
}

export const FLAT_GROUP = '(group.x + group.y * groups.x)';

/** Workgroups of a program whose 256 threads walk over `size` elements with `forEach`. */
export const elementGroups = (size: number): [number, number, number] => [
  Math.max(1, Math.min(MOST_WORKGROUPS, Math.ceil(size / 256))),
  1,
  1,
];

/** Statements for every element i below `size`. */
export const forEach = (size: number, statements: string): string => `
  for (var i = group.x * 256u + lane; i < ${size}u; i += groups.x * 256u) {${statements}}`;

function wgsl(program: GpuProgram, variant: KernelVariant): string {
  const { declarations, main } = program.text(variant);
  const buffers = [
    ...program.reads.map((name) => `var<storage, read> ${name}: array<f32>;`),
    ...program.writes.map((name) => `var<storage, read_write> ${name}: array<f32>;`),
  ];
  const { numbers } = program;
  const block = numbers?.names.map((name) => `${name}: ${numbers.type},`).join(' ');
  return `${enableText(variant)}${buffers.map((declaration, i) => `@group(0) @binding(${i}) ${declaration}`).join('\n')}
${block ? `struct Numbers { ${block} }\n@group(0) @binding(${buffers.length}) var<uniform> numbers: Numbers;` : ''}
${declarations}
@compute @workgroup_size(${program.threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u,
        @builtin(local_invocation_index) lane: u32) {${main}
}`;
}

/** Makes the pipelines of one device, each once. */
export class PipelineCache {
  readonly #pipelines = new Map<string, GPUComputePipeline>();
  readonly #layouts = new Map<string, GPUBindGroupLayout>();

  #variant = PLAIN_KERNELS;

  constructor(private readonly device: GPUDevice) {}

  get variant(): KernelVariant {
    return this.#variant;
  }

  /** From now on pipelines are of that variant; those that recordings hold stay as they are. */
  take(variant: KernelVariant): void {
    this.#variant = variant;
  }

  forget(): void {
    this.#pipelines.clear();
  }

  get(program: GpuProgram): GPUComputePipeline {
    const halves = this.#variant.halves && program.mayHalve === true;
    const key = `${program.key}|in${this.#variant.subgroup}${halves ? '|halves' : ''}`;
    const found = this.#pipelines.get(key);
    if (found) return found;
    const code = wgsl(program, { ...this.#variant, halves });
    const module = this.device.createShaderModule({ label: key, code });
    const layout = this.device.createPipelineLayout({ bindGroupLayouts: [this.layout(program)] });
    const pipeline = this.device.createComputePipeline({
      label: key,
      layout,
      compute: { module, entryPoint: 'main' },
    });
    this.#pipelines.set(key, pipeline);
    return pipeline;
  }

  /** Stated, not derived from the text: a buffer that one variant of a text does not use may still be bound. */
  layout({ reads, writes, numbers }: GpuProgram): GPUBindGroupLayout {
    const types: GPUBufferBindingType[] = [
      ...reads.map(() => 'read-only-storage' as const),
      ...writes.map(() => 'storage' as const),
      ...(numbers ? (['uniform'] as const) : []),
    ];
    const key = types.join();
    const found = this.#layouts.get(key);
    if (found) return found;
    const layout = this.device.createBindGroupLayout({
      entries: types.map((type, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type },
      })),
    });
    this.#layouts.set(key, layout);
    return layout;
  }
}
