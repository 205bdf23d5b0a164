// Moments taken one at a time: the next is looked at only when the one before was taken, so that nothing piles up however slow a
// network is. Whose moments they are, the caller says.

/**
 * Calls `take` with each moment until stopped, one at a time.
 * @param take resolves when it is ready for the next
 * @param failed is told what `take` threw; no moment follows
 * @returns stops it
 */
export function everyFrame(
  nextMoment: (call: () => void) => void,
  take: () => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  let stopped = false;
  const turn = (): void => {
    if (stopped) return;
    take().then(() => nextMoment(turn), failed);
  };
  nextMoment(turn);
  return () => (stopped = true);
}
