import type { Locator, Page } from '@playwright/test';
import { say, type Words } from '#e2e/fixtures/words.ts';

export type NewEndpoint = { name: string; baseUrl: string; model: string; apiKey?: string };

export class EndpointsPage {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  async open(): Promise<void> {
    await this.#page.goto('/endpoints');
  }

  row(name: string): Locator {
    return this.#page.getByRole('listitem').filter({ has: this.#page.getByRole('heading', { name }) });
  }

  /** Adds an endpoint by the form and asks it for a sentence, as a careful person does. */
  async addAndTest({ name, baseUrl, model, apiKey }: NewEndpoint): Promise<void> {
    const { endpoints } = this.#words;
    await this.#page.getByRole('button', { name: endpoints.addTitle }).click();
    const form = this.#page.getByRole('dialog', { name: endpoints.addTitle });
    await form.getByLabel(endpoints.fields.name, { exact: true }).fill(name);
    await form.getByLabel(endpoints.fields.baseUrl, { exact: true }).fill(baseUrl);
    await form.getByLabel(endpoints.fields.model, { exact: true }).fill(model);
    if (apiKey) await form.getByLabel(endpoints.key, { exact: true }).fill(apiKey);
    await form.getByRole('button', { name: endpoints.saveAndTest }).click();
    await form.waitFor({ state: 'hidden' });
    await this.row(name).waitFor();
  }

  /** Opens the form of an endpoint that is there. */
  async edit(name: string): Promise<Locator> {
    const { endpoints } = this.#words;
    await this.#page.getByRole('button', { name: say(endpoints.editLabel, { name }), exact: true }).click();
    return this.#page.getByRole('dialog', { name: say(endpoints.editTitle, { name }) });
  }

  testButton(name: string): Locator {
    return this.#page.getByRole('button', { name: say(this.#words.endpoints.testLabel, { name }) });
  }
}
