// Chart.js as this page uses it: lines with a pale raw and a strong smoothed form, and one cursor. No Vue; what is
// drawn comes from lines.ts, colours from the style sheet.
import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type Plugin,
} from 'chart.js';
import { decimalSign } from '../../i18n/language';
import type { LineHue } from './define';
import type { Point } from './lines';
import { axisNumber } from './svgParts';
import { softwarePen } from '../softwarePen';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

export interface DrawnLine {
  readonly role: LineHue;
  readonly dash: readonly number[];
  /** Whether each point is marked: few points that stand for themselves. */
  readonly marked: boolean;
  readonly raw: readonly Point[];
  readonly smoothed: readonly Point[];
}

export interface ChartOptions {
  readonly percent: boolean;
  readonly logarithmic: boolean;
  /** Label of the left end, which names the axis: `step 0`. */
  readonly xZero: string;
  readonly xSuffix: string;
}

export interface LineChart {
  /** Axes and colours; again after the theme has changed. */
  configure(options: ChartOptions): void;
  /** @param to the axis reaches to this at least, so that charts of one run end at the same place */
  draw(lines: readonly DrawnLine[], to: number): void;
  /** Shows the cursor at a value of x, or hides it. */
  cursor(x: number | null): void;
  /** Value of x under a pixel of the canvas, null outside of the plot. */
  valueAt(pixelX: number): number | null;
  destroy(): void;
}

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const shortNumber = (value: number | string): string => axisNumber(Number(value), decimalSign());

function datasets(lines: readonly DrawnLine[]): ChartDataset<'line', Point[]>[] {
  const common = { pointRadius: 0, tension: 0, borderJoinStyle: 'round' } as const;
  const pale = lines.map((line) => ({
    ...common,
    data: [...line.raw],
    borderColor: token(`--${line.role}-pale`),
    borderWidth: 1,
  }));
  const strong = lines.map((line) => ({
    ...common,
    data: [...line.smoothed],
    borderColor: token(`--${line.role}`),
    borderWidth: Number(token('--chart-line')),
    borderDash: [...line.dash],
    pointRadius: line.marked ? 2.5 : 0,
    pointBackgroundColor: token(`--${line.role}`),
    pointBorderWidth: 0,
  }));
  return [...pale, ...strong];
}

export function createLineChart(canvas: HTMLCanvasElement): LineChart {
  softwarePen(canvas); // which the chart then takes for its own
  let cursorX: number | null = null;
  const cursorLine: Plugin<'line'> = {
    id: 'cursorLine',
    afterDatasetsDraw(chart) {
      const { x } = chart.scales;
      if (cursorX === null || cursorX < x.min || cursorX > x.max) return;
      const at = Math.round(x.getPixelForValue(cursorX)) + 0.5;
      chart.ctx.save();
      chart.ctx.strokeStyle = token('--text-quiet');
      chart.ctx.lineWidth = 1;
      chart.ctx.beginPath();
      chart.ctx.moveTo(at, chart.chartArea.top);
      chart.ctx.lineTo(at, chart.chartArea.bottom);
      chart.ctx.stroke();
      chart.ctx.restore();
    },
  };
  const chart = new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: [] },
    plugins: [cursorLine],
    options: {
      animation: false,
      parsing: false,
      normalized: true,
      events: [],
      maintainAspectRatio: false,
      responsive: true,
      resizeDelay: 60,
      layout: { padding: { top: 4, right: 6 } },
      scales: {
        x: { type: 'linear', bounds: 'data' },
        y: { type: 'linear' },
      },
    },
  });

  let shape = '';
  return {
    configure({ percent, logarithmic, xZero, xSuffix }) {
      const size = Number.parseFloat(token('--small')) - 1;
      const quiet = { color: token('--text-quiet'), font: { size }, maxRotation: 0 };
      const line = token('--line');
      const xLabel = (value: number | string) =>
        Number(value) === 0 ? xZero : `${shortNumber(value)}${xSuffix}`;
      chart.options.scales = {
        x: {
          type: 'linear',
          bounds: 'ticks',
          min: 0,
          grid: { display: false },
          border: { color: line },
          ticks: { ...quiet, maxTicksLimit: 8, includeBounds: false, callback: xLabel },
        },
        y: {
          type: logarithmic ? 'logarithmic' : 'linear',
          grid: { color: line, tickColor: 'transparent' },
          border: { display: false },
          ...(percent ? { min: 0, max: 1 } : {}),
          ticks: {
            ...quiet,
            maxTicksLimit: 5,
            callback: (value) => (percent ? `${Math.round(Number(value) * 100)} %` : shortNumber(value)),
          },
        },
      };
      shape = '';
    },
    draw(lines, to) {
      const wanted = lines.map((line) => `${line.role}${line.marked}`).join();
      if (shape !== wanted) chart.data.datasets = datasets(lines);
      shape = wanted;
      const points = [...lines.map((line) => line.raw), ...lines.map((line) => line.smoothed)];
      points.forEach((list, i) => (chart.data.datasets[i].data = [...list]));
      const x = chart.options.scales?.x;
      if (x) x.max = Math.max(to, ...lines.map((line) => line.raw.at(-1)?.x ?? 0));
      chart.update('none');
    },
    cursor(x) {
      if (x === cursorX) return;
      cursorX = x;
      chart.draw();
    },
    valueAt(pixelX) {
      const { left, right } = chart.chartArea;
      if (pixelX < left - 8 || pixelX > right + 8) return null;
      return chart.scales.x.getValueForPixel(Math.min(right, Math.max(left, pixelX))) ?? null;
    },
    destroy() {
      chart.destroy();
      // A change of size that waits (resizeDelay) comes after the end, and would look for the canvas.
      chart.update = () => undefined;
    },
  };
}
