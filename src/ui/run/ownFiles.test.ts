// @vitest-environment happy-dom
// A person's own files: what the worker is given, what is said afterwards, and what where it refuses.
import { expect, it, vi } from 'vitest';
import { useNoticesStore } from '../../stores/noticesStore';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import type { FakeOptions } from '../../testing/fakeWorker';
import { mounted } from '../../testing/mounted';
import { withStores } from '../../testing/withStores';
import DatasetFiles from './DatasetFiles.vue';
import EncoderFiles from './EncoderFiles.vue';

const SLOTS = [
  { folder: 'content', label: 'Pictures to be painted' },
  { folder: 'style', label: 'Pictures of the style' },
];
const [DIGITS] = FAKE_CATALOGUE.datasets;

function page(
  component: typeof DatasetFiles | typeof EncoderFiles,
  props: object,
  options: FakeOptions = {},
) {
  const { run, workers, install } = withStores(() => options);
  const provided = vi.fn();
  const shown = mounted(component, () => ({ ...props, onProvided: provided }), install);
  const asked = () => workers[0].received.filter(({ kind }) => kind.endsWith('/provide'));
  const fall = (place: Element, ...names: readonly string[]): void => {
    const files = names.map((name) => new File(['bytes'], name));
    const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } });
    place.dispatchEvent(event);
  };
  return { ...shown, asked, fall, provided, notices: run(() => useNoticesStore()) };
}
const said = ({ list }: ReturnType<typeof useNoticesStore>) =>
  list.map(({ title, message }) => [title, message]);

it('weights of a feature network go to the worker under its name, and what came of them is said', async () => {
  const { find, fall, asked, notices } = page(EncoderFiles, {
    encoder: 'vgg16',
    label: 'VGG16',
    accepts: ['.h5'],
  });
  expect(find<HTMLInputElement>('input[type=file]').accept).toBe('.h5');
  fall(find('.drop'), 'vgg.h5');
  await vi.waitFor(() => expect(notices.list).toHaveLength(1));
  expect(asked()[0]).toMatchObject({
    kind: 'encoder/provide',
    payload: { encoder: 'vgg16', files: [{ name: 'vgg.h5' }] },
  });
  expect(said(notices)).toEqual([['VGG16', 'The weights of 16 layers are ready.']]);
});

it('weights that are refused are said with the way out, and can be given again', async () => {
  const { find, fall, asked, notices } = page(
    EncoderFiles,
    { encoder: 'vgg16', label: 'VGG16', accepts: ['.h5'] },
    { failing: ['encoder/provide'] },
  );
  for (const times of [1, 2]) {
    fall(find('.drop'), 'other.h5');
    await vi.waitFor(() => expect(asked()).toHaveLength(times));
    await vi.waitFor(() => expect(find<HTMLInputElement>('input[type=file]').disabled).toBe(false));
  }
  expect(notices.list.at(-1)).toMatchObject({ tone: 'error', hint: 'This is a test.' });
});

it('each slot of a data set is given by itself, its files under its folder', async () => {
  const { root, fall, asked, provided, notices } = page(DatasetFiles, {
    dataset: { ...DIGITS, label: 'Content and style', accepts: ['.png', '.jpg'], slots: SLOTS },
  });
  const places = [...root.querySelectorAll('.drop')];
  expect(places.map(({ textContent }) => SLOTS.map(({ label }) => textContent.includes(label)))).toEqual([
    [true, false],
    [false, true],
  ]);
  // One picture has a slot; two have not.
  expect(
    [...root.querySelectorAll<HTMLInputElement>('input[type=file]')].map(({ multiple }) => multiple),
  ).toEqual([false, false]);
  fall(places[1], 'wave.png');
  await vi.waitFor(() => expect(provided).toHaveBeenCalledOnce());
  expect(asked()[0]).toMatchObject({
    kind: 'dataset/provide',
    payload: { dataset: DIGITS.id, files: [{ name: 'style/wave.png' }] },
  });
  expect(said(notices)).toEqual([['Content and style', '1 files are kept on this device.']]);
});

it('a data set without slots takes many files at once, as they are named', async () => {
  const { root, find, fall, asked, provided } = page(DatasetFiles, {
    dataset: { ...DIGITS, accepts: ['.png', '.zip'], origin: 'files' },
  });
  expect(root.querySelectorAll('.drop')).toHaveLength(1);
  expect(find<HTMLInputElement>('input[type=file]').multiple).toBe(true);
  expect(root.querySelector('[webkitdirectory]')).not.toBeNull();
  fall(find('.drop'), 'a.png', 'b.png');
  await vi.waitFor(() => expect(provided).toHaveBeenCalledOnce());
  expect(asked()[0]).toMatchObject({ payload: { files: [{ name: 'a.png' }, { name: 'b.png' }] } });
});

it('what the worker refuses is said, and nothing counts as provided', async () => {
  const { find, fall, provided, notices } = page(
    DatasetFiles,
    { dataset: { ...DIGITS, accepts: ['.gz'] } },
    { failing: ['dataset/provide'] },
  );
  fall(find('.drop'), 'train.gz');
  await vi.waitFor(() => expect(notices.list).toHaveLength(1));
  expect(notices.list[0].tone).toBe('error');
  expect(provided).not.toHaveBeenCalled();
});
