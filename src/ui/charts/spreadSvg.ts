// Numbers of several runs for each of some values, as an SVG picture: means joined by lines, bars for their spread, a pale dot for
// each run. Pure; the page shows the picture that leaves as a file, in its own colours and width.
import { axisNumber, escaped, roundScale, type Scale } from './svgParts';

export interface SpreadPoint {
  readonly mean: number;
  /** Ends of the bar. */
  readonly low: number;
  readonly high: number;
  /** Each run's own. */
  readonly numbers: readonly number[];
}

export interface SpreadLine {
  /** Empty where there is but one line. */
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[];
  /** One for each column; null where no run has a number. */
  readonly points: readonly (SpreadPoint | null)[];
}

export interface SpreadPicture {
  /** Null where they stand beside the picture already. */
  readonly title: { readonly name: string; readonly of: string } | null;
  /** What the columns are values of. */
  readonly xLabel: string;
  readonly columns: readonly string[];
  readonly lines: readonly SpreadLine[];
  /** Values are shares 0..1, shown as per cent. */
  readonly percent: boolean;
  /** `.` or `,`, for the numbers of the axes. */
  readonly decimalSign: string;
  /** Pixels. */
  readonly width: number;
  readonly colours: Readonly<Record<'ground' | 'text' | 'quiet' | 'grid', string>>;
}

const LEFT = 64;
const RIGHT = 16;
const TITLE = 68;
const ROW = 24;
/** Below the plot: names of columns, and of what they are. */
const FOOT = 56;
/** Of a letter, about. */
const LETTER = 7.6;
/** Between lines in a column. */
const ASIDE = 12;
const CAP = 5;

const hasNames = ({ lines }: SpreadPicture): boolean => lines.some(({ label }) => label !== '');

/** Names of the lines in as many rows as they need. */
function legend(picture: SpreadPicture, top: number): { readonly drawn: string; readonly height: number } {
  if (!hasNames(picture)) return { drawn: '', height: 0 };
  let [left, row] = [LEFT, 0];
  const drawn = picture.lines.map(({ label, colour, dash }) => {
    const width = 52 + LETTER * label.length;
    if (left > LEFT && left + width > picture.width - RIGHT) [left, row] = [LEFT, row + 1];
    const [from, y] = [left, top + 14 + row * ROW];
    left += width;
    return (
      `<line x1="${from}" y1="${y}" x2="${from + 26}" y2="${y}" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash.join(' ')}"/>` +
      `<text x="${from + 34}" y="${y + 5}" fill="${picture.colours.text}">${escaped(label)}</text>`
    );
  });
  return { drawn: drawn.join(''), height: (row + 1) * ROW + 8 };
}

function scaleOf({ lines, percent }: SpreadPicture, from: number, to: number): Scale {
  if (percent)
    return { ticks: [0, 0.25, 0.5, 0.75, 1], at: (y) => from - Math.min(1, Math.max(0, y)) * (from - to) };
  const points = lines.flatMap((line) => line.points).filter((point) => point !== null);
  const values = points.flatMap(({ low, high, numbers }) => [low, high, ...numbers]).filter(Number.isFinite);
  return values.length > 0
    ? roundScale(Math.min(...values), Math.max(...values), from, to)
    : { ticks: [], at: () => from };
}

function drawnLine({ colour, dash, points }: SpreadLine, x: (column: number) => number, y: Scale): string {
  const at = points.flatMap((point, column) => (point ? [{ point, x: x(column) }] : []));
  const px = (value: number): string => value.toFixed(1);
  const joined = at.map(
    ({ point, x: left }, i) => `${i === 0 ? 'M' : 'L'}${px(left)} ${px(y.at(point.mean))}`,
  );
  const bars = at
    .filter(({ point }) => point.high > point.low)
    .map(({ point, x: left }) => {
      const [low, high] = [px(y.at(point.low)), px(y.at(point.high))];
      const [from, to] = [px(left - CAP), px(left + CAP)];
      return `<path d="M${from} ${low}H${to}M${px(left)} ${low}V${high}M${from} ${high}H${to}" stroke="${colour}" stroke-width="1.5" fill="none"/>`;
    });
  const dot = (left: number, value: number, radius: number, opacity: number): string =>
    `<circle cx="${px(left)}" cy="${px(y.at(value))}" r="${radius}" fill="${colour}" fill-opacity="${opacity}"/>`;
  const dots = at.flatMap(({ point, x: left }) => [
    ...point.numbers.map((value) => dot(left, value, 3, 0.35)),
    dot(left, point.mean, 4.5, 1),
  ]);
  return (
    `<path d="${joined.join('')}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash.join(' ')}" fill="none"/>` +
    [...bars, ...dots].join('')
  );
}

/** The whole picture. */
export function spreadSvg(picture: SpreadPicture): string {
  const { title, xLabel, columns, lines, percent, decimalSign, width, colours } = picture;
  const head = title ? TITLE : 8;
  const names = legend(picture, head);
  const top = head + names.height + 8;
  const bottom = top + Math.max(180, Math.min(360, 0.42 * width));
  const height = bottom + FOOT;
  const right = width - RIGHT;
  const each = (right - LEFT) / Math.max(1, columns.length);
  const y = scaleOf(picture, bottom, top);
  const middle = (column: number): number => LEFT + (column + 0.5) * each;
  const aside = Math.min(ASIDE, (0.7 * each) / Math.max(1, lines.length));
  const rows = y.ticks.map((tick) => {
    const at = y.at(tick).toFixed(1);
    const label = percent ? `${Math.round(100 * tick)} %` : axisNumber(tick, decimalSign);
    return `<path d="M${LEFT} ${at}H${right}" stroke="${colours.grid}"/><text x="${LEFT - 10}" y="${Number(at) + 5}" text-anchor="end" fill="${colours.quiet}">${label}</text>`;
  });
  const fits = Math.max(3, Math.floor(each / LETTER));
  const short = (name: string): string => (name.length > fits ? `${name.slice(0, fits - 1)}…` : name);
  const below = columns.map(
    (name, column) =>
      `<text x="${middle(column).toFixed(1)}" y="${bottom + 22}" text-anchor="middle" fill="${colours.quiet}">${escaped(short(name))}</text>`,
  );
  const drawn = lines.map((line, i) =>
    drawnLine(line, (column) => middle(column) + (i - (lines.length - 1) / 2) * aside, y),
  );
  const heading = title
    ? [
        `<title>${escaped(title.name)}</title>`,
        `<text x="${LEFT}" y="34" font-size="20" font-weight="600" fill="${colours.text}">${escaped(title.name)}</text>`,
        `<text x="${LEFT}" y="56" fill="${colours.quiet}">${escaped(title.of)}</text>`,
      ]
    : [];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="14">`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...heading,
    names.drawn,
    ...[...rows, ...below, ...drawn],
    `<text x="${right}" y="${bottom + 46}" text-anchor="end" fill="${colours.text}">${escaped(xLabel)}</text>`,
    '</svg>\n',
  ].join('\n');
}
