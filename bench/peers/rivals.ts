// PyTorch as a comparison meets it: one process with every vector instruction of the processor and one that is held to AVX2, since
// machines differ in that, each in two memory layouts. Of the layouts only the faster one counts.
import { fastest, type Timing } from '../statistics';
import { LAYOUTS, type InstructionSet, type Layout, type TorchOptions, type TorchPeer } from './pytorch';

export const INSTRUCTIONS: readonly InstructionSet[] = ['native', 'avx2'];

export interface Rival {
  readonly peer: TorchPeer;
  readonly layout: Layout;
}

/** Times of one process in its faster layout; `layouts` has both. */
export interface RivalTiming extends Timing {
  readonly threads: number;
  readonly instructions: InstructionSet;
  readonly layout: Layout;
  readonly layouts: readonly Timing[];
}

/** Every process in every layout, those of one process side by side. */
export function rivalsOf(
  torch: (options: TorchOptions) => TorchPeer,
  threads: number | readonly number[],
): Rival[] {
  return [threads].flat().flatMap((count) =>
    INSTRUCTIONS.flatMap((instructions) => {
      const peer = torch({ threads: count, instructions });
      return LAYOUTS.map((layout) => ({ peer, layout }));
    }),
  );
}

/** @param timings one for each of `rivals`, in their order */
export function fasterLayouts(rivals: readonly Rival[], timings: readonly Timing[]): RivalTiming[] {
  return rivals.flatMap(({ peer }, i) => {
    if (i % LAYOUTS.length !== 0) return [];
    const layouts = timings.slice(i, i + LAYOUTS.length);
    const best = fastest(layouts);
    const { threads, instructions } = peer.options;
    return [{ ...best, threads, instructions, layout: LAYOUTS[layouts.indexOf(best)], layouts }];
  });
}
