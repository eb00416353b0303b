// What fails around the core: its file, its memory, its worker, what the browser keeps, an article that goes, a print in mid-work.
// Each is told to who can act, and no text is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertCalm, embed as beside, launch, open, pasteOutside, put, shows } from './browser.js';

const ADDRESS = process.env.NUTGRAF_PAGE;
const STORY = 'The Marrow bridge reopened on Monday after repairs that cost $4.2 million. About 18,000 cars a day took a detour. Trucks will pay $12 from July 1.';
/** Long enough for the worker. */
const LONG = `${STORY}\n\n`.repeat(2000);
const ARTICLE = `<main><nut-graf for="#story"><p>In short</p></nut-graf><article id="story"><p>${STORY}</p></article></main>`;

let browser, wasm;
before(async () => {
  browser = await launch();
  wasm = Buffer.from(await (await fetch(`${ADDRESS}/www/pkg/nutgraf_bg.wasm`)).arrayBuffer());
});
after(() => browser.close());

const ok = { status: 200, contentType: 'application/wasm' };
/** What may come in place of the wasm. */
const BROKEN = {
  missing: () => ({ status: 404, body: '' }),
  'cut short': () => ({ ...ok, body: wasm.subarray(0, wasm.length / 2) }),
  empty: () => ({ ...ok, body: '' }),
  'a page that says it is not there': () => ({ status: 200, contentType: 'text/html', body: '<!doctype html><p>Not found</p>' }),
  'out of memory': () => ({ ...ok, body: starved(wasm) }),
};

/** The same wasm, whose memory may not grow: it traps as soon as it needs more. */
function starved(wasm) {
  const number = (at) => {
    let value = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      value |= (wasm[at] & 127) << shift;
      if (wasm[at] < 128) return { value, end: at + 1 };
    }
  };
  for (let at = 8; at < wasm.length; ) {
    const { value: size, end: start } = number(at + 1);
    if (wasm[at] === 5) {
      const [count, , ...least] = wasm.subarray(start, start + size);
      const section = [count, 1, ...least, ...least];
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([5, section.length, ...section]), wasm.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error('the wasm has no memory of its own');
}

/** Answers the requests for the wasm with `broken` while `page.isBroken`. */
const breaking = (broken) => async (request, path) => {
  if (!path.endsWith('.wasm') || !request.frame().page().isBroken) return false;
  await request.respond(broken());
  return true;
};

const says = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#status').textContent), {}, pattern.source);
const again = (page) => page.evaluate(() => document.querySelector('#actions button').click());
const told = (page) => page.evaluate(() => window.told.map(({ type, reason }) => reason ?? type));
const summarized = (page) => page.waitForFunction(() => document.querySelector('nut-graf').shadowRoot.querySelector('.quote'));
const slotted = (page) => page.$eval('nut-graf p', (p) => p.checkVisibility() && p.getBoundingClientRect().height > 0);

for (const [name, broken] of Object.entries(BROKEN)) {
  test(`wasm ${name}: the page says so, keeps the text, and reads it when it is asked again`, async () => {
    const page = await open(browser);
    await page.waitForSelector('#summary a');
    await page.setRequestInterception(true);
    page.isBroken = true;
    page.on('request', async (request) => (await breaking(broken)(request, new URL(request.url()).pathname)) || request.continue());
    await page.reload();
    await page.waitForSelector('#summary a');
    await put(page, STORY);
    await says(page, /could not be made \(.+\)\. Your text is kept/);
    await page.waitForFunction((story) => document.querySelector('#article .plain')?.textContent === story, {}, STORY);
    assert.equal(await page.$eval('#paste', (box) => box.value), STORY);
    await page.waitForFunction(() => document.querySelector('#actions button'));
    page.isBroken = false;
    await again(page);
    await shows(page, '18,000 cars');
    assert.equal(await page.$$eval('#summary a.quote', (links) => links.length), 3);
  });

  test(`wasm ${name}: the element tells it once, shows what the site put there, and reads when it is asked again`, async () => {
    const page = await embed(ARTICLE, { answer: breaking(broken), before: (page) => (page.isBroken = true) });
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await told(page), ['core']);
    assert.ok(await slotted(page));
    page.isBroken = false;
    await page.$eval('nut-graf', (element) => element.refresh());
    await summarized(page);
    assert.deepEqual(await told(page), ['core', 'nutgraf-ready']);
    assert.equal(await page.$eval('#story', (story) => story.innerHTML), `<p>${STORY}</p>`);
  });
}

