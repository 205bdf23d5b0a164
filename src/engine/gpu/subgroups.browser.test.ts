// Kernels that sum through subgroups beside the plain ones: the same bits, and the plain ones by themselves where a device gets
// subgroups wrong or refuses them.
import { backend } from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kernelCases, kernelNumbers, type KernelCaseName } from '../../testing/gpuKernelCases';
import type { RunningBackend } from '../backends/define';
import { webgpuBackend } from '../backends/webgpu';
import { selfTest } from '../selfTest';
import { GanvasGpuBackend } from './backend';
import { PLAIN_KERNELS } from './variant';

/** Every way in which lanes are summed. */
const CASES: readonly KernelCaseName[] = [
  'convolution: stride 1, one output channel',
  'dense: one column',
  'batch norm with dropout: many rows',
  'instance norm: odd',
];

let running: RunningBackend | undefined;
const problems: string[] = [];
async function open(): Promise<GanvasGpuBackend> {
  running = await webgpuBackend.open({
    threads: 1,
    insist: true,
    onLost: (reason) => problems.push(reason),
  });
  const ours: unknown = backend();
  if (!(ours instanceof GanvasGpuBackend)) throw new TypeError('This backend is not ours.');
  return ours;
}
afterEach(() => {
  running?.close();
  vi.restoreAllMocks();
  expect(problems.splice(0)).toEqual([]);
});

it('come out as plain ones, to the bit', async () => {
  const ours = await open();
  expect(running?.notes).toEqual([expect.stringMatching(/^Sums go through subgroups, 4 lanes at a time/)]);
  for (const name of CASES) {
    ours.takeKernels({ ...PLAIN_KERNELS, subgroup: 4 });
    const inSubgroups = await kernelNumbers('webgpu', kernelCases[name]);
    ours.takeKernels(PLAIN_KERNELS);
    expect(await kernelNumbers('webgpu', kernelCases[name]), name).toEqual(inSubgroups);
  }
});

describe('a device that lies falls back to the plain kernels and says so:', () => {
  /** What the device is given instead of programs that use subgroups. */
  const instead = (change: (code: string) => string): void => {
    const make = GPUDevice.prototype.createShaderModule;
    vi.spyOn(GPUDevice.prototype, 'createShaderModule').mockImplementation(function (this: GPUDevice, of) {
      const { code } = of;
      return make.call(this, { ...of, code: code.includes('enable subgroups') ? change(code) : code });
    });
  };

  it('a feature that it offers and does not give', async () => {
    const has = GPUSupportedFeatures.prototype.has;
    vi.spyOn(GPUSupportedFeatures.prototype, 'has').mockImplementation(function (
      this: GPUSupportedFeatures,
      feature,
    ) {
      return feature === 'shader-f16' || has.call(this, feature);
    });
    const asks = vi.spyOn(GPUAdapter.prototype, 'requestDevice');
    const ours = await open();
    expect(asks.mock.calls.map(([of]) => [...(of?.requiredFeatures ?? [])].includes('shader-f16'))).toEqual([
      true,
      false,
    ]);
    expect(ours.device.features.has('bgra8unorm-storage')).toBe(true);
    expect(await selfTest()).toBeNull();
  });

  it.each([
    ['larger subgroups than it has', (code: string) => code, 32, /^Sums go without subgroups.*Self-test of/],
    ['a wrong exchange', (code: string) => code.replace(/Xor\(/g, 'Up('), 4, /Self-test of .* failed: value/],
    ['programs that it refuses', (code: string) => `${code}\nnot WGSL`, 4, /The device refused them/],
  ])('%s', async (_, change, size, says) => {
    instead(change);
    vi.spyOn(GPUAdapterInfo.prototype, 'subgroupMinSize', 'get').mockReturnValue(size);
    const ours = await open();
    expect(running?.notes).toEqual([expect.stringMatching(says)]);
    expect(ours.kernels).toEqual(PLAIN_KERNELS);
    expect(await selfTest()).toBeNull();
  });
});
