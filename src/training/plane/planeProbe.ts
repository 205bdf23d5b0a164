// Looks at a GAN of points in the plane: the discriminator's surface, the generator's points and sheet, and where its
// points are pushed. Changes nothing of the training. How often that happens is planeWatch.ts.
import {
  add,
  engine,
  mean,
  mul,
  sigmoid,
  slice,
  sub,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { PlaneView } from '../../core/planeView';
import { isPlane, type PointModes } from '../../core/pointModes';
import type { LoadedDataset } from '../../datasets/define';
import { metrics } from '../../metrics';
import { modeRows } from '../../metrics/evaluator/pointEvaluator';
import { metricInput, SampleSet } from '../../metrics/sampleSet';
import { mixedOrder } from '../measuring/evaluatedImages';
import { measuredLatents } from '../streams';
import type { Trainer } from '../trainer';
import { latentSheet } from './latentSheet';

const SIDE = 36;
const SAMPLES = 400;
/** Samples with an arrow. */
const ARROWS = 96;
const [RINGS, SPOKES] = [10, 24];
/** Real points that the samples are measured against. */
const REAL = 2000;

/** Centres of the surface's cells, [side * side * 2]. */
function cellCentres(side: number): Float32Array {
  const at = (cell: number): number => ((cell + 0.5) / side) * 2 - 1;
  return Float32Array.from({ length: 2 * side * side }, (_, i) =>
    i % 2 === 0 ? at((i >> 1) % side) : at(Math.floor((i >> 1) / side)),
  );
}

const setOf = (points: Float32Array, modes: PointModes | undefined): SampleSet =>
  new SampleSet(
    points,
    modes ? modeRows(points, modes) : new Float32Array(),
    2,
    modes ? modes.centres.length : 0,
  );

export class PlaneProbe {
  readonly #cells = cellCentres(SIDE);
  readonly #latents: Float32Array;
  readonly #sheet: Float32Array;
  readonly #real: SampleSet;
  readonly #judgedReal: Float32Array;
  readonly #modes: PointModes | undefined;

  private constructor(
    private readonly trainer: Trainer,
    real: Float32Array,
    modes: PointModes | undefined,
  ) {
    const { latentSize, config } = trainer;
    this.#latents = measuredLatents(config.seed, 0, SAMPLES, latentSize);
    this.#sheet = trainer.classes ? new Float32Array() : latentSheet(latentSize, RINGS, SPOKES, config.seed);
    this.#modes = modes;
    this.#real = setOf(real, modes);
    this.#judgedReal = Float32Array.from({ length: 2 * ARROWS }, (_, i) => real[i % real.length]);
  }

  /** Null for data sets that are no points. */
  static of(trainer: Trainer, dataset: LoadedDataset): PlaneProbe | null {
    if (!isPlane(dataset.shape) || !dataset.readValues) return null;
    const chosen = mixedOrder(dataset.size).subarray(0, REAL);
    return new PlaneProbe(trainer, dataset.readValues(chosen), dataset.modes);
  }

  /** The moment as it is, `step` steps into the run. */
  async view(step: number): Promise<PlaneView> {
    const { trainer } = this;
    const [surface, samples, sheet, pushes] = tidy(() => {
      const drawn = trainer.generate(this.#latents);
      return [
        this.#surface(),
        drawn,
        this.#sheet.length > 0 ? trainer.generate(this.#sheet) : tensor([], [0, 2]),
        this.#pushes(drawn),
      ];
    });
    const read = async (t: Tensor): Promise<Float32Array> => {
      const values = Float32Array.from(await t.data());
      t.dispose();
      return values;
    };
    const view = {
      step,
      side: SIDE,
      surface: await read(surface),
      samples: await read(samples),
      sheet: await read(sheet),
      spokes: SPOKES,
      pushes: await read(pushes),
    };
    return { ...view, values: this.#measure(view.samples) };
  }

  #surface(): Tensor {
    const { trainer } = this;
    const cells = points(this.#cells);
    if (!trainer.loss.comparesScores) return trainer.realness(cells);
    // Only differences mean something: half way between real points and fakes is the border.
    const onReal = mean(trainer.scores(points(this.#judgedReal)));
    const onFakes = mean(trainer.scores(trainer.generate(this.#latents)));
    return sigmoid(sub(trainer.scores(cells), mul(add(onReal, onFakes), 0.5)));
  }

  /** Minus the gradient of the generator's loss by its first points, image by image. */
  #pushes(drawn: Tensor): Tensor {
    const { trainer } = this;
    const { lossParams } = trainer.config;
    const first = slice(drawn, [0, 0, 0, 0], [ARROWS, 1, 1, 2]);
    const real = points(this.#judgedReal);
    const classes = trainer.everyClass(ARROWS);
    const lossOf = (): Scalar =>
      trainer.loss.generator(trainer.scores(first, classes), lossParams, () => trainer.scores(real, classes));
    const { value, grads } = engine().gradients(lossOf, [first]);
    value.dispose();
    return mul(grads[0], -ARROWS);
  }

  #measure(samples: Float32Array): Record<string, number> {
    const input = metricInput(setOf(samples, this.#modes), this.#real);
    const fitting = metrics.filter(
      ({ of, id, needsClasses }) =>
        (of === 'points' || id === 'modes-covered') && (!needsClasses || this.#modes !== undefined),
    );
    return Object.fromEntries(fitting.map((metric) => [metric.id, metric.compute(input)]));
  }
}

const points = (values: Float32Array): Tensor => tensor(values, [values.length / 2, 1, 1, 2]);
