// Which places of the navigation stand in its row and which go into its menu, by the width at hand. Pure.

export interface PlaceWidth {
  readonly name: string;
  /** In CSS pixels, with its padding. */
  readonly width: number;
}

/** What leaves the row first where it is too narrow; what a class needs longest leaves last. */
const LEAVES: readonly string[] = [
  ...['about', 'use', 'inside', 'export', 'translate', 'judge'],
  ...['play', 'lab', 'lessons', 'runs', 'train'],
];
const rankOf = (name: string): number => LEAVES.indexOf(name);

/**
 * @param places in the order of the navigation
 * @param room width of the whole row
 * @param menu width of the button of the menu, which is there only where something is in it
 * @param current place that is shown, which stays in the row; null for none of them
 * @returns names of those that stay in the row
 */
export function fittingPlaces(
  places: readonly PlaceWidth[],
  room: number,
  menu: number,
  current: string | null,
): ReadonlySet<string> {
  const staying = new Set(places.map(({ name }) => name));
  const taken = (): number =>
    places.reduce((sum, { name, width }) => sum + (staying.has(name) ? width : 0), 0) +
    (staying.size < places.length ? menu : 0);
  const leaving = places
    .map(({ name }) => name)
    .filter((name) => name !== current)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  for (const name of leaving) {
    if (taken() <= room) break;
    staying.delete(name);
  }
  return staying;
}
