// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nextTick } from 'vue';
import { DRAWING_SIDE, isBlank, MOST_INK, readDrawing, writeDrawing } from '../../core/drawing';
import { mounted } from '../../testing/mounted';
import DrawingField from './DrawingField.vue';

const BLANK = writeDrawing(new Uint8Array(DRAWING_SIDE * DRAWING_SIDE));

function field(drawing = BLANK) {
  const changes: Uint8Array[] = [];
  const page = mounted(DrawingField, () => ({
    drawing,
    label: 'Your shape',
    describedBy: 'help',
    onChange: (text: string) => changes.push(readDrawing(text) ?? new Uint8Array()),
  }));
  const paper = page.find('.paper');
  const press = async (key: string, times = 1): Promise<KeyboardEvent> => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    for (let i = 0; i < times; i++)
      paper.dispatchEvent(i === 0 ? event : new KeyboardEvent('keydown', { key }));
    await nextTick();
    return event;
  };
  return { changes, page, paper, press };
}

const at = (ink: Uint8Array | undefined, x: number, y: number): number | undefined =>
  ink?.[x + DRAWING_SIDE * y];

it('draws by keys where the pen stands, and leaves other keys to the page', async () => {
  const { changes, paper, press } = field();
  expect(paper.getAttribute('aria-label')).toContain('Your shape, 32 x 32 cells');
  await press('ArrowLeft', 10);
  await press('ArrowUp', 4);
  expect(changes).toEqual([]);
  expect((await press(' ')).defaultPrevented).toBe(true);
  expect(at(changes.at(-1), 6, 12)).toBe(MOST_INK);
  expect(at(changes.at(-1), 20, 20)).toBe(0);
  expect((await press('a')).defaultPrevented).toBe(false);
});

it('keeps the pen on the paper', async () => {
  const { changes, press } = field();
  await press('ArrowRight', 100);
  await press('ArrowDown', 100);
  await press(' ');
  expect(at(changes.at(-1), DRAWING_SIDE - 1, DRAWING_SIDE - 1)).toBe(MOST_INK);
});

it('rubs out, and clears all', async () => {
  const full = new Uint8Array(DRAWING_SIDE * DRAWING_SIDE).fill(MOST_INK);
  const { changes, page, press } = field(writeDrawing(full));
  const rub = page.find<HTMLInputElement>('input[type=checkbox]');
  rub.checked = true;
  rub.dispatchEvent(new Event('change'));
  await press(' ');
  expect(at(changes.at(-1), 16, 16)).toBe(0);
  expect(at(changes.at(-1), 2, 2)).toBe(MOST_INK);
  await page.click('Clear');
  expect(isBlank(changes.at(-1) ?? full)).toBe(true);
  expect(rub.checked).toBe(false);
});
