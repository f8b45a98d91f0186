import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const imports = {
  total: 1,
  imports: [{
    number: 4, kind: 'mapped', started_at: '2026-11-01T08:00:00Z', finished_at: '2026-11-01T08:00:09Z', events: 1204, has_rejects: true,
    report: {
      file: 'orders.csv', rows: 1310, visitors: 310, first_date: '2026-01-01', last_date: '2026-03-31', events: { made: 1210, added: 1204 }, a_new_figure: 17,
      rejected: { price_negative: 2, a_new_reason: 1 }, left_out: {},
      reconciliation: [{ term: 'file', lines: 1310, amount: 9000.5, currency: 'EUR' }, { term: 'gross_revenue', lines: 1307, amount: 9000.5, currency: 'EUR' }],
    },
  }],
};

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

async function within(page, width) {
  const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="group"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
  assert.deepEqual(outside, []);
}

async function savedBy(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

for (const [scheme, width] of [['light', 1440], ['dark', 390]]) {
  test(`Data lists imports with their reports and tables, accessible within ${width} px (${scheme})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width });
    await page.route('**/api/data/imports', (route) => route.fulfill({ json: imports }));
    await signIn(page, '/data');
    await page.getByText(/1,204 events of 90 days came in by 1 import; 12 tables/).waitFor();
    await page.getByRole('button', { name: /File with a mapping/ }).click();
    await page.waitForURL(/import=4/);
    await page.getByText('The price is below zero').waitFor();
    const said = await page.locator('#import-4').innerText();
    for (const part of ['A new figure', '17', 'A new reason', 'Revenue before refunds', '€9,000.50']) assert.ok(said.includes(part), `${part} in ${said}`);
    await accessible(page);
    await within(page, width);
    await page.getByRole('link', { name: 'daily_metrics' }).click();
    await page.getByRole('heading', { level: 1, name: 'daily_metrics' }).waitFor();
    await page.getByRole('group', { name: 'Rows of daily_metrics' }).getByRole('row').nth(3).waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('without an import the page says how to bring a history in', async () => {
  const { page, faults, close } = await open(browser);
  await page.route('**/api/data/imports', (route) => route.fulfill({ json: { imports: [], total: 0 } }));
  await signIn(page, '/data');
  await page.getByText('No import yet').waitFor();
  for (const line of ['./vitrine import mapped orders.csv --mapping orders.yaml', './vitrine download --out retailrocket', './vitrine import retailrocket retailrocket']) {
    await page.getByText(line, { exact: true }).waitFor();
  }
  assert.equal(await page.getByRole('button', { name: 'Copy: Command' }).count(), 3);
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a table is previewed page by page and downloaded, whole or of a period', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/data');
  await page.getByRole('link', { name: 'daily_metrics' }).click();
  const preview = page.getByRole('table', { name: 'Rows of daily_metrics' });
  await preview.getByRole('row').nth(50).waitFor();
  assert.equal(await preview.getByRole('row').count(), 51);
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.waitForURL(/page=2/);
  await page.getByText(/^51–100 of \d+ rows$/).waitFor();

  const heads = await preview.getByRole('columnheader').allTextContents();
  const whole = await savedBy(page, page.getByRole('button', { name: 'Download CSV' }));
  assert.equal(whole.name, 'daily_metrics.csv');
  const lines = whole.content.toString('utf8').trim().split('\n');
  assert.equal(lines[0].trim(), heads.join(','));
  assert.ok(lines.length > 300, `${lines.length} lines`);
  await page.getByText(/daily_metrics\.csv downloaded/).waitFor();

  const parquet = await savedBy(page, page.getByRole('button', { name: 'Download Parquet' }));
  assert.equal(parquet.name, 'daily_metrics.parquet');
  assert.equal(parquet.content.subarray(0, 4).toString(), 'PAR1');

  await page.getByText('A period', { exact: true }).click();
  await page.waitForURL(/span=period/);
  await page.getByRole('button', { name: /^Period:/ }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await page.getByText('1–7 of 7 rows').waitFor();
  const week = await savedBy(page, page.getByRole('button', { name: 'Download CSV' }));
  assert.equal(week.content.toString('utf8').trim().split('\n').length, 8);

  const link = page.url();
  for (const back of [/span=period/, /page=2/, /table=daily_metrics/]) {
    await page.goBack();
    await page.waitForURL(back);
  }
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
  await page.goto(link);
  await page.getByText('1–7 of 7 rows').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('a refused download says why and what to do', async () => {
  const { page, close } = await open(browser);
  await page.route('**/export?*', (route) => route.fulfill({
    status: 429, contentType: 'application/problem+json', headers: { 'Retry-After': '30' }, body: JSON.stringify({ title: 'Too Many Requests', status: 429, code: 'exports_busy' }),
  }));
  await signIn(page, '/data?table=daily_funnel');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await page.getByRole('alert').filter({ hasText: 'Try again in 30 seconds' }).waitFor();
  await accessible(page);
  await close();
});

test('a viewer sees the tables of figures and is told what the others need', async () => {
  const { page, close } = await open(browser);
  await page.route('**/api/auth/login', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: { ...answer, user: { ...answer.user, role: 'viewer' } } });
  });
  await signIn(page, '/data');
  await page.getByText(/With the role viewer you see the 7 tables of figures\. 5 tables/).waitFor();
  assert.equal(await page.getByRole('link', { name: 'events_enriched' }).count(), 0);
  await accessible(page);
  await page.getByRole('link', { name: 'daily_funnel' }).click();
  await page.getByText('Downloads need the role analyst.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Download CSV' }).count(), 0);
  await close();
});
