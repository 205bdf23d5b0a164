// Routes from the list of places. The hash carries place and configuration, so the build works from any folder of any server.
import { createRouter, createWebHashHistory, type RouteLocation, type Router } from 'vue-router';
import { wordsReady } from '../i18n/language';
import { PLACES, type Place } from '../places';
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

export function createPlaces(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: (to) => ({ path: START.path, query: to.query }) },
      ...PLACES.map(({ path, name, page, ownKeys = false }: Place) => ({
        path,
        component: page,
        meta: { place: name, title: () => words(`places.${name}`), ownKeys },
      })),
      { path: '/kiosk', component: START.page, beforeEnter: leaveForKiosk },
      { path: '/:rest(.*)*', redirect: START.path },
    ],
    scrollBehavior: (_to, from) => (from.path === _to.path ? false : { top: 0 }),
  });
  // A place brings words of its own; those that cannot be fetched stay English.
  router.beforeResolve(async () => void (await wordsReady()));
  return router;
}
