import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

async function within(page, width) {
  const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="group"], [role="radiogroup"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
  assert.deepEqual(outside, []);
}

const card = (page, name) => page.locator(`section[data-card="${name}"]`);

test('Forecast says what comes, how sure that is and which model says so', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/forecast');
  await page.getByText(/^Revenue of the next 28 days: .*with 80%\. In tests on the past the error was \d+/).waitFor();
  await page.getByText(/^Of [\d,]+ past days tried, \d+% lay within the 80% interval and \d+% within the 95% one$/).waitFor();
  const models = page.getByRole('table', { name: 'Which model foretells best' });
  await models.getByRole('row').nth(7).waitFor();
  assert.equal(await models.getByRole('row').count(), 8);
  assert.equal(await models.getByText('✓').count(), 1);
  await page.getByRole('button', { name: /^Show as table: Revenue of the next/ }).click();
  const ahead = page.getByRole('table', { name: /^Revenue of the next 28 days/ });
  assert.equal(await ahead.getByRole('row').count(), 1 + 84 + 28);
  await page.getByText('Orders', { exact: true }).first().click();
  await page.waitForURL(/metric=orders/);
  await page.getByText(/^Orders of the next 28 days: /).waitFor();
  await page.getByText(/^[\d,]+ buyers will bring .* in the next 90 days\./).waitFor();
  await page.getByText('365 days', { exact: true }).click();
  await page.waitForURL(/ahead=365/);
  await page.getByText(/^[\d,]+ buyers will bring .* in the next 365 days\./).waitFor();
  await page.getByText(/^Test: from what was known 90 days ago, \d+ orders of [\d,]+ buyers were expected since; \d+ came\.$/).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

for (const [scheme, width] of [['light', 1440], ['dark', 390]]) {
  test(`Forecast and recommendations are accessible within ${width} px (${scheme})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width });
    await signIn(page, '/forecast');
    await page.getByText(/^Of [\d,]+ past days tried/).waitFor();
    await page.getByText(/buyers will bring/).waitFor();
    await accessible(page);
    await within(page, width);
    await page.goto(page.url().replace('/forecast', '/recommendations'));
    await page.getByText(/in four weeks \(95%\)/).first().waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a shop with too little history is told what is needed', async () => {
  const { page, close } = await open(browser);
  const refused = (code, detail) => (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify({ title: 'Conflict', status: 409, code, detail }) });
  await page.route('**/api/shop/forecast', refused('forecast_history', 'a forecast of 28 days needs 105 whole days of history, to test itself on them; the shop has 39'));
  await page.route('**/api/shop/lifetime', refused('lifetime_history', 'lifetime value needs 100 buyers of whom 30 bought on two days or more; the shop has 12 and 1'));
  await signIn(page, '/forecast');
  await page.getByText('A forecast needs 105 whole days, to test itself on them; there are 39.').first().waitFor();
  await page.getByText('Expected value needs 100 buyers of whom 30 bought on two days or more; there are 12 and 1.').first().waitFor();
  await accessible(page);
  await close();
});

test('recommendations are ranked, rest on figures and disappear without any', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/recommendations?period=last_12_months');
  const actions = page.locator('main ol > li');
  await actions.nth(2).waitFor();
  const spoken = await actions.locator('svg').evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')));
  for (const text of spoken) assert.match(text, /^Expected .+, between .+ and .+$/);
  assert.equal(await page.getByText(/\{\{|undefined|NaN/).count(), 0);
  await page.route('**/api/shop/recommendations', (route) => route.fulfill({ json: { currency: 'EUR', period: null, recommendations: [] } }));
  await page.reload();
  await page.getByText('Nothing stands out beyond chance in this period.').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('both pages speak French', async () => {
  const { page, close } = await open(browser, { language: 'fr' });
  await signIn(page, '/forecast');
  await page.getByText(/^Chiffre d’affaires des 28 jours à venir\s: /).waitFor();
  await page.getByRole('heading', { name: 'Quel modèle prévoit le mieux' }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    card(page, 'quel-modele-prevoit-le-mieux').getByRole('button', { name: /^Exporter/ }).click().then(() => page.getByRole('menuitem').last().click()),
  ]);
  assert.match(readFileSync(await file.path(), 'utf8'), /seasonal_naive/);
  await page.getByRole('link', { name: 'Recommandations' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Recommandations' }).waitFor();
  await page.getByText(/en quatre semaines \(95\s%\)/).first().waitFor();
  await close();
});
