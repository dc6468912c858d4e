import { expect, type Locator, type Page } from '@playwright/test';
import { pattern, say, type Words } from '#e2e/fixtures/words.ts';

/** Status words of a lane, as its element tells them. */
export type LaneStatus = 'complete' | 'failed' | 'stopped' | 'streaming' | 'pending' | 'interrupted';

export class ComparePage {
  readonly #page: Page;
  readonly #words: Words;

  constructor(page: Page, words: Words) {
    this.#page = page;
    this.#words = words;
  }

  async open(): Promise<void> {
    await this.#page.goto('/');
    await this.prompt.waitFor();
  }

  get prompt(): Locator {
    return this.#page.getByRole('textbox', { name: this.#words.compare.composer.label, exact: true });
  }

  get #lanes(): Locator {
    return this.#page.getByRole('list', { name: this.#words.compare.lanes.label });
  }

  get chosenLanes(): Locator {
    return this.#lanes.getByLabel(pattern(this.#words.compare.lanes.change));
  }

  /** Takes exactly these endpoints, in this order; a name may come twice. */
  async chooseLanes(names: readonly string[]): Promise<void> {
    const { add, remove, search } = this.#words.compare.lanes;
    await this.chosenLanes.first().waitFor();
    for (let left = await this.chosenLanes.count(); left > 0; left -= 1) {
      await this.#lanes.getByRole('button', { name: remove, exact: true }).first().click();
      await expect(this.chosenLanes).toHaveCount(left - 1);
    }
    for (const [index, name] of names.entries()) {
      await this.#lanes.getByLabel(add, { exact: true }).click();
      await this.#page.getByRole('combobox', { name: search }).fill(name);
      await this.#page.getByRole('option', { name }).click();
      await expect(this.chosenLanes).toHaveCount(index + 1);
    }
  }

  /** Drags the chip of one lane onto the place of another. */
  async dragLane(from: number, onto: number): Promise<void> {
    const chips = this.#lanes.getByRole('listitem');
    const [start, end] = [await chips.nth(from).boundingBox(), await chips.nth(onto).boundingBox()];
    if (!start || !end) throw new Error('a chip is not visible');
    await this.#page.mouse.move(start.x + 16, start.y + start.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(start.x + 30, start.y + start.height / 2, { steps: 2 });
    await this.#page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 5 });
    await this.#page.mouse.up();
  }

  async send(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.prompt.press('Enter');
  }

  /** The answers of one lane, a turn each. */
  lane(label: string): Locator {
    const any = this.#words.lane.region;
    return this.#page.getByRole('article', { name: pattern(say(any, { label })) });
  }

  async expectStatuses(statuses: Readonly<Record<string, LaneStatus>>): Promise<void> {
    for (const [label, status] of Object.entries(statuses)) {
      await expect(this.lane(label).last()).toHaveAttribute('data-status', status, { timeout: 30_000 });
    }
  }

  /** Opens the comparison of one lane's last answer with another's. */
  async compareAnswers(label: string, otherLabel: string, otherName: string): Promise<void> {
    const { menu, compareWith } = this.#words.lane;
    await this.#page
      .getByRole('button', { name: say(menu, { label }), exact: true })
      .last()
      .click();
    await this.#page
      .getByRole('menuitem', { name: say(compareWith, { label: otherLabel, name: otherName }) })
      .click();
  }
}
