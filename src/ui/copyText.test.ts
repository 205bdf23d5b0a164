// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { ClipboardError, copyText } from './copyText';

/** The older way, which happy-dom lacks: copies what is selected, or is denied. */
function offerSelection(allowed: boolean): string[] {
  const copied: string[] = [];
  Object.assign(document, {
    execCommand: (): boolean => {
      const field = document.querySelector('textarea');
      if (allowed && field) copied.push(field.value);
      return allowed;
    },
  });
  return copied;
}

const offerClipboard = (writeText?: (text: string) => Promise<void>): void => {
  vi.stubGlobal('navigator', { clipboard: writeText && { writeText } });
};

afterEach(() => vi.unstubAllGlobals());

it('writes to the clipboard where there is one', async () => {
  const written: string[] = [];
  const selected = offerSelection(true);
  offerClipboard((text) => Promise.resolve(void written.push(text)));
  await copyText('a link');
  expect(written).toEqual(['a link']);
  expect(selected).toEqual([]);
});

it.each([
  ['there is none, over plain http', undefined],
  ['it is denied, in a frame', () => Promise.reject(new Error('denied'))],
])('copies from a field where %s, and leaves nothing behind', async (_, writeText) => {
  offerClipboard(writeText);
  const selected = offerSelection(true);
  await copyText('a link');
  expect(selected).toEqual(['a link']);
  expect(document.querySelector('textarea')).toBeNull();
});

it.each([
  [undefined, /this page has no clipboard/],
  [() => Promise.reject(new Error('denied')), /denied/],
])('names what was to be copied where nothing can be', async (writeText, message) => {
  offerClipboard(writeText);
  offerSelection(false);
  const refused = copyText('https://ganvas.test/#/train?seed=1');
  await expect(refused).rejects.toThrow(ClipboardError);
  await expect(refused).rejects.toMatchObject({
    message: expect.stringMatching(message) as unknown,
    hint: expect.stringContaining('https://ganvas.test/#/train?seed=1') as unknown,
  });
});
