// The person's own files: an IDX file trains, a truncated one is refused with what was expected and what came.
import { idxFile, idxImages } from '../support/idxFiles';
import { expect, test } from '../support/stories';

const IMAGES = 64;
const OWN_FILES = 'dataset=mnist&model=dcgan-light&batch=8&steps=6';

test('an IDX file of my own trains', async ({ page, train }) => {
  await train.open(OWN_FILES);
  await train.chooseFiles(idxFile('mine-idx3-ubyte.gz', idxImages(IMAGES)));
  await expect(page.getByText(new RegExp(`${IMAGES} train images of your own`))).toBeVisible();
  await train.press('Train');
  await train.hasStatus('done');
  await expect(train.alert).toHaveCount(0);
});

test('a truncated IDX file is refused and says what was expected and what came', async ({ train }) => {
  await train.open(OWN_FILES);
  const whole = idxImages(IMAGES);
  const lacking = 1000;
  await train.chooseFiles(idxFile('cut-idx3-ubyte', whole.subarray(0, whole.length - lacking)));
  await expect(train.alert).toContainText('cut-idx3-ubyte');
  await expect(train.alert).toContainText(String(whole.length));
  await expect(train.alert).toContainText(String(whole.length - lacking));
});

test('a file of another kind is refused', async ({ train }) => {
  await train.open(OWN_FILES);
  await train.chooseFiles(idxFile('letter.idx', Buffer.from('Dear reader, this is no data set.')));
  await expect(train.alert).toContainText('letter.idx');
});
