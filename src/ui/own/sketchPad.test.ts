// @vitest-environment happy-dom
// Drawing by keys alone: the pen is moved, set down and lifted; strokes are taken back; other keys stay the page's.
import { expect, it } from 'vitest';
import { nextTick } from 'vue';
import { mounted } from '../../testing/mounted';
import { INK_SIDE } from './sketch';
import SketchPad from './SketchPad.vue';

function pad() {
  const heard: Uint8Array[] = [];
  const page = mounted(SketchPad, () => ({ label: 'Paper', onInk: (ink: Uint8Array) => heard.push(ink) }));
  const paper = page.find('.paper');
  const press = async (key: string, times = 1, shiftKey = false): Promise<KeyboardEvent> => {
    let event = new KeyboardEvent('keydown');
    for (let i = 0; i < times; i++) {
      event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true });
      paper.dispatchEvent(event);
    }
    await nextTick();
    return event;
  };
  const inkAt = (x: number, y: number): number | undefined => heard.at(-1)?.[y * INK_SIDE + x];
  return { heard, page, press, inkAt };
}

it('draws a line where the pen goes while it is down, and none while it is up', async () => {
  const { heard, page, press, inkAt } = pad();
  expect(page.find('.paper').getAttribute('aria-label')).toContain('Paper. Arrow keys move the pen');
  await press('ArrowLeft', 10);
  expect(heard).toEqual([]);
  await press(' ');
  await press('ArrowRight', 10);
  expect(page.find('[role=status]').textContent).toContain('The pen is down');
  for (const x of [17, 30, 55]) expect(inkAt(x, 56)).toBe(255);
  expect(inkAt(70, 56)).toBe(0);
  await press(' ');
  const strokes = heard.length;
  await press('ArrowRight', 5);
  expect(heard).toHaveLength(strokes);
  expect(page.find('[role=status]').textContent).toContain('The pen is up');
});

it('keeps the pen on the paper, and space from playing', async () => {
  const { press, inkAt } = pad();
  await press('ArrowDown', 100);
  await press('ArrowRight', 200, true);
  expect((await press(' ')).defaultPrevented).toBe(true);
  expect(inkAt(INK_SIDE - 1, INK_SIDE - 1)).toBe(255);
  expect((await press('t')).defaultPrevented).toBe(false);
});

it('takes strokes back one by one, and all ink at once', async () => {
  const { heard, page, press, inkAt } = pad();
  await press(' ');
  await press(' ');
  await press('ArrowUp', 10);
  await press(' ');
  expect([inkAt(56, 56), inkAt(56, 16)]).toEqual([255, 255]);
  await page.click('Undo');
  expect([inkAt(56, 56), inkAt(56, 16)]).toEqual([255, 0]);
  await page.click('Clear');
  expect(heard.at(-1)?.every((level) => level === 0)).toBe(true);
  await page.click('Undo');
  expect(inkAt(56, 56)).toBe(255);
});
