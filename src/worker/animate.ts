// The frames of an animation of the open run: its timeline, or a walk through its latents.
import { AbortedError, InvalidValueError } from '../core/errors';
import type { ImageBatch, TimelineFrame } from '../core/history';
import { writeAnimation } from '../exporters/animation';
import type { AnimationRequest, ProducedFile } from '../protocol';
import { latentBetween } from '../training/latents';
import type { RunSession } from '../training/session';
import { drawnLatents } from '../training/streams';
import { toImageBatch } from '../training/imageBatch';
import type { Trainer } from '../training/trainer';
import type { Call } from './handler';

/** Places that a walk passes before it is back where it began. */
const STATIONS = 4;
const LAST_FRAME_SECONDS = 2;
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  frames: [2, 400],
  pictures: [1, 64],
  scale: [1, 16],
  framesPerSecond: [1, 50],
};

function check(request: AnimationRequest): void {
  const { frames, pictures, scale, framesPerSecond } = request;
  for (const [name, value] of Object.entries({ frames, pictures, scale, framesPerSecond })) {
    const [least, most] = LIMITS[name] ?? [1, 1];
    if (Number.isInteger(value) && value >= least && value <= most) continue;
    throw new InvalidValueError(
      `The animation asks for ${name} = ${value}.`,
      `Choose a whole number from ${least} to ${most}.`,
    );
  }
}

/** At most `most` frames of the timeline, evenly, with the first and the last; the first pictures of each. */
export function timelineFrames(
  timeline: readonly TimelineFrame[],
  most: number,
  pictures: number,
): ImageBatch[] {
  const count = Math.min(most, timeline.length);
  const pick = (i: number): number => (count > 1 ? Math.round((i * (timeline.length - 1)) / (count - 1)) : 0);
  return Array.from({ length: count }, (_, i) => {
    const { images } = timeline[pick(i)];
    const shown = Math.min(pictures, images.count);
    const bytes = shown * images.height * images.width * images.channels;
    return { ...images, count: shown, pixels: images.pixels.subarray(0, bytes) };
  });
}

/**
 * Latents of every frame of a walk that ends where it began: picture p goes from station to station on a great circle.
 * @returns frames of [pictures * latentSize]
 */
export function walkLatents(
  seed: number,
  frames: number,
  pictures: number,
  latentSize: number,
): Float32Array[] {
  const stations = drawnLatents(seed, 0, STATIONS * pictures, latentSize);
  const station = (leg: number, picture: number): Float32Array => {
    const at = ((leg % STATIONS) * pictures + picture) * latentSize;
    return stations.subarray(at, at + latentSize);
  };
  return Array.from({ length: frames }, (_, frame) => {
    const way = (frame * STATIONS) / frames;
    const leg = Math.floor(way);
    const rows = new Float32Array(pictures * latentSize);
    for (let p = 0; p < pictures; p++) {
      rows.set(latentBetween(station(leg, p), station(leg + 1, p), way - leg), p * latentSize);
    }
    return rows;
  });
}

async function* drawn(
  trainer: Trainer,
  request: AnimationRequest,
  signal: AbortSignal,
): AsyncGenerator<ImageBatch> {
  const { seed, frames, pictures, chosenClass } = request;
  const classes = trainer.everyClass(pictures);
  if (chosenClass !== null) classes.fill(chosenClass);
  for (const latents of walkLatents(seed, frames, pictures, trainer.latentSize)) {
    if (signal.aborted) throw new AbortedError('The animation');
    const images = trainer.generate(latents, classes);
    const batch = await toImageBatch(images);
    images.dispose();
    yield batch;
  }
}

/** @throws InvalidValueError, AbortedError */
export function animate(
  session: RunSession<Trainer>,
  request: AnimationRequest,
  call: Call,
): Promise<ProducedFile> {
  check(request);
  const { trainer, timeline } = session;
  const { kind, frames, pictures, seed, scale, framesPerSecond } = request;
  const classes = trainer.classes?.count ?? 0;
  if (request.chosenClass !== null && !(request.chosenClass >= 0 && request.chosenClass < classes)) {
    throw new InvalidValueError(
      `Class ${request.chosenClass} was asked for; this run has ${classes}.`,
      'Choose another.',
    );
  }
  const made =
    kind === 'timeline' ? timelineFrames(timeline, frames, pictures) : drawn(trainer, request, call.signal);
  const total = Array.isArray(made) ? made.length : frames;
  const each = 100 / framesPerSecond;
  const isLast = (index: number): boolean => kind === 'timeline' && index === total - 1;
  return writeAnimation({
    frames: made,
    total,
    scale,
    centiseconds: (index) => (isLast(index) ? 100 * LAST_FRAME_SECONDS : each),
    name: kind === 'timeline' ? `ganvas-training-step-${session.step}` : `ganvas-walk-seed-${seed}`,
    signal: call.signal,
    progress: (fraction) => call.progress(`Drawing ${total} frames`, fraction),
  });
}
