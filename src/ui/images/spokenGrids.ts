// Grids as a person reads them: what stands over them and their columns comes from the worker in English. Names of a person's own
// folders among the columns stay as they are, where they are no words of a task by chance.
import type { GridLayout } from '../../core/gridLayout';
import { inWords } from '../../stores/catalogueWords';

/** In the language that is spoken; follows it where Vue watches. */
export const spokenGrids = (grids: readonly GridLayout[]): readonly GridLayout[] =>
  grids.map((grid) => ({ ...grid, label: inWords(grid.label), columns: grid.columns.map(inWords) }));
