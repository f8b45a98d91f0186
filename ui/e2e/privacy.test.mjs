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

for (const [scheme, width] of [['light', 1440], ['dark', 390]]) {
  test(`a person is handed out, a hold forbids erasing, and receipts tell of it (${scheme}, ${width})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width });
    await signIn(page, '/admin/privacy');
    await page.getByRole('heading', { level: 1, name: 'Privacy' }).waitFor();
    const person = `nobody-${Date.now()}`;
    await page.getByLabel('User id').fill(person);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hand out (NDJSON)' }).click()]);
    assert.equal(readFileSync(await file.path()).length, 0);
    await page.getByText('The file has 0 events and logs.').waitFor();
    const reason = `case ${Date.now()}`;
    await page.getByLabel('Reason').fill(reason);
    await page.getByRole('button', { name: 'Begin a hold' }).click();
    await page.getByText(reason, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Erase…' }).click();
    await page.getByLabel('Type erase to go on').fill('erase');
    await page.getByRole('dialog').getByRole('button', { name: 'Erase this person?' }).click();
    await page.getByRole('alert').filter({ hasText: reason }).waitFor();
    await page.getByRole('button', { name: `End the hold ${reason}` }).click();
    await page.getByRole('button', { name: `End the hold ${reason}` }).waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'handed out' }).first().waitFor();
    await accessible(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('the page speaks French', async () => {
  const { page, close } = await open(browser, { language: 'fr' });
  await signIn(page, '/admin/privacy');
  await page.getByRole('heading', { level: 1, name: 'Confidentialité' }).waitFor();
  await page.getByText('Durée de conservation des journaux').waitFor();
  await accessible(page);
  await close();
});

test('the saved objects of the log dashboard are downloaded', async () => {
  const { page, close } = await open(browser);
  await signIn(page, '/logs/overview');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the saved objects' }).click()]);
  assert.equal(readFileSync(await file.path(), 'utf8').trim().split('\n').length, 5);
  await close();
});
