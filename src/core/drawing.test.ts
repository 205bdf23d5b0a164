import { describe, expect, it } from 'vitest';
import { DRAWING_SIDE, inkWhere, isBlank, MOST_INK, paintInk, readDrawing, writeDrawing } from './drawing';
import { readParam, type ParamSpec } from './paramSpec';
import { createRandom } from './random';
import { parseRunLink, readRunConfig, runLinkQuery } from './runConfig';

const CELLS = DRAWING_SIDE * DRAWING_SIDE;

describe('the text of a drawing', () => {
  it('is base64url of two cells in a byte', () => {
    const random = createRandom(3);
    const ink = Uint8Array.from({ length: CELLS }, () => random.int(16));
    const bytes = Uint8Array.from({ length: CELLS / 2 }, (_, i) => 16 * ink[2 * i] + ink[2 * i + 1]);
    expect(writeDrawing(ink)).toBe(Buffer.from(bytes).toString('base64url'));
    expect(readDrawing(writeDrawing(ink))).toEqual(ink);
  });

  it('is refused where it is too short, too long, or has other letters', () => {
    const text = writeDrawing(new Uint8Array(CELLS));
    for (const wrong of ['', text.slice(1), `${text}A`, `${text.slice(1)}!`, `${text.slice(1)}+`])
      expect(readDrawing(wrong)).toBeNull();
  });
});

describe('ink', () => {
  it('stands where a test says, right way up', () => {
    const ink = inkWhere((x, y) => x > 0 && y > 0);
    expect(ink[CELLS / 2 - 1]).toBe(MOST_INK); // last cell of the upper half
    expect(ink[0]).toBe(0);
    expect(ink[CELLS - 1]).toBe(0);
    expect(isBlank(ink)).toBe(false);
    expect(isBlank(inkWhere(() => false))).toBe(true);
  });

  it('is painted around a place, within the picture, and rubbed out again', () => {
    const ink = new Uint8Array(CELLS);
    paintInk(ink, 4.5, 8.5, 2);
    expect(ink[8 * DRAWING_SIDE + 4]).toBe(MOST_INK);
    expect(ink[8 * DRAWING_SIDE + 7]).toBe(0);
    expect(ink[10 * DRAWING_SIDE + 4]).toBeLessThan(MOST_INK);
    paintInk(ink, 4.5, 8.5, 4, -1);
    expect(isBlank(ink)).toBe(true);
    paintInk(ink, -1, 40, 3);
    expect(ink.length).toBe(CELLS);
  });
});

describe('a drawing as a parameter', () => {
  const spec: ParamSpec = { id: 'drawing', kind: 'drawing', label: 'Your drawing', help: '', default: '' };
  const text = writeDrawing(inkWhere((x) => x > 0));

  it('passes where it can be read and has ink, and says what is wrong otherwise', () => {
    expect(readParam(spec, text)).toEqual({ ok: true, value: text });
    const problem = (raw: unknown) => {
      const reading = readParam(spec, raw);
      return reading.ok ? '' : reading.problem;
    };
    expect(problem(writeDrawing(new Uint8Array(CELLS)))).toContain('is empty');
    for (const wrong of [7, 'abc', `${text}x`]) expect(problem(wrong)).toContain('cannot be read');
  });

  it('travels in a link', () => {
    const vocabulary = {
      datasets: [{ id: 'drawn', params: [{ ...spec, default: text }] }],
      models: [{ id: 'dcgan-light', params: [], recommended: {} }],
      losses: [{ id: 'non-saturating', params: [] }],
    };
    const other = writeDrawing(inkWhere((_, y) => y > 0.5));
    const config = readRunConfig({ dataset: 'drawn', 'dataset.drawing': other }, vocabulary);
    const query = runLinkQuery(config, vocabulary);
    expect(query.length).toBeLessThan(1000);
    expect(parseRunLink(query, vocabulary).datasetParams).toEqual({ drawing: other });
  });
});
