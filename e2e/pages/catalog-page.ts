import type { Download, Locator, Page } from '@playwright/test';
import { say, type Words } from '#e2e/fixtures/words.ts';

export class CatalogPage {
  readonly #page: Page;
  readonly #words: Words['catalog'];

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words.catalog;
  }

  async open(): Promise<void> {
    await this.#page.goto('/catalog');
  }

  /** The rows of the table without its heading. */
  get rows(): Locator {
    return this.#page
      .getByRole('table', { name: this.#words.table.caption })
      .locator('tbody')
      .getByRole('row');
  }

  async search(text: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: this.#words.table.search }).fill(text);
    await this.#page.waitForURL((url) => url.searchParams.get('q') === text);
  }

  async sortBy(column: keyof Words['catalog']['table']['columns']): Promise<void> {
    await this.#page
      .getByRole('columnheader', { name: this.#words.table.columns[column] })
      .getByRole('button')
      .click();
  }

  async pick(name: string): Promise<void> {
    await this.#page.getByRole('checkbox', { name: say(this.#words.table.pick, { name }) }).check();
  }

  async comparePicked(count: number): Promise<void> {
    await this.#page.getByRole('link', { name: say(this.#words.table.compare, { count }) }).click();
  }

  async openView(view: keyof Words['catalog']['views']): Promise<void> {
    const views = this.#page.getByRole('navigation', { name: this.#words.views.label });
    const link = views.getByRole('link', { name: this.#words.views[view], exact: true });
    await link.click();
    // The table before it has links of the same names as the pictures.
    await views.locator('[aria-current="page"]').and(link).waitFor();
  }

  async openCard(name: string): Promise<void> {
    await this.rows.getByRole('link', { name, exact: true }).click();
    await this.#page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** The exact text a server would be sent. */
  get sent(): Locator {
    return this.#page.getByRole('region', { name: this.#words.preview.sent });
  }

  async typePrompt(text: string): Promise<void> {
    await this.#page.getByLabel(this.#words.preview.prompt, { exact: true }).fill(text);
  }

  async addEarlierRound(): Promise<void> {
    await this.#page.getByRole('checkbox', { name: this.#words.preview.withRound }).check();
  }

  async addAsEndpoint(name: string): Promise<void> {
    await this.#page
      .getByRole('link', { name: say(this.#words.presets.addNamed, { name }), exact: true })
      .click();
  }

  async savePicture(): Promise<Download> {
    const download = this.#page.waitForEvent('download');
    await this.#page.getByRole('button', { name: this.#words.pictures.save }).click();
    return download;
  }
}
