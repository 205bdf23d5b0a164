// A chart as a picture: round ticks, lines where the numbers say, and no text of a run that becomes markup.
import { expect, it } from 'vitest';
import { chartSvg, type ChartPicture } from './chartSvg';
import { roundTicks } from './svgParts';

const picture = (changed: Partial<ChartPicture> = {}): ChartPicture => ({
  title: 'Loss',
  subtitle: 'A run',
  xLabel: 'step',
  to: 100,
  percent: false,
  logarithmic: false,
  decimalSign: '.',
  colours: { ground: '#fff', text: '#000', quiet: '#555', grid: '#ccc' },
  lines: [
    {
      ...{ label: 'Generator', colour: '#c60', dash: [6, 3], marked: false },
      raw: [
        { x: 0, y: 0 },
        { x: 50, y: NaN },
        { x: 100, y: 2 },
      ],
      smoothed: [
        { x: 0, y: 1 },
        { x: 100, y: 2 },
      ],
    },
  ],
  ...changed,
});

it.each([
  [0, 100, 8, [0, 20, 40, 60, 80, 100]],
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.31, 0.74, 5, [0.4, 0.5, 0.6, 0.7]],
  [-3, 3, 4, [-2, 0, 2]],
  [5, 5, 4, [5]],
] as const)('ticks from %d to %d, about %d', (low, high, count, ticks) => {
  expect(roundTicks(low, high, count)).toEqual(ticks);
});

it('draws lines from the lower left to the upper right corner of the plot, broken where a value is missing', () => {
  const svg = chartSvg(picture());
  expect(svg).toContain('M72.0 484.0M936.0 96.0'); // raw: the middle is no number
  expect(svg).toContain('M72.0 290.0L936.0 96.0');
  expect(svg).toContain('stroke-dasharray="6 3"');
});

it('puts shares on an axis from 0 to 100 %, and powers of ten on a logarithmic one', () => {
  expect(chartSvg(picture({ percent: true }))).toContain('>100 %<');
  const [line] = picture().lines;
  const raw = [
    { x: 0, y: 0.01 },
    { x: 100, y: 10 },
  ];
  const svg = chartSvg(picture({ logarithmic: true, lines: [{ ...line, raw, smoothed: raw }] }));
  for (const tick of ['>0.01<', '>0.1<', '>1<', '>10<']) expect(svg).toContain(tick);
});

it('has the decimal sign of the language on both axes, and none elsewhere', () => {
  const [line] = picture().lines;
  const raw = [
    { x: 0, y: 0.01 },
    { x: 1, y: 10 },
  ];
  const lines = [{ ...line, raw, smoothed: raw }];
  const svg = chartSvg(picture({ logarithmic: true, to: 1, decimalSign: ',', lines }));
  for (const tick of ['>0,01<', '>0,1<', '>10<', '>0,2<']) expect(svg).toContain(tick);
  expect(svg).toContain('M72.0 484.0L936.0 96.0');
});

it('holds names as text only', () => {
  const svg = chartSvg(picture({ subtitle: '</text><script>alert("1")</script>\u0007' }));
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&#60;script&#62;alert(&#34;1&#34;)');
  expect(svg).not.toContain('\u0007');
});

it('stands without a single value', () => {
  const [line] = picture().lines;
  const svg = chartSvg(picture({ to: 0, lines: [{ ...line, raw: [], smoothed: [] }] }));
  expect(svg).not.toMatch(/NaN|Infinity/);
});

it('gives many names rows of their own, and grows by them', () => {
  const [line] = picture().lines;
  const many = Array.from({ length: 6 }, (_, i) => ({
    ...line,
    label: `A run with a rather long name, ${i}`,
  }));
  expect(chartSvg(picture())).toContain('height="540"');
  const svg = chartSvg(picture({ lines: many }));
  expect(svg).toContain('height="588"');
  const rights = [...svg.matchAll(/<text x="([\d.]+)" y="(?:81|105|129)"[^>]*>([^<]+)</g)];
  expect(rights).toHaveLength(6);
  for (const [, x, label] of rights) expect(Number(x) + 8.2 * label.length).toBeLessThan(960);
});
