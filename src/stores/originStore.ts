// The saved run whose weights the next run begins with; nothing where it begins with none.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

/** A saved run as a person knows it. */
export interface Origin {
  readonly id: string;
  readonly name: string;
}

export const useOriginStore = defineStore('origin', () => {
  const chosen = shallowRef<Origin | null>(null);
  return { chosen };
});
