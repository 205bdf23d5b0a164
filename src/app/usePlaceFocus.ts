// Another place by a link inside of a place: the link goes with it, and the focus would fall to the document. It goes to the main
// part, whose first control comes next. Links of the header stay, and keep it.
import { nextTick, onScopeDispose, type Ref } from 'vue';
import { useRouter } from 'vue-router';

/** Call within the setup of the page's frame. @param main can be focused */
export function usePlaceFocus(main: Readonly<Ref<HTMLElement | null>>): void {
  const router = useRouter();
  let wasInside = false;
  const forget = [
    router.beforeEach(() => void (wasInside = main.value?.contains(document.activeElement) === true)),
    router.afterEach(async (to, from, failure) => {
      if (failure || !wasInside || to.path === from.path) return;
      await nextTick();
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) main.value?.focus({ preventScroll: true });
    }),
  ];
  onScopeDispose(() => forget.forEach((one) => one()));
}
