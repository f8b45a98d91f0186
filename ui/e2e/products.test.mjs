// The pages about products and segments, in two languages, by mouse and keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
const YEAR = 'period=last_12_months';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

async function loaded(page) {
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('[data-drawn]')];
    return charts.length > 0 && charts.every((chart) => chart.dataset.drawn === 'true') && document.querySelectorAll('section [role="status"][aria-label]').length === 0;
  }, undefined, { timeout: 60_000 });
}

for (const [language, scheme, width] of [['en', 'light', 1440], ['fr', 'dark', 390]]) {
  test(`products in ${language}, ${scheme}, ${width} wide`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, `/products?${YEAR}`);
    await page.getByRole('heading', { level: 1, name: language === 'en' ? 'Which products carry the shop?' : 'Quels produits portent la boutique ?' }).waitFor();
    await loaded(page);
    await page.getByText(language === 'en' ? /^\d+ of \d+ products were sold/ : /^\d+ produits vendus sur \d+/).waitFor();
    await accessible(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a product is found in the list and opened', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, `/products?${YEAR}`);
  const table = page.getByRole('table', { name: 'All products' });
  await table.getByRole('row').nth(25).waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.waitForURL(/page=2/);
  await page.getByText(/^26–50 of \d+$/).waitFor();

  await table.getByRole('columnheader', { name: /Product views/ }).getByRole('button').first().click();
  await page.waitForURL(/sort=views\.down/);
  await page.getByText(/^1–25 of \d+$/).waitFor();
  const link = table.getByRole('link').first();
  const name = await link.innerText();
  const id = decodeURIComponent((await link.getAttribute('href')).match(/products\/([^?]+)/)[1]);

  await page.getByPlaceholder('Find a product by name or id').fill(id);
  await page.waitForURL(/find=/);
  await page.getByText(/^1–1 of 1$/).waitFor();
  await table.getByRole('link', { name }).click();
  await page.waitForURL(/\/products\/[^?]+/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await loaded(page);
  await page.getByText(/viewers bought it/).waitFor();
  await page.getByRole('heading', { name: 'Bought together with it' }).waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a group of products says how many it has and survives going back', async () => {
  const { page, close } = await open(browser);
  await signIn(page, `/products?${YEAR}`);
  await page.getByText('Under-performing', { exact: true }).click();
  await page.waitForURL(/group=under_performing/);
  await page.getByText('below the shop').first().waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('group'));
  await close();
});

test('a branch of the categories opens by keyboard', async () => {
  const { page, close } = await open(browser);
  await signIn(page, `/products?${YEAR}`);
  const branch = page.getByRole('button', { name: /^Open / }).first();
  await branch.waitFor();
  const rows = page.locator('[data-card="categories"] tbody tr');
  const closed = await rows.count();
  await branch.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Close / }).first().waitFor();
  assert.ok(await rows.count() > closed);
  await close();
});

for (const [language, scheme, width] of [['en', 'dark', 1440], ['fr', 'light', 390]]) {
  test(`segments in ${language}, ${scheme}, ${width} wide`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, `/segments?${YEAR}`);
    await page.getByRole('heading', { level: 1, name: language === 'en' ? 'Who are the visitors, and who brings the money?' : 'Qui sont les visiteurs, et qui apporte l’argent ?' }).waitFor();
    await loaded(page);
    await page.getByText(language === 'en' ? /of visitors, .* of revenue$/ : /des visiteurs, .* du chiffre d’affaires$/).waitFor();
    await accessible(page);
    await page.getByText(language === 'en' ? 'Recency, frequency, value' : 'Récence, fréquence, montant').click();
    await page.waitForURL(/scheme=rfm/);
    await page.getByRole('cell', { name: 'Champions' }).or(page.getByRole('rowheader', { name: /Champions/ })).first().waitFor();
    await accessible(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a segment is saved, used on another page and deleted', async () => {
  const { page, faults, close } = await open(browser);
  const name = `Newcomers ${Date.now()}`;
  await signIn(page, `/segments?${YEAR}&filters=segment:is:New`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Save these filters' }).click();
  await page.getByText(`“${name}” is saved`).waitFor();

  await page.goto(`${new URL(page.url()).origin}/?${YEAR}`);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByLabel('Saved segments').first().click();
  await page.getByRole('option', { name }).click();
  await page.waitForURL(/filters=segment:is:New/);

  await page.goto(`${new URL(page.url()).origin}/segments?${YEAR}`);
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByText(`“${name}” is deleted`).waitFor();
  assert.deepEqual(faults, []);
  await close();
});
