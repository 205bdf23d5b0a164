// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { GivenFiles } from './givenFiles';
import { nextTick } from 'vue';
import { mounted } from '../../testing/mounted';
import FileDrop from './FileDrop.vue';

const file = (name: string): File => new File(['bytes'], name);

function drop(props: Readonly<Record<string, unknown>> = {}) {
  const given: string[][] = [];
  const page = mounted(FileDrop, () => ({
    label: 'Open a run',
    accepts: ['.zip', '.json'],
    onFiles: ({ files }: GivenFiles) => given.push(files.map(({ name }) => name)),
    ...props,
  }));
  return { given, page, input: page.find<HTMLInputElement>('input[type=file]') };
}

/** What a browser tells of files that hang over a place or fall on it. */
const dragEvent = (kind: string, files: readonly File[]): Event =>
  Object.assign(new Event(kind, { cancelable: true }), { dataTransfer: { files } });

it('says what it takes, in words and to the picker', () => {
  const { page, input } = drop();
  expect(page.root.textContent).toContain('drop them here: .zip, .json');
  expect(input.accept).toBe('.zip,.json');
  expect(input.multiple).toBe(false);
  expect(drop({ multiple: true }).input.multiple).toBe(true);
});

it('gives what is dropped, and keeps the browser from opening it', async () => {
  const { given, page } = drop();
  const place = page.find('.drop');
  place.dispatchEvent(dragEvent('dragover', []));
  await nextTick();
  expect(place.classList).toContain('over');
  const fallen = dragEvent('drop', [file('a.zip'), file('b.zip')]);
  place.dispatchEvent(fallen);
  await nextTick();
  expect(fallen.defaultPrevented).toBe(true);
  expect(place.classList).not.toContain('over');
  await vi.waitFor(() => expect(given).toEqual([['a.zip', 'b.zip']]));
});

it('offers a picker for folders where they are wanted', () => {
  expect(drop().page.root.querySelector('[webkitdirectory]')).toBeNull();
  const { page } = drop({ folders: true });
  expect(page.find('[webkitdirectory]')).toBeTruthy();
  expect(page.button('Choose a folder')).toBeTruthy();
  expect(page.root.textContent).toContain('drop them or a folder here');
});

it('can be cancelled where its owner can, and takes the same file again', async () => {
  const cancelled = vi.fn();
  const { page } = drop({ busy: 'Reading', cancellable: true, onCancel: cancelled });
  await page.click('Cancel');
  expect(cancelled).toHaveBeenCalledOnce();
});

it('gives nothing when nothing was chosen', async () => {
  const { given, page, input } = drop();
  input.dispatchEvent(new Event('change'));
  page.find('.drop').dispatchEvent(dragEvent('drop', []));
  await new Promise((resolve) => setTimeout(resolve));
  expect(given).toEqual([]);
});

it('says what it is busy with, and offers no button meanwhile', () => {
  const { page } = drop({ busy: 'Reading run.zip' });
  expect(page.find('[role=status]').textContent).toBe('Reading run.zip');
  expect(page.root.querySelector('button')).toBeNull();
});
