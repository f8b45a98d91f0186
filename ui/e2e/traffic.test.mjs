import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, launch, open, questions, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
const PATIENCE_MS = 60_000;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Every chart of the page is drawn and no card is loading. */
async function drawn(page, charts) {
  await page.waitForFunction((least) => {
    const all = [...document.querySelectorAll('[data-drawn]')];
    return all.length >= least && all.every((chart) => chart.dataset.drawn === 'true') && document.querySelectorAll('section [role="status"][aria-label]').length === 0;
  }, charts, { timeout: PATIENCE_MS });
}

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

/** What reaches beyond the page; what scrolls in a frame of its own does not. */
function outside(page, width) {
  return page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="radiogroup"], [role="group"][tabindex]'))
    .map(({ outerHTML }) => outerHTML.slice(0, 120)), width);
}

const pages = [
  { path: '/traffic', charts: 7, title: 'Who comes, when, and from where?', french: 'Qui vient, quand et d’où ?' },
  { path: '/conversions', charts: 6, title: 'Who buys, and what stops the others?', french: 'Qui achète, et qu’est-ce qui retient les autres ?' },
  { path: '/behaviour', charts: 5, title: 'What do people do in the shop?', french: 'Que font les gens dans la boutique ?' },
];

for (const { path, charts, title, french } of pages) {
  for (const [scheme, width] of [['light', 1440], ['dark', 390]]) {
    test(`${path} is accessible, stays within ${width} px and within the policy (${scheme})`, async () => {
      const { page, faults, close } = await open(browser, { scheme, width });
      await signIn(page, path);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await drawn(page, charts);
      await accessible(page);
      assert.deepEqual(await outside(page, width), []);
      assert.deepEqual(faults, []);
      await close();
    });
  }
  test(`${path} speaks French, its figures too`, async () => {
    const { page, faults, close } = await open(browser, { language: 'fr' });
    await signIn(page, path);
    await page.getByRole('heading', { level: 1, name: french }).waitFor();
    await drawn(page, charts);
    assert.doesNotMatch(await page.locator('main').innerText(), /\b(traffic|conversions|behaviour|spread|chart|filter)\.[a-z]/i);
    assert.match(await page.locator('main h1 + p').innerText(), /\d/);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('the switch for bots is a filter of the address, on every periodic page', async () => {
  const { page, faults, close } = await open(browser);
  const asked = [];
  await questions(page, asked);
  await signIn(page, '/traffic');
  await drawn(page, 7);
  await page.getByRole('button', { name: 'Bots: Without bots' }).click();
  asked.length = 0;
  await page.getByRole('menuitem', { name: 'Only bots' }).click();
  await page.waitForURL(/filters=bot:is:true/);
  await drawn(page, 7);
  assert.ok(asked.some(({ kind, filters }) => kind === 'Breakdown' && filters.some(({ field, values }) => field === 'bot' && values[0] === 'true')));
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('button', { name: 'Bots: Only bots' }).waitFor();
  await page.goBack();
  await page.goBack();
  await page.getByRole('button', { name: 'Bots: Without bots' }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('sources are split as one likes, and a click on one filters the page', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/traffic');
  await drawn(page, 7);
  const sources = page.locator('[data-card^="where-sessions-come-from"]');
  await page.getByRole('radiogroup', { name: 'Split by' }).first().getByText('Campaign').click();
  await page.waitForURL(/split=campaign/);
  await sources.getByRole('heading', { name: 'Where sessions come from · Campaign' }).waitFor();
  await page.getByRole('radiogroup', { name: 'Split by' }).first().getByText('Channel').click();
  const first = sources.locator('tbody tr').first().getByRole('button');
  const name = await first.innerText();
  await first.click();
  await page.waitForURL(/filters=channel:is:/);
  await page.getByRole('button', { name: `Remove filter: Channel is ${name}` }).waitFor();
  await page.waitForFunction(() => document.querySelectorAll('[data-card^="where-sessions-come-from"] tbody tr').length === 1, undefined, { timeout: PATIENCE_MS });
  assert.deepEqual(faults, []);
  await close();
});

test('every model of attribution shares out the same revenue, and its data can be taken away', async () => {
  const { page, faults, close } = await open(browser);
  const answers = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/api/query')) return;
    const answer = await response.json().catch(() => null);
    if (answer?.columns?.some(({ name }) => name === 'revenue_linear')) answers.push(answer);
  });
  await signIn(page, '/traffic');
  await drawn(page, 7);
  await page.getByRole('radiogroup', { name: 'Model' }).getByText('Linear').click();
  await page.waitForURL(/model=linear/);
  await page.getByText('To each session as much.').waitFor();
  const { columns, rows } = answers[0];
  const sums = columns.flatMap(({ name }, index) => (/^revenue_/.test(name) && !name.endsWith('_previous') ? [Math.round(rows.reduce((sum, row) => sum + 100 * Number(row[index]), 0))] : []));
  assert.equal(sums.length, 6);
  assert.equal(new Set(sums).size, 1, `sums of the models: ${sums}`);
  assert.ok(sums[0] > 0);
  const card = page.locator('[data-card="the-models-side-by-side"]');
  await card.getByRole('button', { name: 'Export The models side by side' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Data (CSV)' }).click()]);
  assert.match(readFileSync(await file.path(), 'utf8'), /Time decay/);
  assert.deepEqual(faults, []);
  await close();
});

test('a chart is a table at a click, and its points are read by the arrow keys', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/conversions');
  await drawn(page, 6);
  const card = page.locator('[data-card="what-an-order-is-worth"]');
  await card.locator('[role="img"][data-drawn]').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await card.locator('.hidden-text[role="status"]').innerText(), /^€0.*%\)$/);
  await card.getByRole('button', { name: /^Show as table/ }).click();
  await card.getByRole('columnheader', { name: 'Share' }).waitFor();
  await page.getByRole('heading', { name: 'The most valuable abandoned carts' }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('a page opens by its keys and by its link with period and choices', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/');
  await page.locator('main h1').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.getByRole('heading', { level: 1, name: 'What do people do in the shop?' }).waitFor();
  await page.goto(`${address}/behaviour?period=last_90_days&heat=revenue`);
  await page.getByRole('heading', { name: 'Weeks and weekdays · Revenue' }).waitFor();
  await page.getByRole('button', { name: /^Period: Last 90 days/ }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});