const embed = (body, options) => beside(browser, body, options);

test('a sheet that does not come is told like the core, and asked for when the element is asked again', async () => {
  const page = await embed(ARTICLE, {
    before: (page) => (page.isBroken = true),
    answer: async (request, path) => path.endsWith('/panel.css') && request.frame().page().isBroken && (await request.respond({ status: 503, body: '' }), true),
  });
  await page.waitForFunction(() => window.told.length > 0);
  assert.ok(await slotted(page));
  page.isBroken = false;
  await page.$eval('nut-graf', (element) => element.refresh());
  await summarized(page);
  assert.deepEqual(await told(page), ['core', 'nutgraf-ready']);
});

test('wasm that a server sends under another type is read all the same', async () => {
  const page = await embed(ARTICLE, { answer: breaking(() => ({ status: 200, contentType: 'text/plain', body: wasm })), before: (page) => (page.isBroken = true) });
  await summarized(page);
  assertCalm(page);
});

test('where a policy refuses wasm, the page says so and keeps the text', async () => {
  const page = await open(browser);
  const document = await (await fetch(`${ADDRESS}/`)).text();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/') return request.continue();
    request.respond({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': "script-src 'self'" }, body: document });
  });
  await page.reload();
  await page.waitForSelector('#summary a');
  await put(page, STORY);
  await says(page, /could not be made \(.*[Cc]ontent [Ss]ecurity [Pp]olicy.*Your text is kept/);
  await page.waitForFunction((story) => document.querySelector('#article .plain')?.textContent === story, {}, STORY);
});

test('a core that breaks in mid-work is replaced: the next text is read', async () => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  await page.evaluate(async () => {
    const core = await (await import('/www/pkg/nutgraf.js')).default();
    // The memory that is left: the next text finds none.
    for (let step = 1024; step >= 1; step /= 2) {
      for (;;) {
        try {
          core.memory.grow(step);
        } catch {
          break;
        }
      }
    }
  });
  const large = `${STORY} `.repeat(1200);
  await put(page, large);
  await says(page, /could not be made \(.+\)\. Your text is kept/);
  assert.equal(await page.$eval('#article .plain', (plain) => plain.textContent), large);
  await put(page, STORY);
  await shows(page, '18,000 cars');
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 3);
});

/** What may become of the worker; the core's own file comes after the rest of it. */
const WORKERS = {
  'whose file is missing': 'import "/www/none.js";',
  'that throws': 'throw new Error("mine");',
  'without memory': 'import "/www/worker.js"; WebAssembly.instantiateStreaming = () => Promise.reject(new RangeError("out of memory"));',
  'that the browser ends': 'const tell = postMessage.bind(self); self.postMessage = (message) => message.life && (tell(message), setTimeout(close, 100)); import("/www/worker.js");',
};

for (const [name, script] of Object.entries(WORKERS)) {
  test(`a worker ${name}: the page says so, keeps the text, and reads it when it is asked again`, { timeout: 60_000 }, async () => {
    const page = await open(browser);
    await page.waitForSelector('#summary a');
    // The page's own policy knows the address of its worker alone.
    await page.setBypassCSP(true);
    await page.evaluateOnNewDocument((script) => {
      const Whole = Worker;
      window.Worker = class extends Whole {
        constructor() {
          super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
          window.Worker = Whole;
        }
      };
    }, script.replaceAll('"/', `"${ADDRESS}/`));
    await page.reload();
    await page.waitForSelector('#summary a');
    await pasteOutside(page, LONG);
    await says(page, /could not be made \(.+\)\. Your text is kept/);
    assert.equal(await page.$eval('#panel', (panel) => panel.ariaBusy), 'false');
    await again(page);
    await shows(page, '18,000 cars');
  });
}

