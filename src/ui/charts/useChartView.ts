// What the charts of one page and its timeline share: the cursor and the unit of the horizontal axis.
import { inject, provide, ref, shallowRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';

export type XAxis = 'step' | 'time';

export interface ChartView {
  readonly xAxis: Ref<XAxis>;
  /** Step under the pointer on any chart, or of the frame that the timeline shows; null without one. */
  readonly cursorStep: ShallowRef<number | null>;
  /** Step of the earlier frame that the timeline shows: every figure is then of that moment. Null follows the latest. */
  readonly shownStep: ShallowRef<number | null>;
  /** Step that a click on a chart asked the timeline for. */
  readonly pickedStep: ShallowRef<number | null>;
}

const KEY: InjectionKey<ChartView> = Symbol('chart view');

export function provideChartView(): ChartView {
  const view: ChartView = {
    xAxis: ref<XAxis>('step'),
    cursorStep: shallowRef(null),
    shownStep: shallowRef(null),
    pickedStep: shallowRef(null),
  };
  provide(KEY, view);
  return view;
}

export function useChartView(): ChartView {
  const view = inject(KEY);
  if (!view) throw new TypeError('No chart view was provided by the page');
  return view;
}
