import type { Locator, Page } from '@playwright/test';
import type { Words } from '#e2e/fixtures/words.ts';

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

  /** Opens the record of a prompt; its address can be kept. */
  async openRow(prompt: string): Promise<void> {
    await this.row(prompt).click();
    await this.#page.waitForURL(/results\/\w|[?&]id=/, { waitUntil: 'commit' });
  }
}
