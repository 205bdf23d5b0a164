// The drawn chart of a canvas. What draws it is fetched when the first chart has something to show, so that opening the page
// does not wait for it; what is drawn, and how, is the component's.
import { onBeforeUnmount, onMounted, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { LineChart } from './lineChart';

/**
 * @param wanted whether there is something to show
 * @param onReady draws it for the first time
 * @returns null until then
 */
export function useLineChart(
  canvas: Readonly<Ref<HTMLCanvasElement | null>>,
  wanted: () => boolean,
  onReady: () => void,
): Readonly<ShallowRef<LineChart | null>> {
  const chart = shallowRef<LineChart | null>(null);
  let isGone = false;

  async function open(): Promise<void> {
    const { createLineChart } = await import('./lineChart');
    if (isGone || chart.value || !canvas.value) return;
    chart.value = createLineChart(canvas.value);
    onReady();
  }

  onMounted(() => {
    if (wanted()) void open();
  });
  watch(wanted, (now) => now && !chart.value && void open(), { flush: 'post' });
  onBeforeUnmount(() => {
    isGone = true;
    chart.value?.destroy();
  });
  return chart;
}
