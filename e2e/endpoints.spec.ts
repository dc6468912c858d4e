import { expect, test } from '#e2e/fixtures/test.ts';
import { EndpointsPage } from '#e2e/pages/endpoints-page.ts';

test('a key too short to be hinted at is shown to be there, and can be forgotten', async ({
  page,
  words,
  fake,
}) => {
  const endpoints = new EndpointsPage(page, words);
  await endpoints.open();
  const name = 'Short key';
  await endpoints.addAndTest({ name, baseUrl: fake.url, model: 'echo', apiKey: 'sk-1' });
  await expect(endpoints.row(name)).toContainText(words.endpoints.keyStored);
  const form = await endpoints.edit(name);
  await expect(form).toContainText(words.endpoints.fields.shortKeyStored);
  await form.getByRole('checkbox', { name: words.endpoints.fields.forgetKey }).check();
  await form.getByRole('button', { name: words.common.save, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await expect(endpoints.row(name)).not.toContainText(words.endpoints.keyStored);
});

test('a deadline given in the form is kept with its endpoint', async ({ page, words, fake }) => {
  const endpoints = new EndpointsPage(page, words);
  await endpoints.open();
  const name = 'Slow to load';
  await endpoints.addAndTest({ name, baseUrl: fake.url, model: 'echo' });
  const field = async () => {
    const form = await endpoints.edit(name);
    await form.getByText(words.endpoints.advanced, { exact: true }).click();
    return { form, input: form.getByLabel(words.endpoints.fields.firstTextSeconds, { exact: true }) };
  };
  const { form, input } = await field();
  await expect(input).toHaveValue('');
  await input.fill('900');
  await form.getByRole('button', { name: words.common.save, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  await expect((await field()).input).toHaveValue('900');
});
