// Which runs of the gallery are chosen to be compared, in the order in which they were. One that leaves the list is no longer.
import { computed, shallowRef } from 'vue';
import { MOST_COMPARED } from '../../stores/comparedRuns';

export function useChosenRuns(runs: () => readonly { readonly id: string }[]) {
  const wanted = shallowRef<readonly string[]>([]);
  const chosen = computed(() => wanted.value.filter((id) => runs().some((run) => run.id === id)));
  const full = computed(() => chosen.value.length >= MOST_COMPARED);

  function choose(id: string, on: boolean): void {
    const others = chosen.value.filter((other) => other !== id);
    wanted.value = on && others.length < MOST_COMPARED ? [...others, id] : others;
  }
  const chooseNone = (): void => void (wanted.value = []);

  return { chosen, full, choose, chooseNone };
}
