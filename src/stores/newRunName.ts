// What a new run is called in the language that the page speaks, until a person names it; nothing in English, which is how
// the worker names it by itself.
import type { RunConfig } from '../core/runConfig';
import { language } from '../i18n/language';
import { useCatalogStore } from './catalogStore';

/** A part of the request that begins a run. */
export function newRunName({ task, model, dataset }: RunConfig): { readonly name?: string } {
  if (language.value === 'en') return {};
  const catalog = useCatalogStore();
  const what = catalog.task(task)?.runName ?? catalog.model(model)?.label;
  const data = catalog.dataset(dataset)?.label;
  return what && data ? { name: `${what} · ${data}` } : {};
}
