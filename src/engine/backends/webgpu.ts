// TensorFlow.js on WebGPU with fused kernels of our own, and with recorded steps. Its code comes with the first adapter.
import { env, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { registerRecorder } from '../recording';
import { defineBackend } from './define';
import { BackendUnavailableError } from './unavailable';

/** Stock dispatches after which tfjs submits; more than its own 15, since a submit costs more than waiting for a few. */
const STOCK_DISPATCHES_PER_SUBMIT = 96;

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** Asks the device itself: its own word that it was lost comes a while after reads have begun to be void. */
async function canBeRead(device: GPUDevice): Promise<boolean> {
  const buffer = device.createBuffer({ size: 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  try {
    await buffer.mapAsync(GPUMapMode.READ);
    return true;
  } catch {
    return false;
  } finally {
    buffer.destroy();
  }
}

/** What stock kernels use, and what forms of ours need. */
const WANTED: readonly GPUFeatureName[] = ['timestamp-query', 'bgra8unorm-storage'];
const OF_FORMS: readonly GPUFeatureName[] = ['subgroups', 'shader-f16'];

/** With what it offers of them; without any where it offers what it then refuses. */
async function deviceOf(adapter: GPUAdapter): Promise<GPUDevice> {
  const { features } = adapter;
  try {
    return await deviceWith(
      adapter,
      [...WANTED, ...OF_FORMS].filter((feature) => features.has(feature)),
    );
  } catch {
    const again = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    return deviceWith(
      again ?? adapter,
      WANTED.filter((feature) => features.has(feature)),
    );
  }
}

function deviceWith(adapter: GPUAdapter, requiredFeatures: GPUFeatureName[]): Promise<GPUDevice> {
  const { limits } = adapter;
  return adapter.requestDevice({
    requiredFeatures,
    requiredLimits: {
      maxStorageBuffersPerShaderStage: limits.maxStorageBuffersPerShaderStage,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxBufferSize: limits.maxBufferSize,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
}

export const webgpuBackend = defineBackend({
  id: 'webgpu',
  label: 'WebGPU',
  async open({ insist, onLost }) {
    const gpu: GPU | undefined = navigator.gpu;
    if (!gpu) throw new BackendUnavailableError('This browser offers no WebGPU here.');
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) throw new BackendUnavailableError('WebGPU found no graphics adapter.');
    const { info } = adapter;
    const name =
      [info.vendor, info.architecture, info.device, info.description].filter(Boolean).join(' ') || 'a GPU';
    const isSoftware = info.isFallbackAdapter || SOFTWARE.test(name);
    if (!insist && isSoftware) {
      throw new BackendUnavailableError(
        `WebGPU is computed by software here (${name}), slower than the CPU engine.`,
      );
    }
    const device = await deviceOf(adapter);
    let closing = false;
    let refused = false;
    void device.lost.then((lost) => {
      if (!closing) onLost(`The graphics device was lost (${lost.message || lost.reason}).`);
    });
    // A program that the device refuses leaves its results unwritten: training must not go on unnoticed.
    device.addEventListener('uncapturederror', ({ error }) => {
      refused = true;
      if (!closing) onLost(`The graphics device refused a computation (${error.message}).`);
    });
    const { chooseKernels, GanvasGpuBackend, GpuStepRecorder, offeredBy, registerGpuKernels } =
      await import('../gpu');
    removeBackend('webgpu');
    env().set('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE', STOCK_DISPATCHES_PER_SUBMIT);
    registerGpuKernels();
    const ours = new GanvasGpuBackend(device, info);
    registerBackend('webgpu', () => ours, 3);
    if (!(await setBackend('webgpu'))) {
      throw new BackendUnavailableError('TensorFlow.js could not start its WebGPU backend.');
    }
    registerRecorder('webgpu', new GpuStepRecorder(ours));
    const offered = offeredBy(device.features, info);
    // Software has no quicker 16-bit floats, and timing them there would take seconds.
    const notes = await chooseKernels(ours, { ...offered, halves: offered.halves && !isSoftware });
    return {
      description: `WebGPU on ${name}`,
      threads: 1,
      notes,
      memory: null,
      room: {
        device: null,
        tensor: Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize),
        inPage: false,
      },
      isLost: async () => refused || !(await canBeRead(device)),
      close() {
        closing = true;
        registerRecorder('webgpu', null);
        device.destroy();
      },
    };
  },
});
