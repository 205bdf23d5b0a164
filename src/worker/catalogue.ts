// What the page may choose from, as plain data for forms and links, made from the registries.
import { InvalidValueError } from '../core/errors';
import { datasets } from '../datasets';
import { unknownData } from '../datasets/unknownData';
import { modelExporters } from '../exporters/models';
import { losses } from '../losses';
import { metrics } from '../metrics';
import { models } from '../models';
import { imported } from '../models/imported';
import { tasks } from '../tasks';
import type { Catalogue } from '../protocol';

/** Only data crosses the wire: functions of a definition are left out. */
function dataOf<T extends object>(definition: T): T {
  return JSON.parse(JSON.stringify(definition));
}

/** All that a run may have, also what is not offered. */
export const everyDataset = [...datasets, unknownData];
export const everyModel = [...models, imported];

export const catalogue: Catalogue = {
  datasets: everyDataset.map(dataOf),
  models: everyModel.map(dataOf),
  losses: losses.map(dataOf),
  metrics: metrics.map(dataOf),
  modelExporters: modelExporters.map(dataOf),
  tasks: tasks.map(dataOf),
};

/** The entry of a registry with this id. @throws InvalidValueError naming the ids there are */
export function byId<T extends { readonly id: string }>(registry: readonly T[], id: string): T {
  const found = registry.find((entry) => entry.id === id);
  if (found) return found;
  throw new InvalidValueError(
    `There is no ${JSON.stringify(id)}.`,
    `Choose one of ${registry.map((e) => e.id).join(', ')}.`,
  );
}
