import { expect, type Locator, type Page } from '@playwright/test';
import { say, type Words } from '#e2e/fixtures/words.ts';

export class JudgeBar {
  readonly bar: Locator;
  readonly #page: Page;
  readonly #words: Words['judge'];

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words.judge;
    this.bar = page.getByRole('region', { name: words.judge.title, exact: true });
  }

  /** Keys judge while nobody types. */
  async press(...keys: string[]): Promise<void> {
    await this.#page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  verdict(which: 'A' | 'B' | 'tie' | 'bothBad'): Locator {
    const { better, tie, bothBad } = this.#words;
    const name = which === 'tie' ? tie : which === 'bothBad' ? bothBad : say(better, { label: which });
    return this.bar.getByRole('button', { name, exact: true });
  }

  /** One entry a place, best first, each with the letters that share it. */
  async ranking(): Promise<string[]> {
    const places = this.bar.getByRole('list', { name: this.#words.ranking }).getByRole('listitem');
    return places.evaluateAll((all) =>
      all.map((place) =>
        [...place.querySelectorAll('button')].map((answer) => answer.ariaLabel?.[0] ?? '').join(''),
      ),
    );
  }

  answer(label: string): Locator {
    return this.bar.getByRole('button', { name: new RegExp(`^${label}\\b.*(,|，)`) });
  }

  /** Drops one answer onto another, so that they tie. */
  async drag(label: string, ontoLabel: string): Promise<void> {
    const [from, onto] = [await centreOf(this.answer(label)), await centreOf(this.answer(ontoLabel))];
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(from.x - 10, from.y, { steps: 2 });
    await this.#page.mouse.move(onto.x, onto.y, { steps: 5 });
    await this.#page.mouse.up();
  }

  async expectSaved(revision = 1): Promise<void> {
    const words = revision === 1 ? this.#words.saved : say(this.#words.savedRevision, { revision });
    await expect(this.bar.getByRole('status').getByText(words, { exact: true })).toBeVisible();
  }

  async expectKept(): Promise<void> {
    await expect(this.bar.getByRole('status').getByText(this.#words.kept)).toBeVisible();
  }

  async openDetails(): Promise<Locator> {
    await this.bar.getByRole('button', { name: this.#words.details, exact: true }).click();
    return this.bar.getByRole('region', { name: this.#words.details });
  }

  /** The part of the details that is about one answer. */
  rating(label: string): Locator {
    return this.bar.getByRole('group', { name: new RegExp(`^${label}`) });
  }

  scale(label: string, scale: 'overall' | 'helpful' | 'honest' | 'harmless' | 'followsInstruction'): Locator {
    return this.rating(label).getByRole('group', {
      name: new RegExp(`^${RegExp.escape(this.#words[scale])}`),
    });
  }

  get refusal(): Locator {
    return this.bar.getByRole('alert');
  }
}

async function centreOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('is not visible');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
