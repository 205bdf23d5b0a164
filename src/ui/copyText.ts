// Text to the clipboard, also where the browser gives pages no clipboard (plain http, a frame): by a field that is selected
// and copied from, the older way, and with a clear error where that is denied too.
import { GanvasError } from '../core/errors';

/** Nothing could be copied. */
export class ClipboardError extends GanvasError {}

/** Copies from a field beside what has the focus, so that an open dialog lets it. */
function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, { position: 'fixed', top: '0', opacity: '0' });
  (before?.parentElement ?? document.body).append(field);
  field.focus({ preventScroll: true }); // WebKit of boards does not focus what is selected, and copies what has the focus
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** @throws ClipboardError with the text in it */
export async function copyText(text: string): Promise<void> {
  const clipboard: Clipboard | undefined = globalThis.navigator.clipboard;
  try {
    if (clipboard) await clipboard.writeText(text);
    else if (!copySelected(text)) throw new TypeError('this page has no clipboard');
  } catch (error) {
    if (clipboard && copySelected(text)) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ClipboardError(`The browser did not copy: ${reason}.`, `Select and copy it here: ${text}`);
  }
}
