import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

const rows = (page) => page.locator('tbody tr[data-open]');

test('an attack appears with its evidence, is decided by keyboard and allowed', async () => {
  const mark = `x${Date.now()}`;
  await fetch(`${address}/${mark}?q=${encodeURIComponent("1' UNION SELECT password FROM users--")}`);
  const { page, faults, close } = await open(browser);
  await signIn(page, `/trust/security?range=24h&q=${mark}`);
  const row = rows(page).filter({ hasText: 'SQL injection' }).first();
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.locator('mark').filter({ hasText: 'UNION SELECT' }).waitFor();
  await accessible(page);
  await drawer.getByRole('button', { name: 'A false alarm' }).click();
  await drawer.getByText(/False alarm, by/).waitFor();
  await drawer.getByRole('button', { name: 'Allow', exact: true }).click();
  await page.getByText('Allowed from now on').waitFor();
  await page.keyboard.press('Escape');
  const entry = page.getByRole('button', { name: new RegExp(`Look again for.*${mark}`) });
  await entry.click();
  await entry.waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await close();
});

test('the page has its figures and is accessible (fr, dark, 390 px)', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr', scheme: 'dark', width: 390 });
  await signIn(page, '/trust/security?range=90d');
  await page.getByRole('heading', { name: 'Qui nous attaque ?' }).waitFor();
  await rows(page).first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('[data-drawn]')].every((chart) => chart.dataset.drawn === 'true'));
  const map = page.locator('section', { has: page.getByRole('heading', { name: 'D’où elles viennent' }) });
  await map.locator('[role="img"]').focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await map.getByRole('status').textContent(), /^.+: Requêtes \d/);
  await accessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 1, `${wide} px too wide`);
  assert.deepEqual(faults, []);
  await close();
});
