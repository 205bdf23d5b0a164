// Routes from the list of places. The hash carries place and configuration, so the build works from any folder of any server.
import { createRouter, createWebHashHistory, type RouteLocation, type Router } from 'vue-router';
import { plainHash } from '../core/plainHash';
import { parsedQuery } from './parsedQuery';
import { placeMeant } from './placeMeant';
import { wordsReady } from '../i18n/language';
import { PLACES, type Place } from '../places';
import { useNoticesStore } from '../stores/noticesStore';
import { words } from './words';
// The place where the page opens comes in the first file, not after it.
import '../features/train/TrainPage.vue';

const START = PLACES[0];

/** The kiosk is a page of its own, small enough for a board; a link to it may still come here. */
function leaveForKiosk({ query }: RouteLocation): false {
  const panel = query.panel === 'device' ? '?panel=device' : '';
  location.assign(`./kiosk/${panel}`);
  return false;
}

/** The place that a path meant that is none, with what stands behind it; where the page opens if none is near. */
function meantPlace({ path, fullPath, query }: RouteLocation) {
  const plain = plainHash(`#${fullPath}`).slice(1);
  if (plain !== fullPath) return plain;
  return { path: placeMeant(path), query };
}

/** Says that a place was not found, and which was opened. */
function sayWhereItLed({ path, redirectedFrom }: RouteLocation): void {
  const asked = redirectedFrom && plainHash(`#${redirectedFrom.fullPath}`).slice(1).split('?', 1)[0];
  if (!asked || asked === '/' || asked.toLowerCase().replace(/\/$/, '') === path) return;
  if (PLACES.some((one) => one.path === asked)) return; // a place, and why it was not opened was said
  const place = words(`places.${PLACES.find((one) => one.path === path)?.name ?? START.name}`);
  useNoticesStore().say(
    words('notices.noPlace'),
    words('notices.noPlaceWhy', { asked: asked.slice(0, 60), place }),
    words('notices.noPlaceHint'),
  );
}

export function createPlaces(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    parseQuery: parsedQuery,
    // A place has one path: what others ask it for compares with that.
    sensitive: true,
    strict: true,
    routes: [
      { path: '/', redirect: (to) => ({ path: START.path, query: to.query }) },
      ...PLACES.map(({ path, name, page, ownKeys = false }: Place) => ({
        path,
        component: page,
        meta: { place: name, title: () => words(`places.${name}`), ownKeys },
      })),
      { path: '/kiosk', component: START.page, beforeEnter: leaveForKiosk },
      { path: '/:rest(.*)*', redirect: meantPlace },
    ],
    scrollBehavior: (_to, from) => (from.path === _to.path ? false : { top: 0 }),
  });
  // A place brings words of its own; those that cannot be fetched stay English.
  router.beforeResolve(async () => void (await wordsReady()));
  router.afterEach(sayWhereItLed);
  return router;
}
