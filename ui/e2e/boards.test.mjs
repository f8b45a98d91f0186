import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
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

async function within(page, width) {
  const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="group"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
  assert.deepEqual(outside, []);
}

const charted = (page, count) => page.waitForFunction((least) => {
  const charts = [...document.querySelectorAll('[data-drawn]')];
  return charts.length >= least && charts.every((chart) => chart.dataset.drawn === 'true') && document.querySelectorAll('section [role="status"][aria-label]').length === 0;
}, count, { timeout: 45_000 });

async function pick(page, field, option) {
  await page.getByRole('textbox', { name: field, exact: true }).or(page.getByRole('combobox', { name: field, exact: true })).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await page.keyboard.press('Escape');
}

const unique = `Test ${Date.now()}`;

test('a chart of logs counts what a search finds: over time, by values, by ranges', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/shop/visualisations');
  await charted(page, 1);
  await page.locator('label').getByText('Logs', { exact: true }).click();
  await page.getByRole('heading', { name: 'Logs over time', exact: true }).waitFor();
  await pick(page, 'Split by', 'Service');
  await page.getByRole('heading', { name: 'Logs over time by Service' }).waitFor();
  await pick(page, 'Shows', 'Most frequent values of a field');
  const search = page.getByRole('textbox', { name: 'Which logs' });
  await search.fill('level:ERROR');
  await search.press('Enter');
  await page.getByRole('heading', { name: 'Most frequent values: Service: level:ERROR' }).waitFor();
  await charted(page, 1);
  await accessible(page);
  await search.fill('response_time:>=fast');
  await search.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'response_time holds a number' }).waitFor();
  await search.fill('');
  await search.press('Enter');
  await pick(page, 'Shows', 'Ranges of a number');
  await pick(page, 'Number', 'Amount');
  await page.getByRole('heading', { name: 'Logs by ranges: Amount' }).waitFor();
  await page.getByRole('textbox', { name: 'Bounds' }).fill('100 ; x');
  await page.getByText('Only numbers, with semicolons between them').waitFor();
  await charted(page, 1);
  const name = `Ranges ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Bounds' }).fill('100 ; 300');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Save chart' }).click();
  await page.waitForURL(/chart=/);
  await page.reload();
  await page.getByRole('heading', { name }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Bounds' }).inputValue(), '100 ; 300');
  assert.deepEqual(faults, []);
  await close();
});

test('a chart is built, drawn at once, saved, and comes back after it was deleted', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/shop/visualisations');
  await charted(page, 1);
  await accessible(page);
  for (const drawing of ['Bars', 'Table', 'Lines']) {
    await page.locator('label').getByText(drawing, { exact: true }).click();
    await page.getByRole('heading', { name: 'Revenue over time' }).or(page.getByRole('heading', { name: 'Revenue', exact: true })).first().waitFor();
  }
  await page.locator('label').getByText('Pie', { exact: true }).click();
  await page.getByText('Pick exactly one thing to split by.').first().waitFor();
  await pick(page, 'Split by', 'Channel');
  await page.getByRole('heading', { name: 'Revenue by Channel' }).waitFor();
  await charted(page, 1);
  await page.getByRole('textbox', { name: 'Name' }).fill(unique);
  await page.getByRole('button', { name: 'Save chart' }).click();
  await page.waitForURL(/chart=/);
  const row = page.getByRole('row', { name: new RegExp(unique) });
  await row.waitFor();
  await row.getByRole('button', { name: `Actions of ${unique}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(`“${unique}” is back`).waitFor();
  await row.waitFor();
  assert.deepEqual(faults, []);
  await close();
});

