// What `cargo xtask dist` makes, as a publisher's readers meet it.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { initSync, use } from '../../xtask/dist/core.js';
import { assertCalm, host, launch, open, pasteOutside } from './browser.js';

const DIST = new URL('../../dist/', import.meta.url);
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const STORY = `<article id="story"><p>The Marrow bridge reopened on Monday after repairs that cost $4.2 million, the city said.</p>
<p>About 18,000 cars a day had to take a detour of nine miles, according to the Caldwell Transit Board.</p>
<p>The board will charge trucks $12 from July 1.</p></article>`;

let browser;
let integrity;
before(async () => {
  browser = await launch();
  integrity = JSON.parse(await readFile(new URL('integrity.json', DIST), 'utf8'));
});
after(() => browser.close());

/** A page of a publisher's with the element of one file; `spoiled` comes with a byte more than was published. */
function embed({ spoiled = '', content = '' } = {}) {
  const script = `<script type="module" src="/dist/element/nut-graf.js" integrity="${integrity['nut-graf.js']}" crossorigin></script>`;
  const html = `<!doctype html><link rel="icon" href="data:,"><title>Story</title>${script}<nut-graf for="#story">${content}</nut-graf>${STORY}`;
  const answer = async (request, path) => {
    if (!spoiled || !path.endsWith(spoiled)) return false;
    const body = Buffer.concat([await readFile(new URL(`element/${spoiled}`, DIST)), Buffer.from([0x0a])]);
    await request.respond({ body, contentType: spoiled.endsWith('.js') ? 'text/javascript' : 'application/wasm' });
    return true;
  };
  return host(browser, html, { policy: `${STRICT}; img-src data:`, answer });
}

const quotes = (page) => page.$$eval('#summary a', (links) => links.map((link) => link.textContent));

test('the site opens with a sample summarized, from whatever folder it is served, and asks for few files', async () => {
  const page = await open(browser, { path: '/dist/site/index.html' });
  await page.waitForSelector('#summary a');
  await page.waitForSelector('.drawn');
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name, initiatorType }) => ({ path: new URL(name).pathname, initiatorType })));
  const asked = files.map(({ path }) => path);
  assert.ok(asked.length < 30 && asked.every((path) => path.startsWith('/dist/site/')), asked.join(' '));
  // The core comes when the sample is seen.
  const late = files.filter(({ path, initiatorType }) => initiatorType === 'fetch' && !path.endsWith('.wasm'));
  assert.deepEqual(late, [], 'the document asks at once for all that the summary waits for');
  assertCalm(page);
});

test('the site reads long texts and web pages, speaks another language, and does all of it without a network', { timeout: 60_000 }, async () => {
  const page = await open(browser, { path: '/dist/site/', offline: true });
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', { timeout: 20_000 });
  await page.setOfflineMode(true);
  await page.reload();
  await page.waitForSelector('#summary a');
  await page.click('#language');
  await page.waitForFunction(() => document.documentElement.lang === 'hi');
  await page.click('#language');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await pasteOutside(page, 'The Marrow bridge reopened on Monday after repairs that cost $4.2 million. About 18,000 cars a day took a detour.\n\n'.repeat(4000));
  await page.waitForFunction(() => document.querySelector('#summary a')?.textContent.includes('Marrow bridge'), { timeout: 30_000 });
  await (await page.$('#file')).uploadFile(new URL('pages/agency.html', import.meta.url).pathname);
  await page.waitForFunction(() => document.querySelector('#status').textContent.includes('Read as a web page'));
  await page.click('#help');
  await page.waitForSelector('dialog[open]');
});

test('the element is one script and one wasm, whose hashes are checked, under a strict policy', async () => {
  const page = await embed();
  await page.waitForFunction(() => window.ready);
  assert.ok((await page.evaluate(() => window.ready.summary.picks.length)) > 0);
  assert.deepEqual(await page.$eval('nut-graf', (element) => element.shadowRoot.adoptedStyleSheets.length), 3);
  assert.deepEqual(page.asked.filter((path) => path.startsWith('/')), ['/host.html', '/dist/element/nut-graf.js', '/dist/element/nutgraf.wasm']);
  assertCalm(page);
});

