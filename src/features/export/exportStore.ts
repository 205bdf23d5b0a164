// Taking the open run's generator out: what was chosen, how far it is, what came of it. Kept while places change.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { AbortedError, toWireError, type WireError } from '../../core/errors';
import { defaultParams, type ParamValues } from '../../core/paramSpec';
import type { CalibrationRule, ExportedModel, ModelExporterEntry } from '../../protocol';
import { useCatalogStore } from '../../stores/catalogStore';
import { useClient } from '../../stores/clientKey';
import { useDeedsStore } from '../../stores/deedsStore';
import { useLeavingStore } from '../../stores/leavingStore';
import { useRunStore } from '../../stores/runStore';
import { runTitle } from '../../stores/runTitle';
import { words } from './words';

export type ExportState =
  | { readonly status: 'ready' }
  | { readonly status: 'working'; readonly what: string; readonly fraction: number | null }
  | {
      readonly status: 'done';
      readonly result: ExportedModel;
      readonly title: string;
      readonly step: number;
      readonly seconds: number;
    }
  | { readonly status: 'refused'; readonly error: WireError };

/** A line of the comparison: something that was written, with what it weighs and how true it is. */
export interface ExportRow {
  readonly key: number;
  readonly run: string;
  readonly step: number;
  readonly what: string;
  readonly sizeBytes: number;
  readonly gzipBytes: number;
  readonly meanDifference: number;
  readonly maxDifference: number;
  readonly millisecondsPerImage: number | null;
}

export const useExportStore = defineStore('export', () => {
  const client = useClient();
  const catalog = useCatalogStore();
  const run = useRunStore();
  const deeds = useDeedsStore();
  const leaving = useLeavingStore();

  const state = shallowRef<ExportState>({ status: 'ready' });
  const rows = shallowRef<readonly ExportRow[]>([]);
  const exporterId = ref('');
  const variantId = ref('');
  const calibration = ref<CalibrationRule>('min-max');
  /** What was chosen of each format's options, by format. */
  const chosen = ref<Readonly<Record<string, ParamValues>>>({});
  let controller: AbortController | null = null;

  const exporters = computed<readonly ModelExporterEntry[]>(() => catalog.said?.modelExporters ?? []);
  const exporter = computed(
    () => exporters.value.find((e) => e.id === exporterId.value) ?? exporters.value[0],
  );
  const variant = computed(
    () => exporter.value?.variants.find((v) => v.id === variantId.value) ?? exporter.value?.variants[0],
  );

  const options = computed<ParamValues>(() => ({
    ...defaultParams(exporter.value?.options ?? []),
    ...chosen.value[exporter.value?.id ?? ''],
  }));

  function chooseOption(id: string, value: string): void {
    const format = exporter.value?.id ?? '';
    chosen.value = { ...chosen.value, [format]: { ...chosen.value[format], [id]: value } };
  }

  // Another run, another generator: what was written of the last one is not shown beside it.
  watch(
    () => run.run?.id,
    () => {
      controller?.abort();
      state.value = { status: 'ready' };
    },
  );

  async function write(): Promise<void> {
    const [format, kind] = [exporter.value, variant.value];
    if (!format || !kind) return;
    const own = new AbortController();
    controller = own;
    const startedMs = performance.now();
    const step = run.step;
    state.value = { status: 'working', what: words('form.starting'), fraction: null };
    try {
      const result = await client.request(
        'model/export',
        {
          ...{ exporter: format.id, variant: kind.id, calibration: calibration.value },
          ...{ options: options.value, title: runTitle(run.run?.name ?? ''), ...leaving.asked },
        },
        {
          signal: own.signal,
          onProgress: (what, fraction) => {
            if (controller === own) state.value = { status: 'working', what, fraction };
          },
        },
      );
      if (controller !== own) return;
      const seconds = (performance.now() - startedMs) / 1000;
      deeds.note({ kind: 'export', format: format.id, variant: kind.id, bytes: result.sizeBytes });
      const { sides } = leaving.asked;
      const size = sides && `${sides.height} x ${sides.width}`;
      const title = [leaving.label, size, format.label, kind.label].filter(Boolean).join(', ');
      state.value = { status: 'done', result, title, step, seconds };
      const { sizeBytes, gzipBytes, proof } = result;
      const { meanDifference, maxDifference, millisecondsPerImage } = proof;
      const figures = { sizeBytes, gzipBytes, meanDifference, maxDifference, millisecondsPerImage };
      const row = {
        key: rows.value.length,
        run: runTitle(run.run?.name ?? ''),
        step,
        what: title,
        ...figures,
      };
      rows.value = [...rows.value, row];
    } catch (error) {
      if (controller !== own) return;
      state.value =
        error instanceof AbortedError
          ? { status: 'ready' }
          : { status: 'refused', error: toWireError(error) };
    } finally {
      if (controller === own) controller = null;
    }
  }

  const cancel = (): void => controller?.abort();

  return {
    state,
    rows,
    exporters,
    exporter,
    variant,
    exporterId,
    variantId,
    calibration,
    options,
    chooseOption,
    write,
    cancel,
  };
});
