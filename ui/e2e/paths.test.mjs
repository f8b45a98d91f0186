import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, questions, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function settled(page) {
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('[data-drawn]')];
    return charts.length >= 3 && charts.every((chart) => chart.dataset.drawn === 'true') && document.querySelectorAll('section [role="status"][aria-label]').length === 0;
  }, undefined, { timeout: 30_000 });
}

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

async function within(page, width) {
  const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="group"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
  assert.deepEqual(outside, []);
}

for (const [language, scheme, width, titles] of [
  ['en', 'light', 1440, ['Funnel: where do people leave?', 'Cohorts: do people come back?']],
  ['fr', 'dark', 390, ['Entonnoir : où les gens partent-ils ?', 'Cohortes : les gens reviennent-ils ?']],
]) {
  for (const [index, path] of ['/funnel', '/cohorts'].entries()) {
    test(`${path} stands in ${language}, ${scheme}, ${width} px, for everybody`, async () => {
      const { page, faults, close } = await open(browser, { language, scheme, width });
      await signIn(page, path);
      await page.getByRole('heading', { level: 1, name: titles[index] }).waitFor();
      await settled(page);
      assert.match(await page.locator('main header p').first().innerText(), /\d/);
      await accessible(page);
      await within(page, width);
      assert.deepEqual(faults, []);
      await close();
    });
  }
}

const withoutFigures = (text) => text.replaceAll(/[\d.,]+/g, '#');

test('a funnel of one’s own is counted, stands in the address and opens again from there', async () => {
  const { page, faults, close } = await open(browser);
  const asked = [];
  await questions(page, asked);
  await signIn(page, '/funnel');
  await settled(page);
  await page.getByRole('button', { name: 'Remove step 3' }).click();
  await page.getByRole('textbox', { name: 'Step 2: At least' }).fill('2');
  await page.getByRole('button', { name: 'Count this funnel' }).click();
  await page.waitForURL(/steps=product_view/);
  await settled(page);
  const counted = asked.findLast(({ kind, funnel }) => kind === 'Funnel' && funnel.show === 'steps');
  assert.deepEqual(counted.funnel.steps.map(({ type, times }) => [type, times]), [['product_view', 1], ['add_to_cart', 2], ['purchase', 1]]);
  // The sentence follows the figures of the new funnel, which come after the charts of the old one.
  await page.waitForResponse((reply) => reply.url().includes('/api/query'), { timeout: 3000 }).catch(() => null);
  // The demo shop lives: figures may grow meanwhile, what is said about them stays.
  const said = withoutFigures(await page.locator('main header p').first().innerText());
  await page.goto(page.url());
  await page.waitForFunction(
    ([wanted]) => document.querySelector('main header p')?.innerText.replaceAll(/[\d.,]+/g, '#') === wanted, [said],
  );
  await page.getByRole('button', { name: 'Show data as a table: Steps' }).or(page.locator('[data-card="steps"] button[aria-pressed]')).first().click();
  assert.equal(await page.locator('[data-card="steps"] tbody tr').count(), 3);
  assert.deepEqual(faults, []);
  await close();
});

test('the visitors of a step are shown to analysts and not to viewers', async () => {
  const { page, close } = await open(browser);
  await signIn(page, '/funnel?at=2&lost=yes');
  await settled(page);
  await page.getByText(/most recent of those who did not get there/).waitFor();
  await close();
  const viewer = await open(browser);
  await viewer.page.route('**/api/auth/login', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: { ...answer, user: { ...answer.user, role: 'viewer' } } });
  });
  await signIn(viewer.page, '/funnel');
  await settled(viewer.page);
  assert.equal(await viewer.page.getByRole('heading', { name: 'Who they are' }).count(), 0);
  await viewer.close();
});

test('cohorts change with what they are told by', async () => {
  const { page, close } = await open(browser);
  const asked = [];
  await questions(page, asked);
  await signIn(page, '/cohorts');
  await settled(page);
  await page.getByText('First purchase', { exact: true }).click();
  await page.waitForURL(/cohort=first_purchase/);
  await page.getByText('Months', { exact: true }).click();
  await page.waitForURL(/every=month/);
  await settled(page);
  const last = asked.findLast(({ kind }) => kind === 'Cohort');
  assert.deepEqual([last.grain, last.cohort.beginning], ['month', 'first_purchase']);
  await close();
});
