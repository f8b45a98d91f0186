// The real clients of OpenFeature against a started product, as a shop's server and pages would use them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature as OnServer } from '@openfeature/server-sdk';
import { OpenFeature as OnPage } from '@openfeature/web-sdk';
import { build } from 'vite';
import { address, launch, open } from './browser.mjs';

const PATIENCE_MS = 15_000;
const stamp = Date.now();
const flag = (name) => `client-${name}-${stamp}`;
let admin;
let key;
let browser;

async function ask(method, path, body, token = admin) {
  const reply = await fetch(`${address}${path}`, { method, headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  assert.ok(reply.ok, `${method} ${path} answered ${reply.status} ${reply.ok ? '' : await reply.text()}`);
  return reply.json();
}

async function run(name, variants) {
  await ask('PUT', `/api/experiments/${flag(name)}`, { variants });
  await ask('POST', `/api/experiments/${flag(name)}/start`, {});
}

async function eventually(what, holds) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${what} did not come in ${PATIENCE_MS} ms`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

before(async () => {
  admin = (await ask('POST', '/api/auth/login', { username: process.env.VITRINE_USERNAME, password: process.env.VITRINE_PASSWORD }, '')).access_token;
  key = (await ask('POST', '/api/keys', { name: `openfeature-${stamp}`, scope: 'ingest' })).secret;
  await run('switch', [{ name: 'control', value: false, share: 0 }, { name: 'variant', value: true, share: 1 }]);
  await run('price', [{ name: 'control', value: 1.5, share: 0 }, { name: 'variant', value: 2, share: 1 }]);
  await run('words', [{ name: 'control', value: 'old', share: 0 }, { name: 'variant', value: 'new', share: 1 }]);
  await run('look', [{ name: 'control', value: { columns: 2 }, share: 0 }, { name: 'variant', value: { columns: 3 }, share: 1 }]);
});
after(async () => { await OnServer.close(); await OnPage.close(); await browser?.close(); });

test('the provider for servers evaluates single flags of every type', async () => {
  await OnServer.setProviderAndWait(new OFREPProvider({ baseUrl: address, headers: [['Authorization', `Bearer ${key}`]] }));
  const client = OnServer.getClient();
  const context = { targetingKey: 'visitor-1', country: 'FR' };
  const told = await client.getBooleanDetails(flag('switch'), false, context);
  assert.deepEqual([told.value, told.variant, told.reason, told.errorCode], [true, 'variant', 'SPLIT', undefined]);
  assert.equal(told.flagMetadata.takes_part, true);
  assert.equal(await client.getNumberValue(flag('price'), 0, context), 2);
  assert.equal(await client.getStringValue(flag('words'), '', context), 'new');
  assert.deepEqual(await client.getObjectValue(flag('look'), {}, context), { columns: 3 });
  assert.equal((await client.getBooleanDetails('no-such-flag', true, context)).errorCode, 'FLAG_NOT_FOUND');
  assert.equal((await client.getBooleanDetails(flag('words'), true, context)).errorCode, 'TYPE_MISMATCH');
  assert.equal((await client.getBooleanDetails(flag('switch'), true, {})).errorCode, 'TARGETING_KEY_MISSING');
});

test('a flag that is switched off is seen by the next evaluation', async () => {
  const client = OnServer.getClient();
  await ask('POST', `/api/experiments/${flag('switch')}/switch`, { enabled: false });
  const off = await client.getBooleanDetails(flag('switch'), true, { targetingKey: 'visitor-1' });
  assert.deepEqual([off.value, off.reason], [false, 'DISABLED']);
  await ask('POST', `/api/experiments/${flag('switch')}/switch`, { enabled: true });
});

test('the provider for pages evaluates all flags at once, polls with its tag, and sees what changed', async () => {
  const statuses = [];
  const fetchImplementation = async (...request) => {
    const reply = await fetch(...request);
    statuses.push(reply.status);
    return reply;
  };
  const provider = new OFREPWebProvider({ baseUrl: address, pollInterval: 300, headers: [['Authorization', `Bearer ${key}`]], fetchImplementation });
  await OnPage.setContext({ targetingKey: 'visitor-1' });
  await OnPage.setProviderAndWait(provider);
  const client = OnPage.getClient();
  assert.equal(client.getBooleanValue(flag('switch'), false), true);
  assert.equal(client.getNumberValue(flag('price'), 0), 2);
  assert.deepEqual(client.getObjectValue(flag('look'), {}), { columns: 3 });
  await eventually('an answer that nothing changed', () => statuses.includes(304));
  await ask('POST', `/api/experiments/${flag('switch')}/switch`, { enabled: false });
  await eventually('the switched off flag', () => client.getBooleanValue(flag('switch'), true) === false);
});

test('another visitor of the same page gets flags of its own', async () => {
  await OnPage.setContext({ targetingKey: 'visitor-2', visitor_id: 'visitor-1' });
  const details = OnPage.getClient().getStringDetails(flag('words'), '');
  assert.deepEqual([details.value, details.variant], ['new', 'variant']);
});

/** The clients for pages as one script that names them `Clients`. */
async function clients() {
  // A file that is not there, beside this one, so that packages are found from it.
  const entry = fileURLToPath(new URL('clients.js', import.meta.url));
  const source = "export { OFREPWebProvider } from '@openfeature/ofrep-web-provider'; export { OpenFeature } from '@openfeature/web-sdk';";
  const plugin = { name: 'clients', resolveId: (id) => (id === entry ? entry : undefined), load: (id) => (id === entry ? source : undefined) };
  const [{ output }] = await build({ configFile: false, logLevel: 'silent', plugins: [plugin], build: { write: false, minify: false, copyPublicDir: false, lib: { entry, formats: ['iife'], name: 'Clients' } } });
  return `${output[0].code}; globalThis.Clients = Clients;`;
}

test('in a browser the provider for pages hears of a change at once, by a stream that needs no key', async () => {
  await ask('POST', `/api/experiments/${flag('switch')}/switch`, { enabled: true });
  browser = await launch();
  const { page, faults, close } = await open(browser);
  await page.goto(`${address}/sign-in`);
  await page.evaluate(await clients());
  const listening = page.waitForResponse((reply) => reply.url().includes('/ofrep/v1/changes/'));
  const before = await page.evaluate(async ({ secret, name }) => {
    const { OpenFeature, OFREPWebProvider } = globalThis.Clients;
    await OpenFeature.setContext({ targetingKey: 'visitor-1' });
    await OpenFeature.setProviderAndWait(new OFREPWebProvider({ baseUrl: location.origin, headers: [['Authorization', `Bearer ${secret}`]] }));
    return OpenFeature.getClient().getBooleanValue(name, false);
  }, { secret: key, name: flag('switch') });
  assert.equal(before, true);
  assert.equal((await listening).status(), 200);
  await ask('POST', `/api/experiments/${flag('switch')}/switch`, { enabled: false });
  await page.waitForFunction((name) => globalThis.Clients.OpenFeature.getClient().getBooleanValue(name, true) === false, flag('switch'));
  assert.deepEqual(faults, []);
  await close();
});
