// Reading the numbers of a step back without waiting for the device: a graphics card computes the next steps while
// earlier reports travel. On the CPU a report is there at once.
import type { Tensor1D } from '@tensorflow/tfjs-core';
import { GanvasError } from '../core/errors';
import type { HistoryPoint } from '../core/history';

/** The losses left the range of numbers; nothing after that step is worth keeping. */
export class TrainingDivergedError extends GanvasError {}

/** Reports that may travel at once; more would let the CPU run far ahead of the device. */
const MOST_IN_FLIGHT = 8;

export class ReportQueue {
  readonly #inFlight: Promise<HistoryPoint>[] = [];

  /** Takes the report [dLoss, gLoss, accuracyReal, accuracyFake] of a step and disposes it once read. */
  add(step: number, seconds: number, report: Tensor1D): void {
    const read = async (): Promise<HistoryPoint> => {
      const [dLoss, gLoss, accuracyReal, accuracyFake] = await report.data();
      report.dispose();
      return { step, seconds, dLoss, gLoss, accuracyReal, accuracyFake };
    };
    this.#inFlight.push(read());
  }

  /**
   * Points that have arrived, oldest first; waits until at most `mayTravel` remain on their way.
   * @throws TrainingDivergedError at the first loss that is not a finite number
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
  if (Number.isFinite(point.dLoss) && Number.isFinite(point.gLoss)) return point;
  throw new TrainingDivergedError(
    `At step ${point.step} the losses are D ${point.dLoss} and G ${point.gLoss}.`,
    'Lower the learning rates and go on from the last save, or reset the run.',
  );
}
