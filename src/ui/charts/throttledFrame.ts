// Draws at most every so many milliseconds, on an animation frame, and always once more after the last call.

export interface ThrottledFrame {
  request(): void;
  cancel(): void;
}

export function throttledFrame(draw: () => void, everyMs: number): ThrottledFrame {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let last = -Infinity;
  return {
    request() {
      if (timer !== undefined || frame !== 0) return;
      const wait = Math.max(0, last + everyMs - performance.now());
      timer = setTimeout(() => {
        timer = undefined;
        frame = requestAnimationFrame(() => {
          frame = 0;
          last = performance.now();
          draw();
        });
      }, wait);
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = undefined;
      frame = 0;
    },
  };
}
