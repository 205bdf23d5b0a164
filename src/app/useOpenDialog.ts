// The modal dialog that lies on top of the page, if one does: the last that was opened of those that are open.
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue';

/** Call within the setup of a component. */
export function useOpenDialog(): Readonly<ShallowRef<Element | null>> {
  const top = shallowRef<Element | null>(null);
  /** In the order in which they were opened. */
  let open: readonly Element[] = [];

  function look(): void {
    const now = [...document.querySelectorAll('dialog[open]')];
    open = [...open.filter((one) => now.includes(one)), ...now.filter((one) => !open.includes(one))];
    top.value = open.at(-1) ?? null;
  }
  const observer = new MutationObserver(look);
  onMounted(() => {
    observer.observe(document.body, { subtree: true, attributeFilter: ['open'] });
    look();
  });
  onBeforeUnmount(() => observer.disconnect());
  return top;
}
