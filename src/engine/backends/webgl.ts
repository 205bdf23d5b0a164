// Stock TensorFlow.js on WebGL 2 through an OffscreenCanvas. Its code comes with the first context that may be used.
import { engine, env, getBackend, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { defineBackend } from './define';
import { BackendUnavailableError } from './unavailable';

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i;

/** A tensor lies in one texture, a number in each texel where it is not packed. */
const BYTES_PER_TEXEL = 4;

export const webglBackend = defineBackend({
  id: 'webgl',
  label: 'WebGL',
  async open({ insist, onLost }) {
    if (typeof OffscreenCanvas === 'undefined') {
      throw new BackendUnavailableError(
        'This browser has no OffscreenCanvas, so WebGL cannot run in a worker.',
      );
    }
    const canvas = new OffscreenCanvas(1, 1);
    const gl = canvas.getContext('webgl2', {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      preserveDrawingBuffer: false,
      premultipliedAlpha: false,
      failIfMajorPerformanceCaveat: false,
    });
    if (!gl) throw new BackendUnavailableError('This browser offers no WebGL 2 context.');
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(
      info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : gl.getParameter(gl.RENDERER),
    );
    if (!insist && SOFTWARE.test(renderer)) {
      throw new BackendUnavailableError(
        `WebGL is drawn by software here (${renderer}), slower than the CPU engine.`,
      );
    }
    const side = Number(gl.getParameter(gl.MAX_TEXTURE_SIZE));
    const { MathBackendWebGL, setWebGLContext } = await import('@tensorflow/tfjs-backend-webgl');
    let closing = false;
    canvas.addEventListener('webglcontextlost', () => {
      if (!closing) onLost(`The WebGL context was lost (${renderer}).`);
    });
    setWebGLContext(2, gl);
    env().set('WEBGL_VERSION', 2);
    // A backend of before would keep its own context, lost or not.
    if (engine().findBackendFactory('webgl')) removeBackend('webgl');
    registerBackend('webgl', () => new MathBackendWebGL(), 2);
    // tfjs may leave another backend active without a word, so what is active is checked.
    if (!(await setBackend('webgl')) || getBackend() !== 'webgl') {
      throw new BackendUnavailableError('TensorFlow.js could not start its WebGL backend.');
    }
    if (env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE') !== true) {
      throw new BackendUnavailableError('This WebGL device computes with 16 bits only, too coarse to train.');
    }
    return {
      description: `WebGL on ${renderer}`,
      threads: 1,
      memory: null,
      room: { device: null, tensor: side * side * BYTES_PER_TEXEL, inPage: false },
      isLost: () => gl.isContextLost(),
      close() {
        closing = true;
        removeBackend('webgl');
      },
    };
  },
});
