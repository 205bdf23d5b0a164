// The comparison of a run with everything made of it, in every precision: what is measured, what came of it.
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { AbortedError, toWireError } from '../../core/errors';
import type { VariantId, VariantReport } from '../../protocol';
import { inWords } from '../../stores/catalogueWords';
import { useCatalogStore } from '../../stores/catalogStore';
import { useClient } from '../../stores/clientKey';
import { useRunStore } from '../../stores/runStore';
import { runTitle } from '../../stores/runTitle';
import { publishedFigures } from './publishedFigures';
import { asMember, descendantsOf, publishedWay, ROOT_VARIANTS, rootOf, variantsOf } from './runFamily';
import type { ComparedRow } from './variantLines';
import { words } from './words';

/** A line of the comparison. */
export interface CompareRow extends ComparedRow {
  readonly run: string;
  readonly variant: VariantId;
  readonly base: string;
}

export type CompareState =
  | { readonly status: 'ready' }
  | {
      readonly status: 'measuring';
      readonly key: string;
      readonly what: string;
      readonly fraction: number | null;
    };

export const useCompareStore = defineStore('compare', () => {
  const client = useClient();
  const run = useRunStore();
  const catalog = useCatalogStore();
  const state = shallowRef<CompareState>({ status: 'ready' });
  /** As measured; what a precision is called follows the language that is spoken. */
  const measured = shallowRef<readonly Omit<CompareRow, 'what'>[]>([]);
  const rows = computed<readonly CompareRow[]>(() =>
    measured.value.map((row) => ({ ...row, what: words(`variants.${row.variant}`) })),
  );
  const samples = shallowRef(0);
  let controller: AbortController | null = null;

  watch(
    () => run.run?.id,
    () => {
      controller?.abort();
      measured.value = [];
    },
  );

  const reference = computed(() => rows.value.find(({ outcome }) => outcome !== null) ?? null);

  async function family(): Promise<Omit<CompareRow, 'what'>[]> {
    const open = run.run;
    if (!open) return [];
    const { runs } = await client.request('runs/list', {});
    const saved = runs.filter((kept) => !catalog.isUnfinished(kept)).map(asMember);
    const base = rootOf(saved, open.id);
    const first = saved.find(({ id }) => id === base) ?? {
      id: open.id,
      name: open.name,
      parent: null,
      compression: [],
    };
    const line = (member: typeof first, variant: VariantId): Omit<CompareRow, 'what'> => ({
      key: `${member.id} ${variant}`,
      run: member.id,
      // What was made of a run has its name and more; the beginning says nothing new.
      runName:
        member.id !== base && member.name.startsWith(first.name)
          ? member.name.slice(first.name.length).trim()
          : member.name,
      variant,
      base,
      outcome: null,
      published: publishedFigures(open.config.task, publishedWay(member, variant)),
    });
    return [
      ...ROOT_VARIANTS.map((variant) => line(first, variant)),
      ...descendantsOf(saved, base).flatMap((member) => variantsOf(member).map((v) => line(member, v))),
    ];
  }

  const settle = (key: string, outcome: VariantReport | string): void => {
    measured.value = measured.value.map((row) => (row.key === key ? { ...row, outcome } : row));
  };

  /** Measures one line after the other. */
  async function measure(count: number): Promise<void> {
    const own = new AbortController();
    controller = own;
    samples.value = count;
    try {
      measured.value = await family();
      for (const { key, run: id, base, variant, runName, what } of rows.value) {
        if (controller !== own) return;
        const title = `${runTitle(runName)}, ${what}`;
        state.value = { status: 'measuring', key, what: title, fraction: null };
        await client
          .request(
            'model/variant',
            { run: id, base, variant, samples: count },
            {
              signal: own.signal,
              onProgress: (step, fraction) => {
                if (controller === own)
                  state.value = { status: 'measuring', key, what: `${title}: ${inWords(step)}`, fraction };
              },
            },
          )
          .then(
            (report) => settle(key, report),
            (error: unknown) => {
              if (error instanceof AbortedError) throw error;
              settle(key, toWireError(error).message);
            },
          );
      }
    } catch (error) {
      if (!(error instanceof AbortedError)) throw error;
      measured.value = measured.value.filter(({ outcome }) => outcome !== null);
    } finally {
      if (controller === own) {
        controller = null;
        state.value = { status: 'ready' };
      }
    }
  }

  const cancel = (): void => controller?.abort();

  return { state, rows, samples, reference, measure, cancel };
});
