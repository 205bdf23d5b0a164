// The places of the page, one line each: routes, navigation and the stories that look at every place are made from this
// list. A new place is a folder under src/features and a line here. Holds no markup, so that tests outside Vite read it too.
import type { Component } from 'vue';
import type english from './app/words/en';

/** What the stories check at a place, light and dark, at three widths. */
export type PlaceCheck = 'accessible' | 'fits the width';

export interface Place {
  readonly path: `/${string}`;
  /** Key of what it is called (`places` of src/app/words), and the name that tests use. */
  readonly name: keyof (typeof english)['places'];
  readonly page: () => Promise<{ readonly default: Component }>;
  /** Whether the navigation leads there; a place that it does not name is reached by its address. */
  readonly inNavigation: boolean;
  /** Of one that it does not name: the place that it marks while this one is shown. */
  readonly under?: `/${string}`;
  /** Whether space and full stop belong to runs of the place's own, not to the open run. */
  readonly ownKeys?: boolean;
  readonly checks: readonly PlaceCheck[];
}

const ALL_CHECKS: readonly PlaceCheck[] = ['accessible', 'fits the width'];
const shown = { inNavigation: true, checks: ALL_CHECKS } as const;
const hidden = { inNavigation: false, checks: ALL_CHECKS } as const;

/** In the order of the navigation. The first one is where the page opens. */
export const PLACES = [
  { path: '/train', name: 'train', page: () => import('./features/train/TrainPage.vue'), ...shown },
  {
    path: '/translate',
    name: 'translate',
    page: () => import('./features/translate/TranslatePage.vue'),
    ...shown,
  },
  { path: '/judge', name: 'judge', page: () => import('./features/judge/JudgePage.vue'), ...shown },
  { path: '/lab', name: 'lab', page: () => import('./features/lab/LabPage.vue'), ...shown, ownKeys: true },
  { path: '/inside', name: 'inside', page: () => import('./app/InsidePlace.vue'), ...shown },
  { path: '/play', name: 'play', page: () => import('./features/play/PlayPage.vue'), ...shown },
  { path: '/use', name: 'use', page: () => import('./features/use/UsePage.vue'), ...shown },
  { path: '/export', name: 'export', page: () => import('./app/ExportPlace.vue'), ...shown },
  { path: '/runs', name: 'runs', page: () => import('./features/runs/RunsPage.vue'), ...shown },
  { path: '/lessons', name: 'lessons', page: () => import('./features/lessons/LessonsPage.vue'), ...shown },
  { path: '/about', name: 'about', page: () => import('./features/about/AboutPage.vue'), ...shown },
  {
    path: '/slow-motion',
    name: 'slowMotion',
    page: () => import('./app/SlowMotionPlace.vue'),
    under: '/inside',
    ...hidden,
  },
  { path: '/play/draw', name: 'drawDigit', page: () => import('./features/play/DrawPage.vue'), ...hidden },
  {
    path: '/play/generator',
    name: 'beGenerator',
    page: () => import('./features/play/GeneratorPage.vue'),
    ...hidden,
  },
  {
    path: '/compare',
    name: 'compare',
    page: () => import('./features/compare/ComparePage.vue'),
    under: '/runs',
    ...hidden,
  },
  {
    path: '/sweep',
    name: 'sweep',
    page: () => import('./features/compare/sweep/SweepPage.vue'),
    under: '/runs',
    ...hidden,
  },
  {
    path: '/prepare',
    name: 'prepare',
    page: () => import('./features/classLink/PreparePage.vue'),
    ...hidden,
  },
  {
    path: '/components',
    name: 'components',
    page: () => import('./features/components/ComponentsPage.vue'),
    ...hidden,
  },
] as const satisfies readonly Place[];
