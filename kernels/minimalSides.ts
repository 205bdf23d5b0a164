// How the taps along one side of a filter fall into groups for minimal filtering (kernels/minimal.ts): each phase of
// the stride in runs of three, two or one. A tile of two outputs has four positions along a side (M0 .. M3): M0 and M3
// belong to all groups, M1 to those of two taps or more, M2 to those of three; groups with more taps come first.

/** Positions along a side. */
export const POSITIONS: i32 = 4;
/** Bytes of a side's table: groups in each position, then first tap and taps of up to eight groups. */
export const SIDE_BYTES: usize = 80;
const FIRST: usize = 16;

/** Taps of the run that starts with `rest` taps left. */
// @ts-ignore: decorator
@inline
function runOf(rest: i32): i32 {
  return rest == 4 ? 2 : min(3, rest);
}

/** Writes the table of a side of `taps` taps at `stride`, eight groups at most. */
export function writeSide(taps: i32, stride: i32, side: usize): void {
  let groups = 0;
  for (let size = 3; size > 0; size--) {
    for (let phase = 0; phase < min(stride, taps); phase++) {
      let rest = (taps - phase + stride - 1) / stride;
      let first = phase;
      while (rest > 0) {
        const run = runOf(rest);
        if (run == size) {
          store<i32>(side + (<usize>groups << 3), first, FIRST);
          store<i32>(side + (<usize>groups << 3), run, FIRST + 4);
          groups++;
        }
        first += run * stride;
        rest -= run;
      }
    }
    if (size == 3) store<i32>(side, groups, 8);
    if (size == 2) store<i32>(side, groups, 4);
  }
  store<i32>(side, groups);
  store<i32>(side, groups, 12);
}

/** Groups that take part in `position`. */
// @ts-ignore: decorator
@inline
export function groupsAt(side: usize, position: i32): i32 {
  return load<i32>(side + (<usize>position << 2));
}

/** The first tap of a group; the next ones follow `stride` apart. */
// @ts-ignore: decorator
@inline
export function firstTap(side: usize, group: i32): i32 {
  return load<i32>(side + (<usize>group << 3), FIRST);
}

/** Taps of a group: one to three. */
// @ts-ignore: decorator
@inline
export function tapsOf(side: usize, group: i32): i32 {
  return load<i32>(side + (<usize>group << 3), FIRST + 4);
}

/** Whether a side of two pixels, or of a single one, needs `position`. */
// @ts-ignore: decorator
@inline
export function hasPosition(single: bool, position: i32): bool {
  return !single || position < 3;
}

/** Weight of tap `tap` of a group of `taps` in the filter of `position`. */
export function weightOf(taps: i32, tap: i32, position: i32): f32 {
  if (position == 0) return tap == 0 ? 1 : 0;
  if (position == 3) return tap == taps - 1 ? 1 : 0;
  if (taps == 3) return position == 2 && tap == 1 ? -0.5 : 0.5;
  return taps == 2 && position == 1 ? 1 : 0;
}

/** Writes the blocks of channels that each of the sixteen positions has, one after the other; returns their sum. */
export function writeBlocks(rowSide: usize, columnSide: usize, blocks: usize): i32 {
  let all = 0;
  for (let r = 0; r < POSITIONS; r++) {
    for (let s = 0; s < POSITIONS; s++) {
      const own = groupsAt(rowSide, r) * groupsAt(columnSide, s);
      store<i32>(blocks, own);
      blocks += 4;
      all += own;
    }
  }
  return all;
}
