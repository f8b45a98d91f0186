// Accounts: one's own with a second factor, those of others, what was done; and what no page may do.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { address, launch, open, signIn } from './browser.mjs';

const { default: Axe } = AxeBuilder.default ? AxeBuilder : { default: AxeBuilder };
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function accessible(page) {
  await page.waitForTimeout(300);
  const { violations } = await new Axe({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`), []);
}

/** What an authenticator app shows (RFC 6238). */
function code(secret, later = 0) {
  const bits = [...secret.replaceAll(' ', '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(step).digest();
  return String((hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const name = `person-${Date.now().toString(36)}`;
const chosen = 'a-grey-falcon-over-the-harbour';

async function fillSignIn(page, password) {
  await page.goto(`${address}/sign-in`);
  await page.locator('input[autocomplete="username"]').fill(name);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
}

test('an account is added, its person chooses a password and sets up a second factor, and it is deleted', async () => {
  const admin = await open(browser);
  await signIn(admin.page, '/admin/users');
  await admin.page.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
  await accessible(admin.page);
  await admin.page.getByRole('button', { name: 'Add a user' }).click();
  const add = admin.page.getByRole('dialog', { name: 'Add a user' });
  await add.getByRole('textbox', { name: 'User name' }).fill(name);
  await accessible(admin.page);
  await add.getByRole('button', { name: 'Add a user' }).click();
  const first = await add.getByRole('group', { name: 'Password' }).innerText();
  assert.match(first.trim(), /^[a-zA-Z2-9]{20}$/);
  await add.getByRole('button', { name: 'I have passed it on' }).click();

  const person = await open(browser);
  await fillSignIn(person.page, first.trim());
  const forced = person.page.getByRole('dialog', { name: 'Choose a new password' });
  await forced.locator('input[autocomplete="current-password"]').fill(first.trim());
  for (const field of await forced.locator('input[autocomplete="new-password"]').all()) await field.fill(chosen);
  await forced.getByRole('button', { name: 'Change password' }).click();
  await forced.waitFor({ state: 'hidden' });

  await person.page.goto(`${address}/account`);
  await person.page.getByText('Off: the password alone signs in').waitFor();
  await person.page.getByText('this one').waitFor();
  await accessible(person.page);
  await person.page.getByRole('button', { name: 'Set up' }).click();
  const setup = person.page.getByRole('dialog', { name: 'Second factor' });
  await setup.locator('input[autocomplete="current-password"]').fill(chosen);
  await setup.getByRole('button', { name: 'Next' }).click();
  await setup.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  const secret = (await setup.getByRole('group', { name: 'Or type this secret into the app' }).innerText()).trim();
  await accessible(person.page);
  await setup.getByRole('textbox', { name: 'Six-digit code' }).fill(code(secret));
  await setup.getByRole('button', { name: 'Confirm' }).click();
  const codes = (await setup.getByRole('group', { name: 'Recovery codes' }).innerText()).trim().split(/\s+/);
  assert.equal(codes.length, 10);
  await setup.getByRole('button', { name: 'I have kept them' }).click();
  await person.page.getByText('On: 10 recovery codes left').waitFor();
  assert.deepEqual(person.faults, []);
  await person.close();

  const again = await open(browser);
  await fillSignIn(again.page, chosen);
  await again.page.getByRole('alert').filter({ hasText: 'also asks for a six-digit code' }).waitFor();
  await accessible(again.page);
  await again.page.locator('input[autocomplete="one-time-code"]').fill(code(secret, 1));
  await again.page.locator('form button[type="submit"]').click();
  await again.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor();
  await again.close();

  await admin.page.getByRole('textbox', { name: 'Find a name or e-mail' }).fill(name);
  await admin.page.getByText('1 account fits').waitFor();
  const sure = admin.page.getByRole('dialog', { name: `Delete ${name}?` });
  const remove = admin.page.getByRole('menuitem', { name: 'Delete' });
  // On a busy machine the menu may close while it is still opening, and the click is lost.
  for (let turn = 0; turn < 3 && !(await sure.isVisible()); turn += 1) {
    if (!(await remove.isVisible())) await admin.page.getByRole('button', { name: `Actions for ${name}` }).click();
    await remove.click();
    await sure.waitFor({ timeout: 10_000 }).catch(() => null);
  }
  assert.ok(await sure.getByRole('button', { name: 'Delete' }).isDisabled());
  await sure.getByRole('textbox').fill(name);
  await accessible(admin.page);
  await sure.getByRole('button', { name: 'Delete' }).click();
  await admin.page.getByText('No account fits these filters.').waitFor();

  await admin.page.goto(`${address}/admin/audit`);
  await admin.page.getByRole('textbox', { name: 'Find a name, address or detail' }).fill(name);
  for (const act of ['Account deleted', 'Second factor set up', 'Password changed', 'Account added']) {
    await admin.page.getByRole('rowheader', { name: act, exact: true }).first().waitFor();
  }
  await accessible(admin.page);
  const [file] = await Promise.all([admin.page.waitForEvent('download'), admin.page.getByRole('button', { name: 'Download CSV' }).click()]);
  assert.match(file.suggestedFilename(), /audit\.csv$/);
  assert.deepEqual(admin.faults, []);
  await admin.close();
});

test('in French, on a telephone', async () => {
  const { page, faults, close } = await open(browser, { language: 'fr', width: 390, scheme: 'dark' });
  await signIn(page, '/admin/users');
  await page.getByRole('heading', { level: 1, name: 'Utilisateurs' }).waitFor();
  await accessible(page);
  await page.goto(`${address}/admin/audit`);
  await page.getByRole('heading', { level: 1, name: 'Journal d’audit' }).waitFor();
  await page.getByRole('rowheader', { name: 'Connexion', exact: true }).first().waitFor();
  await accessible(page);
  await page.goto(`${address}/account`);
  await page.getByText('Où vous êtes connecté').waitFor();
  await accessible(page);
  await page.goto(`${address}/register`);
  await page.getByText('L’inscription n’est pas ouverte ici').waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test('no page breaks the policy, asks another origin for anything or uses a budget up', async () => {
  const { page, faults, close } = await open(browser);
  let requests = 0;
  let asked = 0;
  const refused = [];
  const unprotected = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(address)) return;
    requests += 1;
    if (new URL(response.url()).pathname.startsWith('/api/')) asked += 1;
    if (response.status() === 429) refused.push(response.url());
    const policy = response.headers()['content-security-policy'] ?? '';
    if (!policy.includes("default-src 'self'") || /unsafe-(inline|eval)/.test(policy)) unprotected.push(response.url());
  });
  await signIn(page, '/');
  const paths = await page.locator('nav a[href]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
  assert.ok(paths.length > 25, `${paths.length} pages`);
  const began = Date.now();
  for (const path of paths) {
    // From page to page as a reader goes, without loading the program anew.
    await page.locator(`nav a[href^="${path}"]`).first().click();
    await page.waitForURL((url) => url.pathname === path);
    await page.locator('main h1').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('main [role="status"][aria-label]').length === 0);
  }
  console.log(`${paths.length} pages, ${requests} requests, ${asked} of them to the API, ${Math.round((Date.now() - began) / 1000)} s`);
  // At this many a page, a person who opens one every two seconds stays within the budget of 600 a minute.
  assert.ok(asked / paths.length < 20, `${asked} requests for ${paths.length} pages`);
  assert.deepEqual(faults, []);
  assert.deepEqual(refused, []);
  assert.deepEqual(unprotected, []);
  await close();
});
