import type { Locator, Page } from '@playwright/test';
import { say, type Words } from '#e2e/fixtures/words.ts';

export class ResultsPage {
  readonly #page: Page;
  readonly #words: Words['results'];

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words.results;
  }

  async open(): Promise<void> {
    await this.#page.goto('/results');
  }

  get rows(): Locator {
    return this.#page.getByRole('list', { name: this.#words.listLabel }).getByRole('listitem');
  }

  /** The record shown: beside the list on a wide screen, as a page on a narrow one. */
  get detail(): Locator {
    return this.#page.getByRole('article').first();
  }

  get overview(): Locator {
    return this.#page.getByRole('region', { name: this.#words.overview.title, exact: true });
  }

  /** A bar of a chart of the overview, by how it begins. */
  bar(chart: 'outcomes' | 'endpoints' | 'raters' | 'languages' | 'flags', name: string): Locator {
    const title = this.#words.overview[chart];
    const region = this.overview.getByRole('region', { name: title, exact: true });
    return region.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  async search(words: string): Promise<void> {
    await this.#page.getByRole('searchbox', { name: this.#words.search }).fill(words);
  }

  async filterByOutcome(outcome: keyof Words['results']['outcomes']): Promise<void> {
    const label = this.#words.outcomes[outcome];
    await this.#page.getByRole('combobox', { name: this.#words.filters.outcome }).selectOption({ label });
  }

  /** The link of a record, by words of its prompt. */
  row(prompt: string): Locator {
    return this.rows.getByRole('link').filter({ hasText: prompt });
  }

  /** Tags, note and exclusion of the record shown. */
  get marks(): Locator {
    return this.#page.getByRole('region', { name: this.#words.byHand.title });
  }

  /** By its title: notices are dialogs too. */
  dialog(name: string): Locator {
    return this.#page.getByRole('dialog', { name, exact: true });
  }

  async tag(tag: string): Promise<void> {
    const field = this.marks.getByRole('combobox', { name: this.#words.byHand.addTag });
    await field.fill(tag);
    await field.press('Enter');
    await this.tagOf(tag).waitFor();
  }

  /** The button that takes a tag away. */
  tagOf(tag: string): Locator {
    return this.marks.getByRole('button', { name: say(this.#words.byHand.removeTag, { tag }) });
  }

  async openFurtherFilters(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.filters.further }).click();
  }

  async filterByTag(tag: string): Promise<void> {
    const field = this.#page.getByRole('combobox', { name: this.#words.filters.tag, exact: true });
    await field.selectOption(tag);
  }

  async filterByCounted(counted: 'any' | 'none'): Promise<void> {
    await this.#page.getByRole('combobox', { name: this.#words.filters.counted }).selectOption(counted);
  }

  /** Presses Undo in the newest notice, which is the first. */
  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words.byHand.undo, exact: true }).first().click();
    await this.#page.getByText(this.#words.byHand.undone, { exact: true }).first().waitFor();
  }

  view(name: string): Locator {
    return this.#page
      .getByRole('toolbar', { name: this.#words.savedViews.title })
      .getByRole('button', { name });
  }

  /** Opens the record of a prompt; its address can be kept. */
  async openRow(prompt: string): Promise<void> {
    await this.row(prompt).click();
    await this.#page.waitForURL(/results\/\w|[?&]id=/, { waitUntil: 'commit' });
  }
}
