// The page as an app: installed, without a network, and as what other apps share with.

import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertCalm, launch, open, pasteOutside, put, shows } from './browser.js';

const STORY = `Marrow bridge reopens after six weeks

CALDWELL, June 1 (Inland Press) - The Marrow bridge reopened on Monday after repairs that cost $4.2 million, the city said.

About 18,000 cars a day had to take a detour of nine miles, according to the Caldwell Transit Board (CTB).`;

const HTML = `<!doctype html><nav>Menu</nav><main>${STORY.split('\n\n').map((words) => `<p>${words}</p>`).join('')}</main>`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the page and waits until it is kept for where there is no network. */
async function installed(options) {
  const page = await open(browser, { ...options, offline: true });
  await page.waitForSelector('#tools');
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
  return page;
}

test('after the first visit the page needs no network: it is reloaded and reads stories, pages, long texts and in Hindi', { timeout: 60_000 }, async () => {
  const page = await installed();
  await page.setOfflineMode(true);
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.browserContext() === page.browserContext());
  const session = await worker.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await assert.rejects(page.evaluate(() => fetch('/www/examples/embed.html')), 'the network is gone');
  page.trouble.length = 0;
  await page.reload();
  await page.waitForSelector('#tools');
  assert.equal(await page.$$eval('#summary a.quote', (links) => links.length), 4);
  await put(page, STORY);
  await shows(page, '18,000 cars');
  const file = join(await mkdtemp(join(tmpdir(), 'nutgraf-')), 'page.html');
  await writeFile(file, HTML.replace('18,000', '19,000'));
  await (await page.$('#file')).uploadFile(file);
  await shows(page, '19,000 cars');
  await put(page, 'The council of the town met on Tuesday and heard that 40 boats are stuck in the ice. '.repeat(3000));
  await shows(page, 'council of the town');
  await page.click('#help');
  await page.waitForSelector('dialog[open]');
  await page.keyboard.press('Escape');
  await page.click('#language');
  await page.waitForFunction(() => document.documentElement.lang === 'hi');
  assertCalm(page);
});

test('all that the page ever asks for is kept, and nothing of an embedding site', async () => {
  const page = await open(browser);
  const asked = new Set();
  page.on('request', (request) => request.url().startsWith('http') && asked.add(new URL(request.url()).pathname.slice(1)));
  page.on('workercreated', (worker) => asked.add(new URL(worker.url()).pathname.slice(1)));
  await page.goto(`${page.url()}?lang=hi`);
  await page.waitForSelector('#tools');
  await page.click('#language');
  for (const sample of await page.$$eval('#source [value$=".txt"]', (samples) => samples.map(({ value }) => value))) {
    await page.select('#source', sample);
    await page.waitForFunction((sample) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(sample)), {}, sample);
  }
  await pasteOutside(page, HTML);
  await shows(page, '18,000 cars');
  await page.click('#link');
  await page.waitForFunction(() => document.querySelector('.said').textContent);
  await page.click('#copy');
  await page.click('#help');
  await page.waitForSelector('dialog[open]');
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active);
  const { files } = await page.evaluate(async () => {
    const list = await (await fetch('/www/pkg/files.js')).text();
    return { files: JSON.parse(list.match(/files: (\[.*\])/)[1]) };
  });
  const missing = [...asked].filter((path) => !files.includes(path) && !['offline.js', 'www/pkg/files.js'].includes(path));
  assert.deepEqual(missing, []);
  assert.deepEqual(files.filter((file) => /element\/|examples\/|define|nut-graf|published|\.d\.ts$/.test(file)), []);
  // A worker's and the manifest's requests are not the page's.
  const unasked = files.filter((file) => !asked.has(file) && !/worker\.js|light\.js|webmanifest|icon|index\.json/.test(file));
  assert.deepEqual(unasked, []);
  assertCalm(page);
});

test('what is online is newer than what is kept', async () => {
  const page = await installed();
  await page.reload();
  await page.waitForSelector('#tools');
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller), 'the service worker answers');
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    await (await caches.open(name)).put('/www/samples/index.json', new Response('[]'));
  });
  await page.reload();
  await page.waitForSelector('#tools');
  assert.ok((await page.$$('#source [value$=".txt"]')).length > 2);
  assertCalm(page);
});

test('the browser offers to install it', async () => {
  const page = await installed();
  const session = await page.createCDPSession();
  const { errors, manifest } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.ok(manifest.startUrl.endsWith('/') && manifest.scope === manifest.startUrl);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});

test('what another app shares is read, and no server hears of it', async () => {
  const page = await installed();
  const asked = [];
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.browserContext() === page.browserContext());
  const session = await worker.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => asked.push(`${request.method} ${request.url}`));
  // A share is a form that the browser sends by itself; the policy of the page would let out none.
  const share = async (fields, shared) => {
    await page.goto(new URL('/www/examples/embed.html', page.url()).href);
    const arrived = page.waitForNavigation();
    await page.evaluate((fields, shared) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data', action: '/share' });
      for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('textarea'), { name, value }));
      if (shared) {
        const data = new DataTransfer();
        data.items.add(new File([shared.content], shared.name, { type: shared.type }));
        form.append(Object.assign(document.createElement('input'), { type: 'file', name: 'file', files: data.files }));
      }
      document.body.append(form);
      form.submit();
    }, fields, shared);
    await arrived;
  };
  for (const [fields, file, words] of [
    [{ title: 'Bridge', text: STORY, url: 'https://example.org/marrow' }, null, '18,000 cars'],
    [{}, { name: 'Brücke.html', type: 'text/html', content: HTML.replace('18,000', '19,000') }, '19,000 cars'],
  ]) {
    await share(fields, file);
    await shows(page, words);
    await page.waitForFunction(() => !location.hash);
  }
  assert.equal(await page.$eval('#source', (source) => source.selectedOptions[0].text), 'Brücke.html');
  await page.evaluate(() => (location.hash = '#shared'));
  await page.waitForFunction(() => /cannot be read/.test(document.querySelector('#status').textContent));
  assert.deepEqual(asked.filter((request) => request.startsWith('POST') || /share/.test(request)), []);
  assertCalm(page);
});
