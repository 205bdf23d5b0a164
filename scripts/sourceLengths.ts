// How long source files may be. Knows texts, not the disk; scripts/fileLengths.ts reads them.

export const MOST_LINES = 300;

const SOURCE = /\.(ts|vue|js|mjs|cjs|css|html|c|h|py)$/;

/** A sentence for every source file that is longer than it may be. */
export function tooLong(paths: readonly string[], read: (path: string) => string): string[] {
  return paths
    .filter((path) => SOURCE.test(path))
    .map((path) => [path, read(path).trimEnd().split('\n').length] as const)
    .filter(([, lines]) => lines > MOST_LINES)
    .map(
      ([path, lines]) =>
        `${path} has ${lines} lines; ${MOST_LINES} is the most: split it by what its parts do.`,
    );
}
