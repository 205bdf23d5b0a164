// What a new run is called in the language that the page speaks, until a person names it; nothing in English, which is how
// the worker names it by itself. Pure.
import { language } from '../i18n/language';
import type { RunConfig } from '../core/runConfig';
import type { useCatalogStore } from './catalogStore';

/** @param catalog as the page says it */
export function newRunName(
  { task, model, dataset }: RunConfig,
  catalog: Pick<ReturnType<typeof useCatalogStore>, 'task' | 'model' | 'dataset'>,
): { readonly name?: string } {
  if (language.value === 'en') return {};
  const what = catalog.task(task)?.runName ?? catalog.model(model)?.label;
  const data = catalog.dataset(dataset)?.label;
  return what && data ? { name: `${what} · ${data}` } : {};
}
