// What browser tests may rely on: an isolated page (threads), module workers, and software WebGL and WebGPU.
import { describe, expect, it } from 'vitest';

describe('the browser that tests run in', () => {
  it('is cross-origin isolated, so that threads can share memory', () => {
    expect(crossOriginIsolated).toBe(true);
    expect(new SharedArrayBuffer(8).byteLength).toBe(8);
  });

  it('draws WebGL 2 off screen', () => {
    const context = new OffscreenCanvas(4, 4).getContext('webgl2');
    expect(context?.isContextLost()).toBe(false);
  });

  it('has a WebGPU adapter', async () => {
    const adapter = await navigator.gpu.requestAdapter();
    expect(adapter).not.toBeNull();
  });
});
