// Depthwise convolution with several filters for each channel, and its gradients: one sum at a time, without SIMD. Rows
// and taps of the tasks in depthwise.ts.
import { DepthwiseJob, filterAt, xAt, yAt } from './depthwiseJob';

export function forwardRowOfMany(job: DepthwiseJob, row: i32): void {
  const image = row / job.outH;
  const oy = row % job.outH;
  const multiplier = job.multiplier;
  const outputs = job.c * multiplier;
  for (let ox = 0; ox < job.outW; ox++) {
    const out = yAt(job, image, oy, ox);
    for (let o = 0; o < outputs; o++) {
      let sum: f32 = 0;
      for (let ky = 0; ky < job.kh; ky++) {
        const iy = oy * job.strideH - job.padTop + ky * job.dilationH;
        if (<u32>iy >= <u32>job.h) continue;
        for (let kx = 0; kx < job.kw; kx++) {
          const ix = ox * job.strideW - job.padLeft + kx * job.dilationW;
          if (<u32>ix >= <u32>job.w) continue;
          sum +=
            load<f32>(xAt(job, image, iy, ix) + (<usize>(o / multiplier) << 2)) *
            load<f32>(filterAt(job, ky, kx) + (<usize>o << 2));
        }
      }
      store<f32>(out + (<usize>o << 2), sum);
    }
  }
}

export function gradInputRowOfMany(job: DepthwiseJob, row: i32): void {
  const image = row / job.h;
  const iy = row % job.h;
  const multiplier = job.multiplier;
  for (let ix = 0; ix < job.w; ix++) {
    const out = xAt(job, image, iy, ix);
    for (let i = 0; i < job.c; i++) {
      let sum: f32 = 0;
      for (let ky = 0; ky < job.kh; ky++) {
        const fromY = iy + job.padTop - ky * job.dilationH;
        const oy = fromY / job.strideH;
        if (fromY < 0 || fromY % job.strideH != 0 || oy >= job.outH) continue;
        for (let kx = 0; kx < job.kw; kx++) {
          const fromX = ix + job.padLeft - kx * job.dilationW;
          const ox = fromX / job.strideW;
          if (fromX < 0 || fromX % job.strideW != 0 || ox >= job.outW) continue;
          const d = yAt(job, image, oy, ox) + (<usize>(i * multiplier) << 2);
          const f = filterAt(job, ky, kx) + (<usize>(i * multiplier) << 2);
          for (let q = 0; q < multiplier; q++) {
            sum += load<f32>(d + (<usize>q << 2)) * load<f32>(f + (<usize>q << 2));
          }
        }
      }
      store<f32>(out + (<usize>i << 2), sum);
    }
  }
}

export function gradFilterOfMany(job: DepthwiseJob, ky: i32, kx: i32, first: i32, end: i32): void {
  const multiplier = job.multiplier;
  const rows = job.n * job.outH;
  const out = filterAt(job, ky, kx);
  for (let o = first * multiplier; o < end * multiplier; o++) {
    let total: f32 = 0;
    for (let row = 0; row < rows; row++) {
      const iy = (row % job.outH) * job.strideH - job.padTop + ky * job.dilationH;
      if (<u32>iy >= <u32>job.h) continue;
      const image = row / job.outH;
      let sum: f32 = 0;
      for (let ox = 0; ox < job.outW; ox++) {
        const ix = ox * job.strideW - job.padLeft + kx * job.dilationW;
        if (<u32>ix >= <u32>job.w) continue;
        sum +=
          load<f32>(xAt(job, image, iy, ix) + (<usize>(o / multiplier) << 2)) *
          load<f32>(yAt(job, image, row % job.outH, ox) + (<usize>o << 2));
      }
      total += sum;
    }
    store<f32>(out + (<usize>o << 2), total);
  }
}
