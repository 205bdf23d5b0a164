// Reading the numbers of a step back without waiting for the device: a graphics card computes the next steps while
// earlier reports travel. On the CPU a report is there at once.
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { GanvasError } from '../core/errors';
import type { HistoryPoint } from '../core/history';

/** A number of a step is none any more; nothing after that step is worth keeping. */
export class TrainingDivergedError extends GanvasError {}

/** Reports that may travel at once; more would let the CPU run far ahead of the device. */
const MOST_IN_FLIGHT = 8;

export class ReportQueue {
  readonly #inFlight: Promise<HistoryPoint>[] = [];

  /** Takes the report of a step, one number for each id of `series`, and disposes it once read. */
  add(step: number, seconds: number, series: readonly string[], report: Tensor1D): void {
    const read = async (): Promise<HistoryPoint> => {
      const numbers = await report.data();
      report.dispose();
      return { step, seconds, values: Object.fromEntries(series.map((id, i) => [id, numbers[i]])) };
    };
    this.#inFlight.push(read());
  }

  /**
   * Points that have arrived, oldest first; waits until at most `mayTravel` remain on their way.
   * @throws TrainingDivergedError at the first value that is not a finite number
   */
  async drain(mayTravel = MOST_IN_FLIGHT): Promise<HistoryPoint[]> {
    const points: HistoryPoint[] = [];
    while (this.#inFlight.length > mayTravel) {
      const next = this.#inFlight.shift();
      if (next) points.push(checked(await next));
    }
    return points;
  }
}

function checked(point: HistoryPoint): HistoryPoint {
  const values = Object.entries(point.values);
  if (values.every(([, value]) => Number.isFinite(value))) return point;
  throw new TrainingDivergedError(
    `At step ${point.step} the run reports ${values.map(([id, value]) => `${id} ${value}`).join(', ')}.`,
    'Lower the learning rates and go on from the last save, or reset the run.',
  );
}
