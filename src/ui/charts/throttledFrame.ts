// Draws at most every so many milliseconds, on an animation frame, and always once more after the last call. Where calls go on coming it
// draws in the frame of one of them, with what else changed: a frame of its own would have the page painted once more.

export interface ThrottledFrame {
  request(): void;
  cancel(): void;
}

/** How much longer than `everyMs` a call waits for the next one to be drawn with, as a share. */
const GRACE = 0.5;

export function throttledFrame(draw: () => void, everyMs: number): ThrottledFrame {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let last = -Infinity;
  function drawOnFrame(): void {
    clearTimeout(timer);
    timer = undefined;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      last = performance.now();
      draw();
    });
  }
  return {
    request() {
      const sinceMs = performance.now() - last;
      if (sinceMs >= everyMs) drawOnFrame();
      else timer ??= setTimeout(drawOnFrame, (1 + GRACE) * everyMs - sinceMs);
    },
    cancel() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = undefined;
      frame = 0;
    },
  };
}
