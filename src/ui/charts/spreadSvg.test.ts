// Spreads as a picture: bars and dots where the numbers say, and no name that becomes markup.
import { expect, it } from 'vitest';
import { spreadSvg, type SpreadPicture } from './spreadSvg';

const point = (...numbers: readonly number[]) => ({
  mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
  low: Math.min(...numbers),
  high: Math.max(...numbers),
  numbers,
});
const picture = (changed: Partial<SpreadPicture> = {}): SpreadPicture => ({
  title: { name: 'Loss', of: 'A sweep' },
  ...{ xLabel: 'Batch size', columns: ['8', '16'], percent: false, decimalSign: '.', width: 480 },
  lines: [{ label: '', colour: '#123', dash: [], points: [point(1, 3), point(2)] }],
  colours: { ground: '#fff', text: '#000', quiet: '#555', grid: '#ccc' },
  ...changed,
});

it('draws each run, the means, and bars where there is a spread', () => {
  const svg = spreadSvg(picture());
  // The plot reaches from 76 to 277.6 pixels, its axis from 1 to 3; columns stand at a quarter and three quarters of 64 to 464.
  expect(svg).toContain('M159.0 277.6H169.0M164.0 277.6V76.0M159.0 76.0H169.0');
  expect(svg.match(/stroke-width="1.5"/g)).toHaveLength(1);
  expect(svg).toContain('M164.0 176.8L364.0 176.8');
  expect(svg).toContain('>1.5<');
  expect(spreadSvg(picture({ decimalSign: ',' }))).toContain('>1,5<');
  expect(svg.match(/r="3"/g)).toHaveLength(3);
  expect(svg.match(/r="4.5"/g)).toHaveLength(2);
});

it('sets lines apart, names them, and keeps shares between 0 and 100 %', () => {
  const [line] = picture().lines;
  const share = { ...point(0.5), low: -0.2, high: 1.4 };
  const lines = ['a', 'b'].map((label) => ({ ...line, label, points: [share, null] }));
  const svg = spreadSvg(picture({ lines, percent: true, title: null }));
  expect(svg).toContain('>100 %<');
  expect(svg).toContain('>a<');
  expect(svg).toContain('cx="158.0"');
  expect(svg).toContain('cx="170.0"');
  const heights = [...svg.matchAll(/V(\d+\.\d)/g)].map(([, at]) => Number(at));
  expect(heights).toHaveLength(2);
  expect(Math.min(...heights)).toBeGreaterThan(0);
});

it('holds names as text only, and cuts those that do not fit', () => {
  const svg = spreadSvg(
    picture({ columns: ['<script>alert("1")</script> that is very long', 'x'], xLabel: '</text>' }),
  );
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('</text></text>');
  expect(svg).toContain('…<');
});