test('a script that was tampered with never runs, and the page stands as it was', async () => {
  const page = await embed({ spoiled: 'nut-graf.js', content: 'In short: a bridge is open.' });
  await page.waitForNetworkIdle();
  assert.equal(await page.evaluate(() => customElements.get('nut-graf')), undefined);
  assert.equal(await page.$eval('nut-graf', (element) => element.innerText), 'In short: a bridge is open.');
  assert.match(page.trouble.join(), /integrity/);
  assert.ok(!page.asked.includes('/dist/element/nutgraf.wasm'));
});

test('a wasm that was tampered with never runs, and what stands in the element is shown, or why there is no panel', async () => {
  for (const content of ['', 'In short: a bridge is open.']) {
    const page = await embed({ spoiled: 'nutgraf.wasm', content });
    const before = await page.$eval('#story', (story) => story.outerHTML);
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await page.evaluate(() => window.told.map(({ type, reason }) => `${type} ${reason}`)), ['nutgraf-error core']);
    const slot = await page.$eval('nut-graf', ({ shadowRoot }) => {
      const slot = shadowRoot.querySelector('slot');
      return { message: slot.textContent, isShown: !slot.hidden, holds: slot.assignedNodes().map((node) => node.textContent).join('') };
    });
    assert.ok(slot.isShown && slot.message.length > 5);
    assert.equal(slot.holds, content);
    assert.equal(await page.$eval('#story', (story) => story.outerHTML), before);
    assert.match(page.trouble.join(), /integrity/);
    assert.ok(!page.trouble.some((trouble) => trouble.startsWith('error:')), page.trouble.join());
  }
});

test('a core that broke is replaced by a new one for the next call', async () => {
  initSync(await readFile(new URL('element/nutgraf.wasm', DIST)));
  assert.throws(() => use(() => { throw new WebAssembly.RuntimeError('unreachable'); }), /unreachable/);
  assert.equal(use((core) => core.summarize('The harbor froze on Tuesday. Forty boats are stuck in it.')).picks.length, 2);
});

test('wherever the page reads web pages by what others wrote, the notice of their license goes along', async () => {
  const site = await readdir(new URL('site/www/', DIST));
  const files = ['nutgraf.html', ...site.filter((file) => file.endsWith('.js')).map((file) => `site/www/${file}`)];
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, DIST), 'utf8')));
  const withReader = texts.filter((text) => text.includes('unlikelyCandidates'));
  assert.equal(withReader.length, 2);
  for (const text of withReader) assert.match(text, /Copyright \(c\) 2010 Arc90 Inc[^]*Licensed under the Apache License/);
});

test('the page of one file opens without a server and asks for nothing', async () => {
  const address = pathToFileURL(new URL('nutgraf.html', DIST).pathname).href;
  const page = await open(browser, { address, own: address });
  await page.waitForSelector('#summary a');
  await page.waitForSelector('.drawn');
  const sample = await quotes(page);
  assert.equal(sample.length, 4);
  const [, other] = await page.$$eval('#source option', (options) => options.map((option) => option.value));
  await page.select('#source', other);
  await page.waitForFunction((first) => document.querySelector('#summary a')?.textContent !== first, {}, sample[0]);

  const words = 'The Marrow bridge reopened on Monday after repairs that cost $4.2 million. About 18,000 cars a day took a detour. Trucks will pay $12 from July 1.';
  await page.focus('#paste');
  await page.keyboard.sendCharacter(words);
  await page.waitForFunction(() => document.querySelector('#summary a')?.textContent.includes('Marrow bridge'));
  for (const sentence of await quotes(page)) assert.ok(words.includes(sentence), sentence);

  await (await page.$('#file')).uploadFile(new URL('pages/agency.html', import.meta.url).pathname);
  await page.waitForFunction(() => document.querySelector('#status').textContent.includes('Read as a web page'));
  assertCalm(page);
});

test('the page of one file reads long texts too', { timeout: 60_000 }, async () => {
  const address = pathToFileURL(new URL('nutgraf.html', DIST).pathname).href;
  const page = await open(browser, { address, own: address });
  await page.waitForSelector('#summary a');
  await page.evaluate(() => {
    const words = 'The Marrow bridge reopened on Monday after repairs that cost $4.2 million. About 18,000 cars a day took a detour.\n\n'.repeat(4000);
    const data = new DataTransfer();
    data.items.add(new File([words], 'long.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.waitForFunction(() => document.querySelector('#summary a')?.textContent.includes('Marrow bridge'), { timeout: 30_000 });
  assertCalm(page);
});
