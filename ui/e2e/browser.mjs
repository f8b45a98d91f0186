// What every browser test needs: a running server, a browser, a page that remembers what went wrong on it.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const address = need('VITRINE_URL').replace(/\/$/, '');
const username = need('VITRINE_USERNAME');
const password = need('VITRINE_PASSWORD');

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const PATIENCE_MS = 30_000;

function need(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the browser tests need a running server (VITRINE_URL, VITRINE_USERNAME, VITRINE_PASSWORD)`);
  return value;
}

export async function launch() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('no Chromium found; name one in CHROMIUM');
  return chromium.launch({ executablePath, args: flags });
}

/** A page whose `faults` collects policy violations, page errors and requests that leave the origin. */
export async function open(browser, { language = 'en', scheme = 'light', width = 1440, state } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 }, colorScheme: scheme, reducedMotion: 'reduce', acceptDownloads: true, ...(state ? { storageState: state } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(address).origin) faults.push(`left the origin: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (text) => faults.push(`policy: ${text}`));
  await page.addInitScript((chosen) => {
    if (!localStorage.getItem('vitrine-language')) localStorage.setItem('vitrine-language', chosen);
    addEventListener('securitypolicyviolation', (event) => window.reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);
  }, language);
  return { context, page, faults, close: () => context.close() };
}

/** Signs in by the form and waits for the page that was wanted. */
export async function signIn(page, path = '/') {
  await page.goto(`${address}/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
  await page.locator('nav h2').first().or(page.getByRole('button', { name: /^(Open navigation|Ouvrir la navigation)$/ })).first().waitFor();
  await page.locator('main h1').waitFor();
}

/** All cards of Home have their figures, and their charts are drawn. */
export async function drawn(page) {
  await page.waitForFunction(() => {
    const charts = document.querySelectorAll('[data-drawn]');
    return charts.length >= 5 && [...charts].every((chart) => chart.dataset.drawn === 'true') && document.querySelectorAll('section [role="status"][aria-label]').length === 0;
  }, undefined, { timeout: 2 * PATIENCE_MS });
}

/** Collects the questions that the page asks. The body of a `Request` is a stream, which only the page itself can read. */
export async function questions(page, list) {
  await page.exposeFunction('reportQuestion', (question) => list.push(question));
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = (input, init) => {
      if (input instanceof Request && input.url.endsWith('/api/query')) void input.clone().json().then(window.reportQuestion);
      return fetch(input, init);
    };
  });
}
