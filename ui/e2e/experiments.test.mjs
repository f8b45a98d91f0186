import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  // The 480 rows of a simulation are made alike: thirty of them are enough, and take seconds instead of half a minute.
  const { violations } = await new Axe({ page }).exclude('tbody tr:nth-child(n + 31)').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

async function within(page, width) {
  const outside = await page.evaluate((limit) => [...document.querySelectorAll('main *')]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest('.hidden-text, [role="group"], [role="radiogroup"], [role="img"]')).map(({ outerHTML }) => outerHTML.slice(0, 100)), width);
  assert.deepEqual(outside, []);
}

for (const [scheme, width] of [['light', 1440], ['dark', 390]]) {
  test(`the calculators answer and fit within ${width} px (${scheme})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width });
    await signIn(page, '/experiments/calculators');
    await page.getByText('The variant is better, by more than chance').waitFor();
    await page.getByText('0.0212').first().waitFor();
    await page.locator('[data-drawn="true"]').nth(1).waitFor();
    await accessible(page);
    await within(page, width);
    await page.goto(`${address}/experiments/calculators?input=calc:size`);
    await page.getByText(/visitors find a change of \+10/).waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });

  test(`planner and simulations say that they are simulated, within ${width} px (${scheme})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width });
    await signIn(page, '/experiments/planner');
    await page.getByText(/^Simulated\./).waitFor();
    await page.locator('[data-drawn="true"]').nth(1).waitFor();
    await accessible(page);
    await within(page, width);
    await page.goto(`${address}/experiments/simulations`);
    await page.getByText(/^Simulated\./).waitFor();
    await page.getByText(/480 rows; the seed 42/).waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('a typed number stands in the address, and the link shows the same', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/experiments/calculators');
  const conversions = page.getByRole('textbox', { name: 'Conversions' }).nth(1);
  await conversions.fill('121');
  await page.waitForURL(/vh:121/);
  await page.getByText('The difference may be chance').waitFor();
  const link = page.url();
  await conversions.fill('99999');
  await page.getByRole('alert').filter({ hasText: '99,999 of 2,380' }).waitFor();
  await page.goto(link);
  await page.getByText('The difference may be chance').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

for (const [language, typed, shown] of [['en', '0.05', '0.05'], ['fr', '0,05', '0,05'], ['es', '0.05', '0,05']]) {
  test(`decimals are typed sign by sign, as the reader writes them (${language}, ${typed})`, async () => {
    const { page, faults, close } = await open(browser, { language });
    await signIn(page, '/experiments/calculators?input=calc:size');
    const effect = page.locator('form input[inputmode="decimal"]').nth(1);
    await effect.click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(typed);
    await page.waitForURL(/effect:0\.05$/);
    assert.match(await effect.inputValue(), new RegExp(`^${shown}`));
    await page.getByRole('alert').or(page.getByText(/0[.,]1\s?%/)).first().waitFor();
    assert.deepEqual(faults, []);
    await close();
  });
}

test('back leads from one calculator to the one before, and from an experiment to the list', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/experiments/calculators');
  await page.getByText('The variant is better, by more than chance').waitFor();
  await page.getByText('Power', { exact: true }).click();
  await page.getByText(/Enough:|Too few:/).waitFor();
  await page.goBack();
  await page.getByText('The variant is better, by more than chance').waitFor();
  await page.goto(`${address}/experiments/running`);
  await page.getByRole('row').nth(1).getByRole('button').click();
  await page.getByRole('button', { name: 'All experiments' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'What are we trying out?' }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('what the server refuses of scenarios and of a plan is said in French', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr' });
  await signIn(page, '/experiments/planner?input=runs:5');
  await page.getByRole('alert').filter({ hasText: 'de 100 à 100 000 itérations, pas 5' }).waitFor();
  await page.goto(`${address}/experiments/planner`);
  await page.getByRole('button', { name: 'Modifier les scénarios' }).click();
  await page.getByRole('textbox', { name: 'Semaines' }).first().fill('521');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('alert').filter({ hasText: 'S1 : de 1 à 520 semaines, ou rien' }).waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a table without variance has an answer, and a margin is planned for', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/experiments/calculators?input=method:fisher;ct:1;ch:0;vt:1;vh:1');
  await page.getByText('The difference may be chance').waitFor();
  await page.getByText('-12.21').first().waitFor();
  await page.goto(`${address}/experiments/calculators?input=calc:size;noworse:yes;guards:2`);
  await page.getByText(/visitors show that it is not worse by more than 10/).waitFor();
  await page.getByText('93.3%').waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a batch is compared row by row', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/experiments/calculators?input=calc:batch');
  await page.getByRole('textbox', { name: 'CSV' }).fill('control_conversions,control_total,variant_conversions,variant_total\n120,2400,156,2380\n5,4,1,2');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByText('1 of 2 rows stand out after correction; 1 could not be compared').waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('in French the pages speak French', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr' });
  await signIn(page, '/experiments/calculators');
  await page.getByText('La variante est meilleure, au-delà du hasard').waitFor();
  await page.goto(`${address}/experiments/planner`);
  await page.getByText(/^Simulé\./).waitFor();
  await page.getByText('Nettoyage du catalogue').first().waitFor({ state: 'attached' });
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('an experiment with values is defined, started and decided, its link opens it, and the log says so', async () => {
  const { page, faults, close } = await open(browser);
  const key = `e2e.v2-${Date.now()}`;
  await signIn(page, '/experiments/running');
  await page.getByRole('button', { name: 'Define an experiment' }).first().click();
  await page.getByRole('textbox', { name: 'Key' }).fill(key);
  await page.getByText(/visitors find a change of .* in Conversion/).waitFor();
  await page.getByRole('combobox', { name: 'What the shop’s code gets' }).click();
  await page.getByRole('option', { name: 'a number' }).click();
  await page.getByRole('textbox', { name: 'Value 1' }).fill('ten');
  await page.getByText('Not a number').waitFor();
  await accessible(page);
  await page.getByRole('textbox', { name: 'Value 1' }).fill('10');
  await page.getByRole('textbox', { name: 'Value 2' }).fill('12.5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: key }).waitFor();
  await page.goto(`${address}/experiments/running?input=key:${key}`);
  await page.getByRole('heading', { level: 1, name: key }).waitFor();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('textbox', { name: 'Value 2' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Value 2' }).inputValue(), '12.5');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('From now on visitors are assigned.').waitFor();
  await accessible(page);
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByText('Nobody has seen it yet').waitFor();
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('combobox', { name: 'Everybody gets' }).click();
  await page.getByRole('option', { name: 'variant' }).click();
  await page.getByRole('textbox', { name: 'Why (for the log)' }).fill('cheaper to keep');
  await page.getByRole('button', { name: 'Yes, do it' }).click();
  await page.getByText('3 changes').waitFor();
  await page.getByRole('cell', { name: 'Decided' }).waitFor();
  await page.getByRole('heading', { name: 'Decided: everybody gets variant' }).waitFor();
  await page.getByText('“cheaper to keep”').waitFor();
  await accessible(page);
  await page.getByRole('button', { name: 'All experiments' }).click();
  await page.getByRole('button', { name: key }).waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

/** Two experiments of another tool: one with a difference, one without; the last row cannot be read. */
const checkpoints = [
  'experiment_id,variant_id,metric_id,time_since_start,count_c,count_t,mean_c,mean_t,variance_c,variance_t',
  'aaa,2,1,1,4000,4100,0.10,0.11,0.09,0.098', 'aaa,2,1,2,9000,9100,0.10,0.115,0.09,0.1', 'aaa,2,1,3,20000,20100,0.10,0.115,0.09,0.1',
  'bbb,2,1,1,5000,5000,2.0,2.01,4,4', 'bbb,2,1,2,9000,9000,2.0,2.01,4,4', 'bbb,2,1,3,many,9000,2.0,2.01,4,4',
].join('\n');

for (const [language, scheme, width, title, subtitle] of [
  ['en', 'light', 1440, 'What came of them elsewhere?', /1 of 2 comparisons of 2 experiments stand out/], ['fr', 'dark', 390, 'Qu’ont-elles donné ailleurs ?', /1 .*2 .*2/],
]) {
  test(`checkpoints of another tool are read and told apart from what was counted here, within ${width} px (${language})`, async () => {
    const { page, faults, close } = await open(browser, { language, scheme, width });
    await signIn(page, '/experiments/running');
    await page.locator('input[type="file"]').setInputFiles({ name: 'checkpoints.csv', mimeType: 'text/csv', buffer: Buffer.from(checkpoints) });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText(subtitle).first().waitFor();
    await page.getByRole('alert').filter({ hasText: 'many' }).waitFor();
    await page.locator('[data-drawn="true"]').first().waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}

for (const [scheme, width, language] of [['light', 1440, 'en'], ['dark', 390, 'fr']]) {
  test(`what came of an experiment is told in words first, within ${width} px (${scheme}, ${language})`, async () => {
    const { page, faults, close } = await open(browser, { scheme, width, language });
    await signIn(page, '/experiments/running?input=key:sticky_cart');
    await page.getByText(language === 'en' ? /^Rule|Rule: / : /Règle\s: /).first().waitFor();
    await page.getByRole('heading', { name: language === 'en' ? 'What it changed' : 'Ce que cela a changé' }).waitFor();
    await page.getByRole('heading', { name: language === 'en' ? 'How it came to that' : 'Comment on y est arrivé' }).waitFor();
    await page.locator('[data-drawn="true"]').nth(1).waitFor();
    await page.getByRole('heading', { name: language === 'en' ? 'For whom' : 'Pour qui' }).waitFor();
    await page.getByRole('row').filter({ hasText: /desktop|mobile|phone|tablet/i }).first().waitFor();
    await accessible(page);
    await within(page, width);
    assert.deepEqual(faults, []);
    await close();
  });
}
