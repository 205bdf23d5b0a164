// A chart as an SVG picture for a report: title, legend, axes and lines, on a ground of its own. Pure; the same lines that the
// page shows (lines.ts), in colours that are given, so that it looks the same wherever it is opened.
import type { Point } from './lines';
import { axisNumber, escaped, roundScale, roundTicks, type Scale } from './svgParts';

interface SvgLine {
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly marked: boolean;
  readonly raw: readonly Point[];
  readonly smoothed: readonly Point[];
}

export interface ChartPicture {
  readonly title: string;
  /** Below the title: whose run it is. */
  readonly subtitle: string;
  readonly xLabel: string;
  /** Where the horizontal axis ends at least. */
  readonly to: number;
  /** Values are shares 0..1, shown as per cent. */
  readonly percent: boolean;
  readonly logarithmic: boolean;
  /** `.` or `,`, for the numbers of the axes. */
  readonly decimalSign: string;
  readonly lines: readonly SvgLine[];
  readonly colours: Readonly<Record<'ground' | 'text' | 'quiet' | 'grid', string>>;
}

const CHART_WIDTH = 960;
const CHART_HEIGHT = 540;
/** Of the legend. */
const ROW = 24;
/** Of the raw line behind the smoothed one. */
const PALE = 0.32;
const PLOT = { left: 72, right: 936, top: 96, bottom: 484 };

/** Powers of ten from `low` to `high`; with fewer than two, round numbers. */
function logTicks(low: number, high: number): readonly number[] {
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  return to - from < 1
    ? roundTicks(low, high, 4)
    : Array.from({ length: to - from + 1 }, (_, i) => Number((10 ** (from + i)).toPrecision(12)));
}

function yScale({ lines, percent, logarithmic }: ChartPicture): Scale {
  const values = lines
    .flatMap(({ raw, smoothed }) => [...raw, ...smoothed].map(({ y }) => y))
    .filter((y) => Number.isFinite(y) && (!logarithmic || y > 0));
  const span = (of: (y: number) => number, low: number, high: number) => (y: number) =>
    PLOT.bottom - ((of(y) - of(low)) / (of(high) - of(low))) * (PLOT.bottom - PLOT.top);
  if (percent) return { ticks: [0, 0.25, 0.5, 0.75, 1], at: span(Number, 0, 1) };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return { ticks: [], at: () => PLOT.bottom };
  if (logarithmic && most > least) return { ticks: logTicks(least, most), at: span(Math.log10, least, most) };
  return roundScale(least, most, PLOT.bottom, PLOT.top);
}

/** Points joined, broken where there is no value. */
function path(points: readonly Point[], x: Scale, y: Scale): string {
  let pen = 'M';
  return points
    .map((point) => {
      const [left, top] = [x.at(point.x), y.at(point.y)];
      if (!Number.isFinite(left) || !Number.isFinite(top)) {
        pen = 'M';
        return '';
      }
      const drawn = `${pen}${left.toFixed(1)} ${top.toFixed(1)}`;
      pen = 'L';
      return drawn;
    })
    .join('');
}

/** In as many rows as its names need; what is drawn below begins that much lower. */
function legend({ lines, colours }: ChartPicture): { readonly drawn: string; readonly lower: number } {
  let left = PLOT.left;
  let row = 0;
  const drawn = lines.map(({ label, colour, dash }) => {
    const width = 52 + 8.2 * label.length;
    if (left > PLOT.left && left + width > PLOT.right) {
      left = PLOT.left;
      row++;
    }
    const [from, y] = [left, 76 + row * ROW];
    left += width;
    return (
      `<line x1="${from}" y1="${y}" x2="${from + 26}" y2="${y}" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash.join(' ')}"/>` +
      `<text x="${from + 34}" y="${y + 5}" fill="${colours.text}">${escaped(label)}</text>`
    );
  });
  return { drawn: drawn.join(''), lower: row * ROW };
}

/** The whole file. */
export function chartSvg(picture: ChartPicture): string {
  const { title, subtitle, xLabel, to, percent, decimalSign, lines, colours } = picture;
  const { left, right, bottom } = PLOT;
  const end = Math.max(to, ...lines.map(({ raw }) => raw.at(-1)?.x ?? 0)) || 1;
  const x: Scale = { ticks: roundTicks(0, end, 8), at: (value) => left + (value / end) * (right - left) };
  const y = yScale(picture);
  const rows = y.ticks.map((tick) => {
    const top = y.at(tick).toFixed(1);
    const label = percent ? `${Math.round(100 * tick)} %` : axisNumber(tick, decimalSign);
    return `<path d="M${left} ${top}H${right}" stroke="${colours.grid}"/><text x="${left - 10}" y="${Number(top) + 5}" text-anchor="end" fill="${colours.quiet}">${label}</text>`;
  });
  const columns = x.ticks.map(
    (tick) =>
      `<text x="${x.at(tick).toFixed(1)}" y="${bottom + 22}" text-anchor="middle" fill="${colours.quiet}">${axisNumber(tick, decimalSign)}</text>`,
  );
  const drawn = lines.map(({ raw, smoothed, colour, dash, marked }) => {
    const dots = marked
      ? smoothed
          .filter((point) => Number.isFinite(y.at(point.y)))
          .map(
            (p) =>
              `<circle cx="${x.at(p.x).toFixed(1)}" cy="${y.at(p.y).toFixed(1)}" r="4" fill="${colour}"/>`,
          )
      : [];
    return (
      `<path d="${path(raw, x, y)}" stroke="${colour}" stroke-opacity="${PALE}" fill="none"/>` +
      `<path d="${path(smoothed, x, y)}" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash.join(' ')}" fill="none" stroke-linejoin="round"/>` +
      dots.join('')
    );
  });
  const names = legend(picture);
  const height = CHART_HEIGHT + names.lower;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CHART_WIDTH}" height="${height}" viewBox="0 0 ${CHART_WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="15">`,
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    `<text x="${left}" y="34" font-size="20" font-weight="600" fill="${colours.text}">${escaped(title)}</text>`,
    `<text x="${left}" y="56" fill="${colours.quiet}">${escaped(subtitle)}</text>`,
    names.drawn,
    `<g transform="translate(0 ${names.lower})">`,
    ...[...rows, ...columns, ...drawn],
    `<text x="${right}" y="${bottom + 46}" text-anchor="end" fill="${colours.quiet}">${escaped(xLabel)}</text>`,
    '</g></svg>\n',
  ].join('\n');
}
