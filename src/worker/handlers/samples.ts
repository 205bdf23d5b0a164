// Requests for generated images.
import { AbortedError, InvalidValueError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import { isRetrained } from '../../tasks/retrain/isRetrained';
import { findImageExporter } from '../../exporters';
import { float32Npy } from '../../exporters/formats/npy';
import { checkPoints } from '../../exporters/points';
import type { ImageFileFormat, LatentSource, ProducedFile } from '../../protocol';
import { interpolateLatents } from '../../training/latents';
import { drawnLatents } from '../../training/streams';
import { toImageBatch } from '../../training/imageBatch';
import type { Trainer } from '../../training/trainer';
import { nextTask } from '../../training/yielding';
import { requireEngine, requireGan, requireRun } from '../context';
import type { Call, HandlersOf } from '../handler';
import { checkPictures, translatePictures } from '../pictureTakers';

const BATCH = 64;
const MOST_SHOWN = 1024;
const POINTS_AT_ONCE = 4096;

function latentsOf(source: LatentSource, size: number): Float32Array {
  switch (source.kind) {
    case 'seed':
      return drawnLatents(source.seed, 0, source.count, size);
    case 'interpolation':
      return interpolateLatents(
        drawnLatents(source.from, 0, 1, size),
        drawnLatents(source.to, 0, 1, size),
        source.count,
      );
    case 'rows':
      if (source.latentSize !== size || source.values.length % size !== 0) {
        throw new InvalidValueError(
          `The latents have ${source.latentSize} numbers each; this generator takes ${size}.`,
          'Draw new latents for this run.',
        );
      }
      return source.values;
  }
}

/** The class of each sample. @throws InvalidValueError for a class that the run does not have */
function classesOf(trainer: Trainer, count: number, wanted: readonly number[] | undefined): Uint8Array {
  const known = trainer.classes?.count ?? 0;
  if (!wanted || wanted.length === 0 || known === 0) return trainer.everyClass(count);
  const unknown = wanted.find((c) => !Number.isInteger(c) || c < 0 || c >= known);
  if (unknown !== undefined) {
    throw new InvalidValueError(
      `Class ${unknown} was asked for; this run has ${known} classes.`,
      `Ask for a whole number from 0 to ${known - 1}.`,
    );
  }
  return Uint8Array.from({ length: count }, (_, i) => wanted[i % wanted.length]);
}

/** Images of the seed in batches. @throws AbortedError when the request is cancelled */
async function* generated(
  trainer: Trainer,
  seed: number,
  count: number,
  signal: AbortSignal,
): AsyncGenerator<ImageBatch> {
  for (let start = 0; start < count; start += BATCH) {
    if (signal.aborted) throw new AbortedError('Drawing images');
    const rows = Math.min(BATCH, count - start);
    const classes = trainer.everyClass(start + rows).subarray(start);
    const images = trainer.generate(drawnLatents(seed, start, rows, trainer.latentSize), classes);
    const batch = await toImageBatch(images);
    images.dispose();
    yield batch;
    await nextTask();
  }
}

/** Points have no picture: their numbers leave as they are. @throws InvalidValueError for picture formats */
async function pointsFile(
  trainer: Trainer,
  format: ImageFileFormat,
  seed: number,
  count: number,
  { signal, progress, transfer }: Call,
): Promise<ProducedFile> {
  checkPoints(format, count);
  const points = new Float32Array(2 * count);
  for (let start = 0; start < count; start += POINTS_AT_ONCE) {
    if (signal.aborted) throw new AbortedError('Drawing points');
    const rows = Math.min(POINTS_AT_ONCE, count - start);
    const classes = trainer.everyClass(start + rows).subarray(start);
    const drawn = trainer.generate(drawnLatents(seed, start, rows, trainer.latentSize), classes);
    points.set(await drawn.data(), 2 * start);
    drawn.dispose();
    progress(`Drawing ${count} points`, (start + rows) / count);
    await nextTask();
  }
  const bytes = float32Npy(points, [count, 2]);
  transfer(bytes.buffer);
  return { fileName: `ganvas-${count}-points-seed-${seed}.npy`, mimeType: 'application/octet-stream', bytes };
}

export const sampleHandlers: HandlersOf<'samples'> = {
  async 'samples/draw'({ source, classes }, context) {
    const { trainer } = requireGan(context).session;
    const latents = latentsOf(source, trainer.latentSize);
    if (latents.length > MOST_SHOWN * trainer.latentSize) {
      throw new InvalidValueError(
        `${latents.length / trainer.latentSize} images were asked for at once.`,
        `Ask for at most ${MOST_SHOWN}, or generate a file.`,
      );
    }
    const wanted = classesOf(trainer, latents.length / trainer.latentSize, classes);
    const images = trainer.generate(latents, wanted);
    const realness = trainer.hasDiscriminator ? trainer.realness(images, wanted) : null;
    const reply = {
      images: await toImageBatch(images),
      latents,
      realness: Float32Array.from((await realness?.data()) ?? []),
    };
    images.dispose();
    realness?.dispose();
    return reply;
  },

  'samples/translate'(request, context) {
    const { session, dataset } = requireRun(context);
    return translatePictures(session, dataset, request, requireEngine(context));
  },

  async 'samples/name'({ images }, context) {
    const { session, dataset } = requireRun(context);
    const { trainer } = session;
    if (!isRetrained(trainer)) {
      throw new InvalidValueError(
        `${session.identity.name} has no network that names pictures.`,
        'Open a run of a classifier.',
      );
    }
    checkPictures(images, dataset.shape);
    return { classNames: trainer.split.classNames, shares: await trainer.name(images) };
  },

  async 'samples/animation'(request, context, call) {
    const { animate } = await import('../animate');
    const file = await animate(requireGan(context).session, request, call);
    call.transfer(file.bytes.buffer);
    return file;
  },

  async 'samples/file'({ format, seed, count }, context, call) {
    const { trainer } = requireGan(context).session;
    if (trainer.imageShape[2] === 2) return pointsFile(trainer, format, seed, count, call);
    const file = await findImageExporter(format).write({
      images: generated(trainer, seed, count, call.signal),
      total: count,
      name: `ganvas-${count}-seed-${seed}`,
      progress: (fraction) => call.progress(`Drawing ${count} images`, fraction),
    });
    call.transfer(file.bytes.buffer);
    return file;
  },
};
