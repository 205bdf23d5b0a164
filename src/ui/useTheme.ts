// Light or dark: what the device says until the person chooses; the choice is kept on the device.
import { readonly, ref, type Ref } from 'vue';

export type ThemeChoice = 'auto' | 'light' | 'dark';

const KEY = 'ganvas-theme';
const ORDER: readonly ThemeChoice[] = ['auto', 'light', 'dark'];

/** What was chosen earlier; null also where the browser keeps nothing for this page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(chosen: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    return; // the choice holds until the page is closed
  }
}

const choice = ref<ThemeChoice>('auto');
/** Counts changes of what is seen, for whoever draws with colours of the style sheet. */
const version = ref(0);
const darkDevice = window.matchMedia('(prefers-color-scheme: dark)');

function show(): void {
  const dark = choice.value === 'dark' || (choice.value === 'auto' && darkDevice.matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  version.value++;
}

/** Reads the stored choice and follows the device; call once before the page is drawn. */
export function startTheme(): void {
  const stored = kept();
  choice.value = ORDER.find((known) => known === stored) ?? 'auto';
  darkDevice.addEventListener('change', show);
  show();
}

export function useTheme(): {
  choice: Readonly<Ref<ThemeChoice>>;
  version: Readonly<Ref<number>>;
  next: () => void;
} {
  return {
    choice: readonly(choice),
    version: readonly(version),
    next() {
      choice.value = ORDER[(ORDER.indexOf(choice.value) + 1) % ORDER.length];
      keep(choice.value);
      show();
    },
  };
}
