// Results of all games, kept on this device: one list for every game of the place.
import { shallowRef, type ShallowRef } from 'vue';
import { readResults, type GameResult } from './game';

const KEY = 'ganvas-real-or-fake';

function kept(): readonly GameResult[] {
  try {
    return readResults(localStorage.getItem(KEY));
  } catch {
    return []; // a browser that keeps nothing for this page
  }
}

export interface Results {
  readonly list: Readonly<ShallowRef<readonly GameResult[]>>;
  /** What was deleted last, to be put back. */
  readonly deleted: Readonly<ShallowRef<readonly GameResult[]>>;
  add(result: GameResult): void;
  forget(): void;
  putBack(): void;
}

const list = shallowRef<readonly GameResult[]>(kept());
const deleted = shallowRef<readonly GameResult[]>([]);

function keep(next: readonly GameResult[]): void {
  list.value = next;
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // they stay until the page is closed
  }
}

export const useResults = (): Results => ({
  list,
  deleted,
  add: (result) => keep([...list.value, result]),
  forget() {
    deleted.value = list.value;
    keep([]);
  },
  putBack() {
    keep([...deleted.value, ...list.value]);
    deleted.value = [];
  },
});
