// What was done and measured at places whose state ends with them, for whoever checks goals: the lab's verdicts, the exports
// that were proved. Latest of each kind, of this page alone; never leaves the device.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LabVerdict } from '../core/lab/verdict';

export type Deed =
  | {
      readonly kind: 'lab';
      readonly pair: string;
      /** `recovered` is the broken side once it was mended. */
      readonly side: 'broken' | 'mended' | 'recovered';
      readonly modes: number;
      readonly verdict: LabVerdict;
    }
  | {
      readonly kind: 'export';
      readonly format: string;
      readonly variant: string;
      readonly bytes: number;
    };

const subject = (deed: Deed): string =>
  deed.kind === 'lab' ? `lab ${deed.pair} ${deed.side}` : `export ${deed.format} ${deed.variant}`;

export const useDeedsStore = defineStore('deeds', () => {
  const list = shallowRef<readonly Deed[]>([]);

  /** In place of what was noted of the same subject before. */
  function note(deed: Deed): void {
    list.value = [...list.value.filter((one) => subject(one) !== subject(deed)), deed];
  }

  return { list, note };
});
