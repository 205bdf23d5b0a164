// The person's own files: an IDX file trains, a truncated one is refused with what was expected and what came.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { idxFile, idxImages } from '../support/idxFiles';
import { press } from '../support/keyboard';
import { expect, test } from '../support/stories';

const IMAGES = 64;
const OWN_FILES = 'dataset=mnist&model=dcgan-light&batch=8&steps=6&measureEvery=0&backend=wasm&threads=1';

test('a truncated IDX file and one of another kind are refused with what came; a whole one trains', async ({
  page,
  train,
}) => {
  await train.open(OWN_FILES);
  const whole = idxImages(IMAGES);
  const lacking = 1000;
  await train.chooseFiles(idxFile('cut-idx3-ubyte', whole.subarray(0, whole.length - lacking)));
  await expect(train.alert).toContainText('cut-idx3-ubyte');
  await expect(train.alert).toContainText(String(whole.length));
  await expect(train.alert).toContainText(String(whole.length - lacking));
  await train.closeNotices();
  await train.chooseFiles(idxFile('letter.idx', Buffer.from('Dear reader, this is no data set.')));
  await expect(train.alert).toContainText('letter.idx');
  await train.closeNotices();

  const chooser = page.waitForEvent('filechooser');
  await press(page, page.getByRole('button', { name: /your (own )?files/i }));
  await (await chooser).setFiles(idxFile('mine-idx3-ubyte.gz', whole));
  await expect(page.getByText(new RegExp(`${IMAGES} train images of your own`))).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Train', exact: true }));
  await train.hasStatus('done');
  await expect(train.alert).toHaveCount(0);
});

test('a folder of pictures trains by its sub-folders, and says of every other file why it is left out', async ({
  page,
  train,
}) => {
  const folder = test.info().outputPath('set');
  const png = Buffer.from(
    // 1 x 1, black
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  );
  for (const [name, bytes] of [
    ['cats/1.png', png],
    ['cats/deep/2.png', png],
    ['dogs/3.png', png],
    ['dogs/cut.png', png.subarray(0, 40)],
    ['dogs/notes.txt', Buffer.from('x')],
  ] as const) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  await train.open('dataset=image-folder&dataset.side=16&model=dcgan-light&batch=2&steps=4');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder);
  await expect(page.getByText('3 images in 3 classes (cats, deep, dogs) are ready')).toBeVisible();
  await page.getByText('2 files were not taken').click();
  const list = page.getByRole('list', { name: 'Files that were not taken' });
  await expect(list.getByRole('listitem')).toHaveText([
    /cut\.png.*cannot be decoded/,
    /notes\.txt.*no kind of picture/,
  ]);
});

test('pictures in colour come with the light model for colour, and a link that names another is offered it', async ({
  page,
  train,
}) => {
  const model = page.getByLabel('Model', { exact: true });
  const offer = page.getByRole('button', { name: 'Choose DCGAN, light, for colour' });
  await train.open();
  await page.getByLabel('Data set', { exact: true }).selectOption({ label: 'My images' });
  await expect(model).toHaveValue('dcgan-colour');
  await expect(offer).toBeHidden();
  await train.open('dataset=image-folder&model=dcgan-light&steps=100&batch=64');
  await expect(model).toHaveValue('dcgan-light');
  await offer.click();
  await expect(model).toHaveValue('dcgan-colour');
  await expect(page.getByText('Ready for 100 steps')).toBeVisible();
  await expect(offer).toBeHidden();
});