test('where storage is full, choices hold until the page is left, and what another app shares is handed back', { timeout: 60_000 }, async () => {
  const page = await open(browser, { offline: true });
  await page.waitForSelector('#tools');
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
  const session = await page.createCDPSession();
  await session.send('Storage.overrideQuotaForOrigin', { origin: ADDRESS, quotaSize: 1 });
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.select('#length', 'headline');
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 1);
  assertCalm(page);
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.browserContext() === page.browserContext());
  const worker = await target.worker();
  for (const [language, copy] of [['en-GB', 'copy'], ['hi-IN', 'कॉपी']]) {
    await worker.evaluate((value) => Object.defineProperty(navigator, 'language', { value, configurable: true }), language);
    await page.goto(`${ADDRESS}/www/examples/embed.html`);
    const arrived = page.waitForNavigation();
    await page.evaluate((text) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data', action: '/share' });
      form.append(Object.assign(document.createElement('textarea'), { name: 'text', value: text }));
      document.body.append(form);
      form.submit();
    }, STORY);
    await arrived;
    const handed = await page.evaluate(() => document.body.textContent);
    assert.ok(handed.includes(STORY) && handed.includes(copy), handed);
  }
});

/** Holds the wasm back until it is let go, so that the element is in mid-work. */
function held() {
  let letGo;
  const gone = new Promise((resolve) => (letGo = resolve));
  return { letGo, answer: async (request, path) => path.endsWith('.wasm') && (await gone, request.continue(), true) };
}

const inWork = async (page) => {
  while (!page.asked.some((path) => path.endsWith('.wasm'))) await new Promise((resolve) => setTimeout(resolve, 50));
};

test('an article that goes while it is read leaves no panel and no mark; when it comes back it is read', async () => {
  const { letGo, answer } = held();
  const page = await embed(ARTICLE, { answer });
  await inWork(page);
  await page.$eval('#story', (story) => ((window.story = story), story.remove()));
  letGo();
  await page.waitForFunction(() => window.told.length > 0);
  assert.deepEqual(await told(page), ['article'], String(page.trouble));
  assert.ok(await slotted(page));
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
  await page.evaluate(() => document.querySelector('main').append(window.story));
  await summarized(page);
  assertCalm({ trouble: page.trouble.filter((line) => !line.includes('No article was found')) });
});

test('printed in mid-work, a page has its article and what stands in the element, and the summary comes after', async () => {
  const { letGo, answer } = held();
  const page = await embed(ARTICLE, { answer });
  await inWork(page);
  assert.ok((await page.pdf()).length > 1000);
  await page.emulateMediaType('print');
  assert.ok((await slotted(page)) && (await page.$eval('#story', (story) => story.checkVisibility())));
  letGo();
  await summarized(page);
  assertCalm(page);
});

test('printed while a long text is read, the page has what it showed before, and the text comes after', { timeout: 60_000 }, async () => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  await put(page, STORY);
  await shows(page, '18,000 cars');
  const [before, length] = [await page.$$eval('#summary a', (links) => links.map((link) => link.textContent)), STORY.length];
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...sent) {
      window.letGo = () => post.apply(this, sent);
    };
  });
  await pasteOutside(page, LONG.replaceAll('18,000', '19,000'));
  await page.waitForSelector('#actions progress');
  await page.emulateMediaType('print');
  assert.deepEqual(await page.$$eval('#summary a', (links) => links.filter((link) => link.checkVisibility()).map((link) => link.textContent)), before);
  assert.ok((await page.$eval('#article', (article) => article.checkVisibility() && article.textContent.length)) >= length);
  assert.ok((await page.pdf()).length > 1000);
  await page.evaluate(() => window.letGo());
  await shows(page, '19,000 cars');
  assertCalm(page);
});
