import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
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

const rows = (page) => page.locator('tbody tr[data-index]');

test('a search narrows by words, facets and fields, opens a log with its neighbours, and is a link', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/logs/search');
  await page.getByText(/logs found in/).waitFor();
  await rows(page).first().waitFor();
  const box = page.getByRole('textbox', { name: 'Search the logs' }).or(page.getByRole('combobox', { name: 'Search the logs' })).first();
  await box.fill('declined');
  await box.press('Enter');
  await page.waitForURL(/q=declined/);
  await page.locator('tbody mark').first().waitFor();
  await page.getByRole('button', { name: /^payments/ }).first().click();
  await page.waitForURL(/service=payments/);
  await rows(page).first().click();
  await page.waitForURL(/log=/);
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Lines around it from payments').waitFor();
  await accessible(page);
  const link = page.url();
  await page.goto(link);
  await page.getByRole('dialog').getByText('Lines around it from payments').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('pasted text is searched as it stands and a real error points at its place', async () => {
  const { page, close } = await open(browser);
  await signIn(page, `/logs/search?q=${encodeURIComponent('https://shop.example/a?b=1')}`);
  await page.getByText('Searched as plain text:').waitFor();
  await page.goto(`${address}/logs/search?q=${encodeURIComponent('timeout response_time:>=fast')}`);
  const alert = page.getByRole('alert').filter({ hasText: 'response_time holds a number' }).first();
  await alert.waitFor();
  assert.equal(await alert.locator('b').innerText(), 'response_time:>=fast');
  await close();
});

test('a search is kept, opened again and deleted', async () => {
  const { page, close } = await open(browser);
  await signIn(page, '/logs/search?q=declined');
  await page.getByRole('button', { name: 'Saved' }).click();
  const name = `declined ${Date.now()}`;
  await page.getByLabel('Save this search as').fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  await close();
});

for (const [language, scheme, width] of [['en', 'light', 1440], ['fr', 'dark', 390]]) {
  test(`every page of the logs has its figures and is accessible (${language}, ${scheme}, ${width} px)`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, '/logs/overview?range=30d');
    for (const path of ['/logs/overview?range=30d', '/logs/search', '/logs/errors?range=30d', '/logs/performance?range=30d', '/logs/uploads']) {
      await page.goto(`${address}${path}`);
      await page.locator('main h1').waitFor();
      await page.waitForFunction(() => document.querySelectorAll('main [role="status"][aria-label]').length === 0 && [...document.querySelectorAll('[data-drawn]')].every((chart) => chart.dataset.drawn === 'true'));
      await accessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 1, `${path} is ${wide} px too wide`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a file is sent, read and told about', async () => {
  const { page, close } = await open(browser);
  await signIn(page, '/logs/uploads');
  const word = `upload${Date.now()}`;
  await page.locator('input[type="file"]').setInputFiles({ name: `${word}.log`, mimeType: 'text/plain', buffer: Buffer.from(`{"message":"${word}"}\nnonsense\n`) });
  const job = page.locator('li').filter({ hasText: `${word}.log` });
  await job.getByText('done, searchable').waitFor();
  await job.getByText('1 accepted, 0 known already, 1 rejected').waitFor();
  await accessible(page);
  await job.getByRole('link', { name: `The logs of ${word}.log` }).click();
  await page.waitForURL(/q=_upload/);
  await page.getByText(/1 log found/).waitFor();
  await rows(page).filter({ hasText: word }).waitFor();
  await close();
});

test('what comes is followed live, on a telephone and in Spanish', async () => {
  const { page, context, faults, close } = await open(browser, { language: 'es', width: 390 });
  const word = `vivo${Date.now()}`;
  await signIn(page, `/logs/search?q=${word}`);
  await page.getByText('Ninguna línea coincide').first().waitFor();
  await page.getByLabel('Seguir en vivo').check();
  await page.getByText(/^En vivo/).waitFor();
  const other = await context.newPage();
  await other.goto(`${address}/logs/uploads`);
  await other.locator('input[type="file"]').setInputFiles({ name: `${word}.log`, mimeType: 'text/plain', buffer: Buffer.from(`{"message":"otra cosa"}\n{"message":"aquí ${word}","level":"ERROR"}\n`) });
  await rows(page).filter({ hasText: `aquí ${word}` }).waitFor();
  assert.equal(await rows(page).count(), 1);
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('whose logs, which amounts and which time can be chosen, and the whole result is a file', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr', scheme: 'dark' });
  await signIn(page, '/logs/search');
  await page.getByRole('button', { name: 'Autres filtres' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Montant à partir de').fill('100');
  await form.getByLabel('Du', { exact: true }).fill('2020-01-01T00:00');
  await accessible(page);
  await form.getByRole('button', { name: 'Ajouter à la recherche' }).click();
  await page.waitForURL(/amount/);
  assert.match(decodeURIComponent(page.url().replaceAll('+', ' ')), /amount:\[100 TO \*\].*since=2019-12-31T23:00:00.000Z|since=2019-12-31T23:00:00.000Z.*amount:\[100 TO \*\]/);
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Exporter' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'CSV' }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  assert.match(lines[0], /^id,type,timestamp,/);
  assert.ok(lines.length > 10, `${lines.length} lines`);
  assert.deepEqual(faults, []);
  await close();
});