for (const [language, scheme, width, title, charts] of [
  ['en', 'light', 1440, 'The shop at a glance', 5], ['fr', 'dark', 390, 'La boutique en un coup d’œil', 5],
  ['en', 'light', 390, 'Logs of the shop', 2], ['fr', 'dark', 1440, 'Journaux de la boutique', 2],
]) {
  test(`the dashboard ${title} is drawn from the shop's data (${language}, ${scheme}, ${width})`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, '/shop/dashboards');
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await charted(page, charts);
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a dashboard is made, arranged by keyboard and pointer, kept, and shown in a frame of the host named', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/shop/dashboards');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  await page.getByLabel('Name of the dashboard').fill(unique);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('This dashboard is empty').waitFor();
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByPlaceholder('Pick a saved chart').click();
  await page.getByRole('option', { name: unique }).click();
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('What to look at');
  const grip = page.getByRole('button', { name: 'Move Note' });
  await grip.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.getByText('Place 1 of 2').waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  const tiles = () => page.locator('[data-tile]').evaluateAll((all) => all.map(({ dataset }) => dataset.tile));
  assert.deepEqual(await tiles(), ['t2', 't1']);
  await page.getByRole('button', { name: 'Size of Note' }).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await page.getByText('6 of 12 columns wide, 1 rows high').waitFor({ state: 'attached' });
  const from = await page.getByRole('button', { name: `Move ${unique}` }).boundingBox();
  const to = await page.locator('[data-tile="t2"]').boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 30, { steps: 8 });
  await page.mouse.up();
  assert.deepEqual(await tiles(), ['t1', 't2']);
  await accessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(`“${unique}” is saved`).waitFor();
  await page.reload();
  await page.getByText('What to look at').waitFor();
  assert.deepEqual(await tiles(), ['t1', 't2']);

  await page.getByRole('button', { name: 'Share' }).click();
  const other = createServer((_, response) => { response.setHeader('Content-Type', 'text/html'); response.end('<iframe title="shop"></iframe>'); });
  await new Promise((ready) => { other.listen(0, '127.0.0.1', ready); });
  // A failure must not keep the whole run alive.
  other.unref();
  const host = `http://127.0.0.1:${other.address().port}`;
  await page.getByRole('textbox', { name: 'Sites' }).or(page.getByRole('combobox', { name: 'Sites' })).first().fill(host);
  await page.getByRole('button', { name: 'Make link' }).click();
  const code = page.getByText(/<iframe src=/);
  await code.waitFor();
  await accessible(page);
  const link = /src="([^"]+)"/.exec(await code.innerText())[1];
  assert.deepEqual(faults, []);

  const outside = await (await browser.newContext()).newPage();
  await outside.goto(host);
  await outside.locator('iframe').evaluate((frame, src) => { frame.src = src; }, link);
  await outside.frameLocator('iframe').getByText('What to look at').waitFor({ timeout: 45_000 });
  await outside.frameLocator('iframe').locator('[data-drawn="true"]').first().waitFor({ timeout: 45_000 });
  const refused = [];
  outside.on('console', (message) => refused.push(message.text()));
  await outside.locator('iframe').evaluate((frame, src) => { frame.src = src; }, `${address}/shop/dashboards`);
  await outside.waitForTimeout(2_000);
  assert.ok(refused.some((text) => /frame/i.test(text)), refused.join('\n'));
  const ended = page.waitForResponse((response) => response.request().method() === 'DELETE' && response.ok());
  await page.getByRole('button', { name: 'End this link' }).click();
  await ended;
  await outside.goto(link);
  // Strangers are spoken to in the shop's language.
  await outside.getByRole('heading', { name: 'Ce lien ne montre plus rien' }).waitFor();
  await outside.context().close();
  other.close();
  await close();
});

test('the e-mail dialog says that no mail server is set, and keeps what is prepared', async () => {
  const { page, close } = await open(browser, { language: 'fr' });
  await signIn(page, '/shop/dashboards');
  await page.getByRole('link', { name: unique }).click();
  await page.getByRole('button', { name: 'E-mail' }).click();
  await page.getByText(/vitrine\.mail\.host/).waitFor();
  await page.getByRole('button', { name: 'Nouvel envoi' }).click();
  await page.getByRole('textbox', { name: 'Adresse e-mail' }).fill('zoe@shop.example');
  await page.getByRole('button', { name: 'Enregistrer l’envoi' }).click();
  await page.getByText('Chaque lundi à 08:00').waitFor();
  await accessible(page);
  await close();
});

for (const [language, scheme, width] of [['en', 'light', 1440], ['fr', 'dark', 390]]) {
  test(`SQL is asked by keyboard, answered as a table and saved as CSV (${language}, ${scheme}, ${width})`, async () => {
    const words = language === 'en' ? { field: 'Statement', csv: 'Download CSV', refused: /is not allowed here/ } : { field: 'Instruction', csv: 'Télécharger en CSV', refused: /n’est pas permise ici/ };
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, '/sql');
    const field = page.getByRole('textbox', { name: words.field });
    await field.fill('select 1 as one, \'deux\' as two');
    await field.press('Control+Enter');
    await page.getByRole('cell', { name: 'deux' }).waitFor();
    await accessible(page);
    await within(page, width);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.csv }).click()]);
    assert.equal(readFileSync(await file.path(), 'utf8').slice(1), 'one,two\r\n1,deux\r\n');
    await field.fill('select * from duckdb_settings()');
    await field.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: words.refused }).waitFor();
    await page.getByText('select * from duckdb_settings()').last().waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
}
