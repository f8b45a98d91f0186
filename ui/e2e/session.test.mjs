import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, drawn, launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

test('signed out, `/` is the landing page and leads to the sign-in', async () => {
  const { page, faults, close } = await open(browser);
  await page.goto(`${address}/`);
  await page.getByRole('heading', { level: 1, name: /Everything that happens/ }).waitFor();
  await accessible(page);
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a page behind the sign-in comes after signing in, and a wrong password is explained', async () => {
  const { page, faults, close } = await open(browser);
  await page.goto(`${address}/methods?period=last_7_days`);
  await page.waitForURL(/sign-in\?next=/);
  await page.getByRole('textbox', { name: 'User name' }).fill('nobody-of-this-name');
  await page.locator('input[type="password"]').fill('certainly wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'User name or password is wrong' }).waitFor();
  await accessible(page);
  await page.locator('input[autocomplete="username"]').fill(process.env.VITRINE_USERNAME);
  await page.locator('input[type="password"]').fill(process.env.VITRINE_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Metrics and methods' }).waitFor();
  assert.match(page.url(), /\/methods\?period=last_7_days/);
  await page.getByText('conversion_per_session').waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a locked account says how long to wait', async () => {
  const { page, close } = await open(browser);
  await page.route('**/api/auth/login', (route) => route.fulfill({
    status: 429, contentType: 'application/problem+json', headers: { 'Retry-After': '65' }, body: JSON.stringify({ title: 'Too Many Requests', status: 429, code: 'sign_in_delayed' }),
  }));
  await page.goto(`${address}/sign-in`);
  await page.getByRole('textbox', { name: 'User name' }).fill('someone');
  await page.locator('input[type="password"]').fill('x');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: /Try again in 6\d seconds/ }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Sign in' }).isDisabled());
  await close();
});

test('a reload keeps the session, and a session that ends keeps the page', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/?period=last_90_days');
  await page.reload();
  await drawn(page);
  await page.route('**/api/auth/refresh', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"title":"No","status":401,"code":"bad_refresh"}' }));
  await page.route('**/api/query', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"title":"No","status":401,"code":"no_token"}' }));
  await page.getByRole('button', { name: /^Comparison:/ }).click();
  await page.getByRole('menuitem', { name: 'Previous year' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await accessible(page);
  await page.unroute('**/api/query');
  await page.unroute('**/api/auth/refresh');
  await dialog.locator('input[type="password"]').fill(process.env.VITRINE_PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.match(page.url(), /period=last_90_days/);
  await drawn(page);
  assert.deepEqual(faults, []);
  await close();
});

test('the keyboard reaches everything: skip link, palette, shortcuts, scheme', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/methods');
  // The palette comes after the page.
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /Palette-[^/]*\.js/.test(name)));
  await page.waitForTimeout(500);
  await page.locator('body').press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');

  await page.keyboard.press('Control+k');
  const search = page.getByRole('textbox', { name: 'Search' });
  await search.waitFor();
  await page.waitForTimeout(300);
  await accessible(page);
  await search.fill('ingest');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ingest keys' }).waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await page.keyboard.press('/');
  await search.waitFor();
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  const was = await scheme();
  await page.keyboard.press('t');
  await page.waitForFunction((before) => document.documentElement.dataset.mantineColorScheme !== before, was);
  assert.deepEqual(faults, []);
  await close();
});

test('the whole interface changes to French and stays so', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page);
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: 'Français' }).click();
  await page.getByRole('heading', { level: 1, name: 'Accueil' }).waitFor();
  await page.getByRole('heading', { name: 'Tunnel d’achat' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  await page.reload();
  await page.getByRole('heading', { name: 'Chiffre d’affaires par jour' }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test('a narrow page has its navigation in a drawer', async () => {
  const { page, faults, close } = await open(browser, { width: 390 });
  await signIn(page);
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Metrics and methods' }).click();
  await page.getByRole('heading', { name: 'Metrics and methods' }).waitFor();
  await page.waitForTimeout(400);
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('a key is made, shown once with a line to try it, and revoked', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/admin/keys');
  const name = `Browser test ${Date.now()}`;
  await page.getByRole('button', { name: 'New key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await page.getByRole('dialog', { name: `Key “${name}” created` }).waitFor();
  const curl = await dialog.locator('pre').nth(1).textContent();
  const secret = await dialog.locator('pre').nth(0).textContent();
  assert.ok(secret.length >= 16);
  assert.ok(curl.includes(`Authorization: Bearer ${secret}`) && curl.includes('/api/events'));
  await accessible(page);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('row', { name: new RegExp(name) }).waitFor();
  assert.equal(await page.getByText(secret).count(), 0);

  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  const confirm = page.getByRole('dialog', { name: `Revoke “${name}”?` });
  await confirm.getByRole('textbox').fill(name);
  await confirm.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('row', { name: new RegExp(name) }).waitFor({ state: 'detached' });
  assert.deepEqual(faults, []);
  await close();
});

test('the account page is accessible, and signing out leads to the landing page', async () => {
  const { page, faults, close } = await open(browser);
  await signIn(page, '/account');
  await accessible(page);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await accessible(page);
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: /Everything that happens/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /Everything that happens/ }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});
