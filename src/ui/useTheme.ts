// Light or dark: what the device says until the person chooses; and large type for a projector. Both are kept on the device.
import { readonly, ref, type Ref } from 'vue';

export type ThemeChoice = 'auto' | 'light' | 'dark';

const KEY = 'ganvas-theme';
const TYPE_KEY = 'ganvas-type';
const LARGE = 'large';
const ORDER: readonly ThemeChoice[] = ['auto', 'light', 'dark'];

/** What was chosen earlier; null also where the browser keeps nothing for this page. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, chosen: string): void {
  try {
    localStorage.setItem(key, chosen);
  } catch {
    return; // the choice holds until the page is closed
  }
}

const choice = ref<ThemeChoice>('auto');
/** For the last row of a class room. */
const isLarge = ref(false);
/** Counts changes of what is seen, for whoever draws with colours of the style sheet. */
const version = ref(0);
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  const dark = choice.value === 'dark' || (choice.value === 'auto' && darkDevice.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.type = isLarge.value ? LARGE : 'normal';
  version.value++;
}

/** Reads the stored choice and follows the device; call once before the page is drawn. */
export function startTheme(): void {
  const stored = kept(KEY);
  choice.value = ORDER.find((known) => known === stored) ?? 'auto';
  isLarge.value = kept(TYPE_KEY) === LARGE;
  darkDevice.addEventListener('change', show);
  show();
}

export function useTheme(): {
  choice: Readonly<Ref<ThemeChoice>>;
  isLarge: Readonly<Ref<boolean>>;
  version: Readonly<Ref<number>>;
  next: () => void;
  /** Large type, or normal again. */
  resize: () => void;
} {
  return {
    choice: readonly(choice),
    isLarge: readonly(isLarge),
    version: readonly(version),
    next() {
      choice.value = ORDER[(ORDER.indexOf(choice.value) + 1) % ORDER.length];
      keep(KEY, choice.value);
      show();
    },
    resize() {
      isLarge.value = !isLarge.value;
      keep(TYPE_KEY, isLarge.value ? LARGE : 'normal');
      show();
    },
  };
}
