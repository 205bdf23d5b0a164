// Where the focus goes when the button that had it is gone, because another took its place (Start, then Stop), or is shut while the
// page is busy, or opened a dialog and was shut when that closed, or was a notice's: browsers let it fall to the document, and who uses
// the keyboard or hears the page is nowhere. Not for pointers.
import { onBeforeUnmount, onMounted } from 'vue';

interface Place {
  readonly parent: Element;
  /** Among the children of the parent. */
  readonly index: number;
}

interface Pressed {
  readonly element: HTMLElement;
  /** Ways up to the main part of the page, without that. */
  readonly places: readonly Place[];
}

const PRESSED = 'button, a[href], summary';
const REACHED = 'button:not(:disabled), a[href], summary, select:not(:disabled), input:not(:disabled)';

function placesOf(element: Element): readonly Place[] {
  const places: Place[] = [];
  for (let child = element; child.parentElement && !child.parentElement.matches('main, body');) {
    const { parentElement: parent } = child;
    places.push({ parent, index: [...parent.children].indexOf(child) });
    child = parent;
  }
  return places;
}

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

/** What stands now where an element stood; a button there may be shut still. */
function standingAt(places: readonly Place[]): HTMLElement | null {
  const place = places.find(({ parent }) => parent.isConnected);
  if (!place) return null;
  const { parent, index } = place;
  const child = parent.children[Math.min(index, parent.children.length - 1)];
  if (child instanceof HTMLElement && child.matches(PRESSED) && isSeen(child)) return child;
  const near = [child, ...(child?.querySelectorAll(REACHED) ?? []), ...parent.querySelectorAll(REACHED)];
  const found = near.find((element) => element?.matches(REACHED) && isSeen(element));
  return found instanceof HTMLElement ? found : null;
}

/** It, while it is there, or what took its place. */
const standing = (pressed: Pressed | null): HTMLElement | null =>
  pressed && (pressed.element.isConnected ? pressed.element : standingAt(pressed.places));

/** The dialog in which it was: what is outside cannot have the focus. */
const openDialogOf = ({ places }: Pressed): Element | null =>
  places.find(({ parent }) => parent.isConnected)?.parent.closest('dialog[open]') ?? null;

const reachedIn = (within: Element | null): HTMLElement | null =>
  within?.querySelector<HTMLElement>(REACHED) ?? null;

const main = (): HTMLElement | null => document.querySelector('main');

/** Where the page was does not move, unless what has the focus would not be seen in the page as it is drawn next. */
function focusInView(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (element === main()) return;
  requestAnimationFrame(() => {
    if (document.activeElement === element) element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/** Notices come and go beside what one does. */
const PASSING = '[aria-live]';

/** Call within the setup of the page's frame. */
export function useKeptFocus(): void {
  let last: Pressed | null = null;
  /** The last one that was no notice's. */
  let lasting: Pressed | null = null;
  /** Of the dialog that has the focus. */
  let opener: Pressed | null = null;
  /** Whether the last one was seen without the focus because it may not be pressed. */
  let wasShut = false;

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    const dialog = target.closest('dialog');
    if (!dialog) opener = null;
    else if (last && !dialog.contains(last.element)) opener = last;
    const isKept =
      target.matches(PRESSED) && target.matches(':focus-visible') && target.closest('main') !== null;
    last = isKept ? { element: target, places: placesOf(target) } : null;
    if (last && !target.closest(PASSING)) lasting = last;
    wasShut = false;
  }
  const forget = (): void => void ([last, lasting, opener] = [null, null, null]);
  /** Who goes on from there is not called back. */
  function leave({ key }: KeyboardEvent): void {
    if (key === 'Tab') last = null;
  }

  function follow(): void {
    if (last?.element.matches(':disabled')) wasShut = true; // it keeps the focus until the page is drawn
    if (document.activeElement && document.activeElement !== document.body) return;
    if (opener && !document.querySelector('dialog[open]')) {
      [last, opener, wasShut] = [opener, null, true];
    }
    if (!last) return;
    if (!last.element.isConnected) {
      const element = standingAt(last.places) ?? reachedIn(openDialogOf(last)) ?? standing(lasting) ?? main();
      if (!element) return;
      [last, wasShut] = [{ element, places: placesOf(element) }, true];
    }
    if (wasShut && !last.element.matches(':disabled')) focusInView(last.element);
  }

  const observer = new MutationObserver(follow);
  onMounted(() => {
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget);
    document.addEventListener('keydown', leave);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled', 'open'],
    });
  });
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', remember);
    document.removeEventListener('pointerdown', forget);
    document.removeEventListener('keydown', leave);
    observer.disconnect();
  });
}
