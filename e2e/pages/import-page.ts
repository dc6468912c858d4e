import type { Locator, Page } from '@playwright/test';
import type { Words } from '#e2e/fixtures/words.ts';

export class ImportPage {
  readonly #page: Page;
  readonly #words: Words['imports'];

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words.imports;
  }

  async openFromResults(): Promise<void> {
    await this.#page.goto('/results');
    await this.#page.getByRole('link', { name: this.#words.open, exact: true }).click();
    await this.#page.waitForURL('**/results/import');
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    await this.#page.getByLabel(this.#words.choose).setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    });
  }

  get format(): Locator {
    return this.#page.getByRole('combobox', { name: this.#words.format });
  }

  get preview(): Locator {
    return this.#page.getByRole('region', { name: this.#words.preview });
  }

  get outcome(): Locator {
    return this.#page.getByRole('status', { name: this.#words.progress });
  }

  async count(): Promise<void> {
    await this.#page.getByRole('switch', { name: this.#words.counts }).click();
  }

  async press(button: 'try' | 'import' | 'stop'): Promise<void> {
    await this.#page.getByRole('button', { name: this.#words[button], exact: true }).click();
  }
}
