// Drawn scenes, each painted when it is first asked for.
import { checkIndex } from '../arrayDataset';
import type { LoadedDataset } from '../define';
import { drawScene } from './drawnScenes';

/** Scenes of a series, remembered once they are drawn. */
export function lazyScenes(series: number, size: number, side: number): LoadedDataset {
  const volume = 3 * side * side;
  const drawn = new Map<number, Uint8Array>();
  const sceneAt = (index: number): Uint8Array => {
    const found = drawn.get(index) ?? drawScene(series, index, side);
    drawn.set(index, found);
    return found;
  };
  return {
    shape: [side, side, 3],
    size,
    classNames: null,
    read(indices) {
      const pixels = new Uint8Array(indices.length * volume);
      for (let i = 0; i < indices.length; i++) pixels.set(sceneAt(checkIndex(indices[i], size)), i * volume);
      return { pixels, labels: null };
    },
  };
}
