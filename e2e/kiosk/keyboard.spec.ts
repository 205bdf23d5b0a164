// The kiosk by keyboard alone: what opens takes the focus, what it covers is not reached, and what closes gives the focus back.
import { press, reach } from '../support/keyboard';
import { expect, test, type KioskPage } from '../support/kiosk';

const focused = (page: KioskPage['page']) => page.locator(':focus');

test('the device panel takes the focus, keeps it and gives it back', async ({ page, kiosk }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  const device = page.getByRole('button', { name: 'Device' });
  const panel = page.getByRole('dialog', { name: 'Device' });
  await press(page, device);
  await expect(panel.getByRole('heading', { name: 'Device' })).toBeFocused();

  await test.step('nothing behind it is reached', async () => {
    const reached = new Set<string>();
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      // Behind the last stop comes the browser's own bar, where nothing of the page has the focus.
      for (const one of await focused(page).all()) reached.add(await one.innerText());
      await expect(kiosk.root.locator(':focus')).toHaveCount(0);
    }
    expect([...reached]).toEqual(['Download JSON', 'Back to the show', 'Run']);
  });

  await test.step('starting and stopping the benchmark keeps it', async () => {
    await press(page, panel.getByRole('button', { name: 'Run' }));
    await expect(panel.getByRole('button', { name: 'Stop' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Run' })).toBeFocused();
  });

  await test.step('Escape and the way back lead to the button that opened it', async () => {
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(device).toBeFocused();
    await page.keyboard.press('Enter');
    await press(page, panel.getByRole('button', { name: 'Back to the show' }));
    await expect(panel).toHaveCount(0);
    await expect(device).toBeFocused();
  });
  await kiosk.expectDrawing();
});

test('a panel that the address opens is left by Escape, too', async ({ page, kiosk }) => {
  await kiosk.open('?panel=device');
  await kiosk.expectImages('built-in');
  await expect(page.getByRole('heading', { name: 'Device' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Device' })).toBeFocused();
  expect(page.url()).not.toContain('panel');
});

test('what to draw is chosen', async ({ page, kiosk }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  const sheet = page.getByRole('group', { name: 'What to draw' });
  const draw = page.getByRole('button', { name: /^Draw: / });
  const choice = (name: string) => sheet.getByRole('button', { name, exact: true });
  await press(page, draw);
  await expect(choice('All')).toBeFocused();
  await press(page, choice('7'));
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Digit 7, tile/ })).toHaveCount(10);
  await expect(draw).toBeFocused();
  await expect(draw).toHaveAccessibleName('Draw: 7');

  await test.step('opened again it begins at what is chosen; Escape changes nothing', async () => {
    await page.keyboard.press('Enter');
    await expect(choice('7')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(choice('8')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(draw).toBeFocused();
    await expect(draw).toHaveAccessibleName('Draw: 7');
  });

  await test.step('the choices come after their button, and close when the focus leaves them', async () => {
    await page.keyboard.press('Enter');
    await expect(choice('7')).toBeFocused();
    await reach(page, page.getByRole('button', { name: 'New' }));
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press('Shift+Tab');
    await expect(draw).toBeFocused();
    await page.keyboard.press('Enter');
    await choice('All').focus();
    await page.keyboard.press('Shift+Tab');
    await expect(draw).toBeFocused();
    await expect(sheet).toBeVisible();
    await page.keyboard.press('Shift+Tab');
    await expect(kiosk.tiles.last()).toBeFocused(); // which the choices would cover
    await expect(sheet).toHaveCount(0);
  });
});
