// The gallery of saved runs as a person uses it.
import { writeFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

type CardButton =
  'Open' | 'Start from here' | 'Teach other data' | 'Rename' | 'Duplicate' | 'Export' | 'Delete';

export class RunsPage {
  constructor(readonly page: Page) {}

  /** The saved runs, newest first. */
  get cards(): Locator {
    return this.page.getByRole('article');
  }

  card(name: string): Locator {
    return this.page.getByRole('article', { name });
  }

  /** Presses a button of the first run. */
  press(name: CardButton): Promise<void> {
    return this.cards.first().getByRole('button', { name, exact: true }).click();
  }

  async rename(name: string): Promise<void> {
    await this.press('Rename');
    const dialog = this.page.getByRole('dialog', { name: 'Rename the run' });
    await dialog.getByRole('textbox').fill(name);
    await dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  }

  /** Exports the first run; returns the path of the file. */
  async exportFirst(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.press('Export');
    return (await download).path();
  }

  /** Deletes the first run. */
  async delete(): Promise<void> {
    await this.press('Delete');
    await this.page
      .getByRole('dialog', { name: 'Delete this run?' })
      .getByRole('button', { name: 'Delete', exact: true })
      .click();
  }

  async deleteAll(): Promise<void> {
    for (let left = await this.cards.count(); left > 0; left--) {
      await this.delete();
      await expect(this.cards).toHaveCount(left - 1);
    }
  }

  /** Imports a file, written first when its bytes are given. */
  async import(path: string, bytes?: Uint8Array): Promise<void> {
    if (bytes) await writeFile(path, bytes);
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Import a run or a model' }).click();
    await (await chooser).setFiles(path);
  }

  async closeNotices(): Promise<void> {
    await this.page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  }
}
