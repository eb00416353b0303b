// A real browser, and a page in it that reports everything that went wrong.

import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';

const ADDRESS = process.env.NUTGRAF_PAGE;
// A page that a test answers itself comes from no address, and would not be let through to this machine's own.
const LOCAL = '--disable-features=LocalNetworkAccessChecks';
const QUIET = [LOCAL, '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];

/** Starts Chromium; as root it has no sandbox to start in. */
export function launch() {
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET;
  return puppeteer.launch({ executablePath: process.env.CHROMIUM, headless: true, args });
}

/**
 * Opens the page; with `offline` its service worker may answer.
 * `page.trouble` collects errors, violations of the policy and requests that leave the page's own origin.
 */
export async function open(browser, { path = '/', address = ADDRESS + path, own = ADDRESS, viewport = { width: 1280, height: 900 }, offline = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.trouble = [];
  // A test answers requests itself, and would not hear of those that a service worker answers.
  await page.setBypassServiceWorker(!offline);
  page.on('pageerror', (error) => page.trouble.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && page.trouble.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(own) || /^(data|blob):/.test(request.url());
    if (!isOwn) page.trouble.push(`request: ${request.url()}`);
  });
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.setViewport(viewport);
  // A click that lands while the page still scrolls lands on something else.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(address);
  return page;
}

/**
 * Opens `html` as a page of another site at the page's own origin; `answer` may answer its other requests first.
 * `page.asked` collects the paths of all, `window.told` the events of its elements, `window.ready` what the last to be ready found.
 */
export async function host(browser, html, { policy, answer = () => false, before = () => {}, viewport } = {}) {
  const page = await open(browser, { path: '/www/examples/no-script.html', viewport });
  page.trouble.length = 0;
  page.asked = [];
  await before(page);
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    const path = new URL(request.url()).pathname;
    page.asked.push(path);
    if (await answer(request, path)) return;
    if (path !== '/host.html') return request.continue();
    const headers = policy ? { 'content-security-policy': policy } : {};
    request.respond({ contentType: 'text/html; charset=utf-8', headers, body: html });
  });
  await page.evaluateOnNewDocument(() => {
    window.told = [];
    window.ready = null;
    addEventListener('nutgraf-ready', (event) => (window.ready = { ...event.detail, element: event.composedPath()[0] }));
    for (const type of ['nutgraf-ready', 'nutgraf-jump', 'nutgraf-error']) {
      addEventListener(type, (event) => window.told.push({ type, reason: event.detail.reason, kind: event.detail.kind, text: event.detail.text }));
    }
  });
  await page.goto(`${ADDRESS}/host.html`);
  return page;
}

/** Opens a page whose body is this markup, with the element's script in its head or what stands there instead. */
export function embed(browser, body, { head = '<script type="module" src="/www/define.js"></script>', ...rest } = {}) {
  return host(browser, `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`, rest);
}

/** Fails where the page reported anything. */
export function assertCalm(page) {
  assert.deepEqual(page.trouble, []);
}

/** Puts a story into the box of the page, in place of what stands there. */
export const put = (page, text) =>
  page.$eval('#paste', (box, text) => {
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
  }, text);

/** Pastes as a reader does who has clicked nowhere. */
export const pasteOutside = (page, text) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Waits until the article has these words and its panel is ready. */
export const shows = (page, words) =>
  page.waitForFunction((words) => document.querySelector('#article').textContent.includes(words) && document.querySelector('#panel').ariaBusy === 'false', {}, words);

/** Both. */
export async function paste(page, text) {
  await put(page, text);
  await shows(page, text.split('\n')[0]);
}
