import type { Locator, Page } from '@playwright/test';
import type { Words } from '#e2e/fixtures/words.ts';

export class LeaderboardPage {
  readonly #page: Page;
  readonly #words: Words['leaderboard'];

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words.leaderboard;
  }

  async open(query = ''): Promise<void> {
    await this.#page.goto(`/leaderboard${query}`);
  }

  get table(): Locator {
    return this.#page.getByRole('table', { name: this.#words.title });
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.#page.getByRole('rowheader', { name }) });
  }

  word(label: keyof Words['leaderboard']['labels']): Locator {
    return this.#page.getByRole('combobox', { name: this.#words.labels[label], exact: true });
  }

  section(title: string): Locator {
    return this.#page.getByRole('region', { name: title, exact: true }).first();
  }
}
