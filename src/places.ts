// The places of the page, one line each: routes, navigation and the stories that look at every place are made from this
// list. A new place is a folder under src/features and a line here. Holds no markup, so that tests outside Vite read it too.
import type { Component } from 'vue';

/** What the stories check at a place, light and dark, at three widths. */
export type PlaceCheck = 'accessible' | 'fits the width';

export interface Place {
  readonly path: `/${string}`;
  /** In the navigation, in the window's title and as the name that tests use. */
  readonly title: string;
  readonly page: () => Promise<{ readonly default: Component }>;
  /** Whether the navigation leads there; a place that it does not name is reached by its address. */
  readonly inNavigation: boolean;
  /** Whether space and full stop belong to runs of the place's own, not to the open run. */
  readonly ownKeys?: boolean;
  readonly checks: readonly PlaceCheck[];
}

const ALL_CHECKS: readonly PlaceCheck[] = ['accessible', 'fits the width'];
const shown = { inNavigation: true, checks: ALL_CHECKS } as const;
const hidden = { inNavigation: false, checks: ALL_CHECKS } as const;

/** In the order of the navigation. The first one is where the page opens. */
export const PLACES = [
  { path: '/train', title: 'Train', page: () => import('./features/train/TrainPage.vue'), ...shown },
  {
    path: '/translate',
    title: 'Translate',
    page: () => import('./features/translate/TranslatePage.vue'),
    ...shown,
  },
  { path: '/judge', title: 'Judge', page: () => import('./features/judge/JudgePage.vue'), ...shown },
  { path: '/lab', title: 'Lab', page: () => import('./features/lab/LabPage.vue'), ...shown, ownKeys: true },
  { path: '/use', title: 'Use', page: () => import('./features/use/UsePage.vue'), ...shown },
  { path: '/export', title: 'Export', page: () => import('./app/ExportPlace.vue'), ...shown },
  { path: '/runs', title: 'Runs', page: () => import('./features/runs/RunsPage.vue'), ...shown },
  { path: '/about', title: 'About', page: () => import('./features/about/AboutPage.vue'), ...shown },
  {
    path: '/components',
    title: 'Components',
    page: () => import('./features/components/ComponentsPage.vue'),
    ...hidden,
  },
] as const satisfies readonly Place[];
