// Keys that work anywhere on the page, except while something is typed.
import { onBeforeUnmount, onMounted } from 'vue';

const TYPING = 'input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable]';
const PRESSABLE = 'button, a, summary, input, select';

export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  function onKey(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target?.closest(TYPING) || document.querySelector('dialog[open]')) return;
    // Space presses whatever has the focus; only where nothing does it belongs to the page.
    if (event.key === ' ' && target?.closest(PRESSABLE)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
  onMounted(() => window.addEventListener('keydown', onKey));
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey));
}
