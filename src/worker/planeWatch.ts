// Looks at the plane of a run of points between its steps, while somebody watches.
import type { PlaneView } from '../core/planeView';
import type { LoadedDataset } from '../datasets/define';
import { PlaneProbe } from '../training/plane/planeProbe';
import { SparingLook } from '../training/sparingLook';
import type { Trainer } from '../training/trainer';

/** Between two steps the plane comes a little late, so that about thirty a second arrive. */
const PLANE_EVERY_SECONDS = 1 / 32;

/** Looks at the plane with whatever trainer the run has by then; null for images. */
export function planeWatch(
  opened: Trainer,
  current: () => Trainer,
  dataset: LoadedDataset,
  show: (view: PlaneView) => void,
): SparingLook<PlaneView> | null {
  let seen = opened;
  const first = PlaneProbe.of(seen, dataset);
  if (!first) return null;
  let probe = first;
  const look = (step: number): Promise<PlaneView> => {
    if (seen !== current()) {
      seen = current();
      probe = PlaneProbe.of(seen, dataset) ?? probe;
    }
    return probe.view(step);
  };
  return new SparingLook(look, show, PLANE_EVERY_SECONDS);
}
