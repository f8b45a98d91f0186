import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`), []);
}

test('a case is opened, decided and taken back with single keys', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/trust/fraud');
  await page.getByRole('button', { name: /^Open / }).first().waitFor();
  await accessible(page);
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Where the score comes from' }).waitFor();
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Where the score comes from' }).waitFor({ state: 'detached' });
  await page.keyboard.press('u');
  await page.getByText(/: Unsure/).waitFor();
  await page.keyboard.press('z');
  await page.getByText('Back as it was').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

for (const [language, scheme, width, figures, rules] of [['en', 'light', 1440, 'Figures', 'Rules'], ['fr', 'dark', 390, 'Chiffres', 'Règles']]) {
  test(`figures and rules are shown (${language}, ${scheme}, ${width})`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, '/trust/fraud');
    await page.getByText(figures, { exact: true }).click();
    await page.locator('[data-drawn="true"]').first().waitFor();
    await accessible(page);
    await page.getByText(rules, { exact: true }).click();
    // A telephone has no room for sliders beside the numbers.
    await page.getByRole(width > 600 ? 'slider' : 'textbox').first().waitFor();
    await accessible(page);
    assert.deepEqual(faults, []);
    await close();
  });
}
