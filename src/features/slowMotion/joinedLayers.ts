// Layers as a pass computed them: several that one kernel computes together (a convolution with its activation) are seen once, by what
// comes out of the last, and named all. Pure.
import type { WatchedLayer } from '../../protocol';

export interface JoinedLayer {
  readonly one: WatchedLayer;
  /** `conv2d_1 + activation_1` */
  readonly name: string;
}

/**
 * @param seen in the order of the pass
 * @param ids of all layers of the network, in the order of its description
 */
export function joinedLayers(seen: readonly WatchedLayer[], ids: readonly string[]): readonly JoinedLayer[] {
  let from = 0;
  return seen.map((one) => {
    const at = ids.indexOf(one.layer, from);
    if (at < 0) return { one, name: one.layer };
    const name = ids.slice(from, at + 1).join(' + ');
    from = at + 1;
    return { one, name };
  });
}
