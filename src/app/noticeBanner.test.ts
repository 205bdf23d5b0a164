// @vitest-environment happy-dom
// Where notices stand: in the page, and those that come while a dialog lies over it in that.
import { expect, it } from 'vitest';
import { createApp, nextTick } from 'vue';
import { useNoticesStore } from '../stores/noticesStore';
import { withStores } from '../testing/withStores';
import NoticeBanner from './NoticeBanner.vue';

it('stands in the dialog that is open when it comes, and in the page again once that is closed', async () => {
  const { run, install } = withStores();
  const notices = run(useNoticesStore);
  const page = document.createElement('main');
  const [under, over] = [document.createElement('dialog'), document.createElement('dialog')];
  document.body.append(page, under, over);
  const app = createApp(NoticeBanner);
  install(app);
  app.mount(page);
  const said = (): readonly string[][] =>
    [page, under, over].map((place) =>
      [...place.querySelectorAll('strong')].map(({ textContent }) => textContent.trim()),
    );
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await nextTick();
  };

  notices.say('Before', 'the dialog.');
  await settled();
  under.setAttribute('open', '');
  await settled();
  // A region that was there before its words is what screen readers speak.
  expect(under.querySelector('[aria-live]')).not.toBeNull();
  notices.report(new Error('the broken file'));
  await settled();
  expect(said().map(({ length }) => length)).toEqual([1, 1, 0]);
  over.setAttribute('open', '');
  await settled();
  expect(said().map(({ length }) => length)).toEqual([1, 0, 1]);
  over.removeAttribute('open');
  under.removeAttribute('open');
  await settled();
  expect(said().map(({ length }) => length)).toEqual([2, 0, 0]);
  app.unmount();
});
