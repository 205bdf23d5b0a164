// @vitest-environment happy-dom
// A lesson's run in a page that a link locked: with the link's settings it would be another one.
import { expect, it } from 'vitest';
import { OPEN_LOCK } from '../../../core/pageLock/define';
import { useEngineStore } from '../../../stores/engineStore';
import { useLockStore } from '../../../stores/lockStore';
import { useNoticesStore } from '../../../stores/noticesStore';
import { useRunStore } from '../../../stores/runStore';
import { withStores } from '../../../testing/withStores';
import { useLessonRun } from './useLessonRun';

const LESSON = { batch: 16, steps: 40 };

it('is not trained where the lock holds other settings, and is where it holds the same', async () => {
  const { run: within, client } = withStores();
  await client.ready();
  const stores = within(() => ({
    lesson: useLessonRun(() => LESSON),
    ...{ lock: useLockStore(), notices: useNoticesStore(), run: useRunStore(), engine: useEngineStore() },
  }));
  await stores.engine.open('auto', 0);
  stores.lock.take({ ...OPEN_LOCK, rights: { batch: 'fix' } }, { batch: 8 });
  await stores.lesson.train();
  await stores.lesson.step();
  expect(stores.run.run).toBeNull();
  expect(stores.notices.list.at(-1)?.title).toBe('The lesson has other settings than the lesson link');

  stores.lock.take({ ...OPEN_LOCK, rights: { batch: 'fix' } }, { batch: 16 });
  await stores.lesson.step();
  expect(stores.run.config).toMatchObject(LESSON);
  expect(stores.lesson.isOpen.value).toBe(true);
});
