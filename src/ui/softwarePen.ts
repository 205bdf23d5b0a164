// The pen of a canvas that stays with the processor. Our pictures are made there and are small, and so are the strokes of a chart: a graphics
// device would be given them anew each time, and where software stands for one (llvmpipe), each takes as long as some steps of training.

export const softwarePen = (canvas: HTMLCanvasElement | null | undefined): CanvasRenderingContext2D | null =>
  canvas?.getContext('2d', { willReadFrequently: true }) ?? null;
