// The places of the page. The hash carries place and configuration, so the build works from any folder of any server.
import { createRouter, createWebHashHistory, type RouteLocation, type Router } from 'vue-router';
import TrainPage from '../features/train/TrainPage.vue';

/** The kiosk is a page of its own, small enough for a board; a link to it may still come here. */
function leaveForKiosk({ query }: RouteLocation): false {
  const panel = query.panel === 'device' ? '?panel=device' : '';
  location.assign(`./kiosk/${panel}`);
  return false;
}

export function createPlaces(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: (to) => ({ path: '/train', query: to.query }) },
      { path: '/train', component: TrainPage, meta: { title: 'Train' } },
      {
        path: '/judge',
        component: () => import('../features/judge/JudgePage.vue'),
        meta: { title: 'Judge' },
      },
      { path: '/use', component: () => import('../features/use/UsePage.vue'), meta: { title: 'Use' } },
      { path: '/export', component: () => import('./ExportPlace.vue'), meta: { title: 'Export' } },
      {
        path: '/lab',
        component: () => import('../features/lab/LabPage.vue'),
        meta: { title: 'Lab', ownKeys: true },
      },
      { path: '/runs', component: () => import('../features/runs/RunsPage.vue'), meta: { title: 'Runs' } },
      {
        path: '/about',
        component: () => import('../features/about/AboutPage.vue'),
        meta: { title: 'About' },
      },
      { path: '/kiosk', component: TrainPage, beforeEnter: leaveForKiosk },
      { path: '/:rest(.*)*', redirect: '/train' },
    ],
    scrollBehavior: (_to, from) => (from.path === _to.path ? false : { top: 0 }),
  });
}
