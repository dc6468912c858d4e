import type { Locator, Page } from '@playwright/test';
import type { Words } from '#e2e/fixtures/words.ts';

export class BattlePage {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  async open(): Promise<void> {
    await this.#page.goto('/battle');
    await this.heading().waitFor();
  }

  heading(): Locator {
    return this.#page.getByRole('heading', { level: 1, name: this.#words.battle.title });
  }

  async ask(prompt: string): Promise<void> {
    const field = this.#page.getByRole('textbox', { name: this.#words.compare.composer.label });
    await field.fill(prompt);
    await field.press('Enter');
  }

  /** The answers of the turn with this index, in the order of the lanes. */
  answers(): Locator {
    return this.#page.locator('article[data-lane]');
  }

  ended(): Locator {
    return this.#page.locator('article[data-lane][data-status="complete"]');
  }

  outcome(): Locator {
    return this.#page.getByRole('region', { name: this.#words.battle.outcome.title });
  }
}
