// The pages about products and segments, in two languages, by mouse and keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { launch, open, signIn } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const YEAR = 'period=last_12_months';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

async function accessible(page) {
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(' | ')}`);
  });
  assert.deepEqual(faults, []);
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

  await table.getByRole('button', { name: 'Product views' }).click();
  await page.waitForURL(/sort=views\.down/);
  await page.getByText(/^1–25 of \d+$/).waitFor();
  const name = await table.getByRole('link').first().innerText();

  await page.getByPlaceholder('Find a product by name or id').fill(name);
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
