import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, drawn, launch, open, questions, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

for (const scheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    test(`Home is accessible, stays within ${width} px and within the policy (${scheme})`, async () => {
      const { page, faults, close } = await open(browser, { scheme, width });
      await signIn(page);
      await drawn(page);
      await accessible(page);
      const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="region"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
      assert.deepEqual(outside, []);
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

test('period, comparison, filters and metric live in the address, change the questions, and back undoes them', async () => {
  const { page, faults, close } = await open(browser);
  const asked = [];
  await questions(page, asked);
  await signIn(page);
  await drawn(page);
  const first = asked.find(({ kind }) => kind === 'Trend');
  assert.equal(first.comparison, 'previous_period');

  await page.getByRole('button', { name: /^Period:/ }).click();
  asked.length = 0;
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await page.waitForURL(/period=last_7_days/);
  await drawn(page);
  const week = asked.find(({ kind }) => kind === 'Trend');
  assert.notEqual(week.period.from, first.period.from);
  assert.equal((Date.parse(week.period.to) - Date.parse(week.period.from)) / 86_400_000, 6);

  await page.getByRole('button', { name: /^Comparison:/ }).click();
  await page.getByRole('menuitem', { name: 'Previous year' }).click();
  await page.waitForURL(/compare=previous_year/);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const values = page.getByLabel('Values').first();
  await values.click();
  const option = page.getByRole('option').first();
  await option.waitFor();
  const value = await option.textContent();
  await option.click();
  asked.length = 0;
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.waitForURL(/filters=channel:is:/);
  await drawn(page);
  assert.deepEqual(asked.find(({ kind }) => kind === 'Totals')?.filters, [{ field: 'channel', op: 'is', values: [value] }]);

  await page.getByRole('button', { name: 'Orders', exact: true }).click();
  await page.waitForURL(/metric=orders/);
  await page.getByRole('heading', { name: 'Orders per day' }).waitFor();

  const link = page.url();
  await page.goBack();
  await page.getByRole('heading', { name: 'Revenue per day' }).waitFor();
  await page.goBack();
  await page.waitForFunction(() => !location.search.includes('filters='));
  await page.goto(link);
  await page.getByRole('heading', { name: 'Orders per day' }).waitFor();
  await page.getByRole('button', { name: `Remove filter: Channel is ${value}` }).click();
  await page.waitForFunction(() => !location.search.includes('filters='));

  await page.getByRole('link', { name: 'Metrics and methods' }).click();
  await page.getByRole('heading', { name: 'Metrics and methods' }).waitFor();
  assert.match(page.url(), /period=last_7_days/);
  assert.deepEqual(faults, []);
  await close();
});

test('a custom range is picked in a calendar of the reader\u2019s language', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr' });
  await signIn(page);
  await page.getByRole('button', { name: /^Période/ }).click();
  const weekdays = page.locator('[role="dialog"] thead').first();
  await weekdays.waitFor();
  assert.match((await weekdays.textContent()).toLowerCase(), /lu/);
  const days = page.locator('[role="dialog"] td button:not([disabled]):not([data-outside])');
  await days.nth(1).click();
  await days.nth(3).click();
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.waitForURL(/period=custom&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  assert.deepEqual(faults, []);
  await close();
});

test('every chart has its data as a sortable table, as CSV and as an image', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page);
  await drawn(page);
  const card = page.locator('section', { has: page.getByRole('heading', { name: 'Revenue per day' }) });
  await card.getByRole('button', { name: /^Show as table/ }).click();
  const table = card.getByRole('table');
  await table.waitFor();
  const rows = await table.getByRole('row').count();
  assert.ok(rows > 7, `${rows} rows`);
  await table.getByRole('button', { name: 'Revenue' }).click();
  assert.equal(await table.locator('th[aria-sort="descending"]').count(), 1);
  await accessible(page);

  const save = async (item) => {
    await card.getByRole('button', { name: /^Export/ }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };
  const csv = await save('Data (CSV)');
  assert.equal(csv.name, 'revenue-per-day.csv');
  const lines = csv.content.toString('utf8').trim().split('\r\n');
  assert.equal(lines.length, rows);
  assert.match(lines[1], /^\d{4}-\d\d-\d\d,\d/);

  await card.getByRole('button', { name: /^Show as chart/ }).click();
  await drawn(page);
  const png = await save('Image (PNG)');
  assert.equal(png.content.subarray(1, 4).toString(), 'PNG');
  assert.deepEqual(faults, []);
  await close();
});

test('the points of a chart are read by the arrow keys', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page);
  await drawn(page);
  const chart = page.getByRole('img', { name: /^Revenue per day/ });
  await chart.focus();
  await page.keyboard.press('Home');
  const said = page.locator('section', { has: page.getByRole('heading', { name: 'Revenue per day' }) }).getByRole('status');
  const first = await said.textContent();
  assert.match(first, /: .*\d/);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await said.textContent(), first);
  await page.locator('.chart-tip').first().waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('the counter of visitors is live', async () => {
  const { page, close } = await open(browser);
  await signIn(page);
  const counter = page.getByTestId('visitors-now');
  await counter.waitFor();
  assert.match(await counter.textContent(), /\d+ visitors? now/);
  const foot = page.locator('nav [data-live]');
  const before = await foot.textContent();
  await page.waitForFunction((text) => document.querySelector('nav [data-live]')?.textContent !== text, before, { timeout: 15_000 });
  await close();
});

test('a failed question says so, names the request, and can be asked again', async () => {
  const { page, close } = await open(browser);
  let fail = true;
  await page.route('**/api/query', (route) => {
    if (!fail) return route.continue();
    return route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ title: 'No', status: 400, code: 'x', detail: 'the reason', request_id: 'r-77' }) });
  });
  await signIn(page);
  const alert = page.getByRole('alert').filter({ hasText: 'could not be loaded' }).first();
  await alert.waitFor();
  assert.match(await alert.textContent(), /the reason.*r-77/);
  fail = false;
  const again = page.getByRole('button', { name: 'Try again' });
  for (let failed = await again.count(); failed > 0; failed = await again.count()) {
    await again.first().click();
    await page.waitForTimeout(300);
  }
  await drawn(page);
  await close();
});

test('an address that does not exist says so', async () => {
  const { page, close } = await open(browser);
  await page.goto(`${address}/no/such/page`);
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  const way = page.getByRole('link', { name: 'Sign in' });
  await way.waitFor();
  await signIn(page, '/about');
  await page.goto(`${address}/no/such/page`);
  await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  await way.waitFor({ state: 'detached' });
  await close();
});
