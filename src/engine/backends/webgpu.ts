// Stock TensorFlow.js on WebGPU.
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { defineBackend } from './define';
import { BackendUnavailableError } from './unavailable';

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

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
    if (!insist && (info.isFallbackAdapter || SOFTWARE.test(name))) {
      throw new BackendUnavailableError(
        `WebGPU is computed by software here (${name}), slower than the CPU engine.`,
      );
    }
    const wanted: GPUFeatureName[] = ['timestamp-query', 'bgra8unorm-storage'];
    const device = await adapter.requestDevice({
      requiredFeatures: wanted.filter((feature) => adapter.features.has(feature)),
      requiredLimits: {
        maxComputeWorkgroupStorageSize: adapter.limits.maxComputeWorkgroupStorageSize,
        maxComputeWorkgroupsPerDimension: adapter.limits.maxComputeWorkgroupsPerDimension,
        maxStorageBufferBindingSize: adapter.limits.maxStorageBufferBindingSize,
        maxBufferSize: adapter.limits.maxBufferSize,
        maxComputeWorkgroupSizeX: adapter.limits.maxComputeWorkgroupSizeX,
        maxComputeInvocationsPerWorkgroup: adapter.limits.maxComputeInvocationsPerWorkgroup,
      },
    });
    let closing = false;
    void device.lost.then((lost) => {
      if (!closing) onLost(`The graphics device was lost (${lost.message || lost.reason}).`);
    });
    removeBackend('webgpu');
    registerBackend('webgpu', () => new WebGPUBackend(device, info), 3);
    if (!(await setBackend('webgpu'))) {
      throw new BackendUnavailableError('TensorFlow.js could not start its WebGPU backend.');
    }
    return {
      description: `WebGPU on ${name}`,
      threads: 1,
      memory: null,
      close() {
        closing = true;
        device.destroy();
      },
    };
  },
});
