// The element wherever a site may put it: in trees and frames of others, in other languages, on paper.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertCalm, embed as beside, launch } from './browser.js';

const STORY = `<h1>Marrow bridge reopens</h1>
<p>The Marrow bridge reopened on Monday after repairs that cost $4.2 million, the city said.</p>
<p>About 18,000 cars a day had to take a detour of nine miles, according to the Caldwell Transit Board.</p>
<p>The board will charge trucks $12 from July 1.</p>`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const embed = (body, options) => beside(browser, body, options);
const ready = (page) => page.waitForFunction(() => window.ready);

test('in a shadow root, for an article in it or outside of it, it marks, jumps and is heard', async () => {
  for (const inside of [true, false]) {
    const page = await embed(`<div id="site"></div>${inside ? '' : `<article id="story">${STORY}</article>`}`);
    await page.evaluate((story) => {
      const root = document.querySelector('#site').attachShadow({ mode: 'open' });
      const element = document.createElement('nut-graf');
      element.setAttribute('for', '#story');
      root.append(element);
      if (story) root.append(Object.assign(document.createElement('article'), { id: 'story' }));
      if (story) root.querySelector('#story').append(...new DOMParser().parseFromString(story, 'text/html').body.children);
      window.site = root;
    }, inside ? STORY : '');
    await ready(page);
    assert.ok((await page.evaluate(() => CSS.highlights.get('nutgraf-pick').size)) > 0);
    const lent = await page.evaluate(() => [document.adoptedStyleSheets.length, window.site.adoptedStyleSheets.length]);
    assert.deepEqual(lent, inside ? [0, 1] : [1, 0], 'the marks are styled where the article stands');
    await page.evaluate(() => window.site.querySelector('nut-graf').shadowRoot.querySelector('.quote').click());
    assert.deepEqual(await page.evaluate(() => window.told.map(({ type }) => type)), ['nutgraf-ready', 'nutgraf-jump']);
    const active = await page.evaluate(() => (window.site.activeElement ?? document.activeElement).textContent);
    assert.match(active, /^The Marrow bridge reopened/);
    assertCalm(page);
  }
});

test('in a sandboxed frame, which has no origin and keeps nothing, it is as elsewhere', async () => {
  const page = await embed('<iframe sandbox="allow-scripts" src="/www/examples/embed.html" style="width: 600px; height: 800px"></iframe>', { head: '' });
  const frame = await page.waitForFrame((frame) => frame.url().endsWith('/embed.html'));
  await frame.waitForFunction(() => document.querySelector('nut-graf')?.summary);
  assert.equal(await frame.evaluate(() => self.origin), 'null');
  assert.equal(await frame.evaluate(() => { try { return localStorage.length; } catch { return 'refused'; } }), 'refused');
  await frame.$eval('nut-graf >>> .quote', (link) => link.click());
  assert.ok(await frame.$eval('#story', (story) => story.contains(document.activeElement)));
  assert.equal(await frame.evaluate(() => CSS.highlights.get('nutgraf-flash').size), 1);
  assertCalm(page);
});

test('in a page from right to left, the words of each language run their way', async () => {
  const page = await embed(`<div dir="rtl" lang="ar"><nut-graf for="#story"></nut-graf><article id="story" dir="ltr" lang="en-GB">${STORY}</article></div>`);
  await ready(page);
  const seen = await page.$eval('nut-graf', ({ shadowRoot }) => {
    const find = (selector) => shadowRoot.querySelector(selector);
    const box = (selector) => find(selector).getBoundingClientRect();
    return {
      lang: [find('#panel').lang, find('.quote').lang, find('.value').lang],
      runs: [getComputedStyle(find('#panel')).direction, getComputedStyle(find('.quote')).direction, getComputedStyle(find('.heading')).direction],
      numbered: box('.quote').right < box('.sentence').right,
      within: document.documentElement.scrollWidth <= innerWidth,
    };
  });
  assert.deepEqual(seen, { lang: ['en', 'en-GB', 'en-GB'], runs: ['rtl', 'ltr', 'ltr'], numbered: true, within: true });
  assertCalm(page);
});

test('on paper all of the panel stands, without what is pressed', async () => {
  const page = await embed(`<nut-graf for="#story" style="--nutgraf-height: 8em"></nut-graf><article id="story">${STORY}</article>`);
  await ready(page);
  await page.emulateMediaType('print');
  const seen = await page.$eval('nut-graf', (element) => {
    const { bottom } = element.getBoundingClientRect();
    const pieces = [...element.shadowRoot.querySelectorAll('.quote, .value, .name')];
    const body = element.shadowRoot.querySelector('.body');
    return {
      whole: pieces.every((piece) => piece.checkVisibility() && piece.getBoundingClientRect().bottom <= bottom + 1),
      cut: getComputedStyle(body).maskImage !== 'none' || body.scrollHeight > body.clientHeight,
      pressed: element.shadowRoot.querySelector('.toggle').checkVisibility() || element.shadowRoot.querySelector('.way').checkVisibility(),
      apart: document.querySelector('#story').getBoundingClientRect().top >= bottom,
    };
  });
  assert.deepEqual(seen, { whole: true, cut: false, pressed: false, apart: true });
  assertCalm(page);
});

test('what the site puts into its slots stands in the panel, and the rest only until there is one', async () => {
  const inside = '<h2 slot="heading">In short</h2><p>A bridge is open again.</p><p slot="footnote">Chosen by a program.</p>';
  const page = await embed(`<nut-graf for="#story">${inside}</nut-graf><article id="story">${STORY}</article>`);
  await ready(page);
  const shown = () => page.$eval('nut-graf', (element) => [...element.children].map((child) => child.checkVisibility()));
  assert.deepEqual(await shown(), [true, false, true]);
  const order = await page.$eval('nut-graf', (element) => [element.children[0], element.shadowRoot.querySelector('.quote'), element.children[2]].map((piece) => piece.getBoundingClientRect().top));
  assert.deepEqual(order, order.toSorted((a, b) => a - b));
  await page.$eval('#story', (story) => story.remove());
  await page.waitForFunction(() => document.querySelector('nut-graf').children[1].checkVisibility());
  assert.deepEqual(await shown(), [false, true, false]);
  await page.$eval('nut-graf', (element) => element.children[1].remove());
  await page.waitForFunction(() => window.told.some(({ type }) => type === 'nutgraf-error'));
  assert.equal(await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('slot').assignedNodes().length), 0, 'a message stands for what is not there');
});

test('it starts no worker and keeps nothing', async () => {
  const page = await embed(`<nut-graf for="#story"></nut-graf><article id="story">${STORY}</article>`, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        window.started = [];
        for (const name of ['Worker', 'SharedWorker']) window[name] = class { constructor() { window.started.push(name); } };
        ServiceWorkerContainer.prototype.register = () => window.started.push('ServiceWorker');
      }),
  });
  await ready(page);
  assert.deepEqual(await page.evaluate(() => window.started), []);
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]), [0, 0, '', 0]);
});

test('an article of 10,000 words holds its page up for no 50 milliseconds at once', { timeout: 90_000 }, async () => {
  const samples = new URL('../../www/samples/', import.meta.url);
  const names = (await readdir(samples)).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, samples), 'utf8')));
  const paragraphs = texts.flatMap((text) => text.split(/\n\n+/)).filter((words) => words.split(/\s+/).length > 25);
  const times = Math.ceil(10_000 / paragraphs.join(' ').split(/\s+/).length);
  // What stands on a page twice is no story, so that each paragraph is told with a day of its own.
  const told = Array(times).fill(paragraphs).flat().map((words, day) => `On day ${day + 1} of the trial this was read out. ${words}`);
  const story = told.map((words) => `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n');
  const longest = [];
  for (let run = 0; run < 4; run += 1) {
    const page = await embed(`<div id="here" style="height: 28em"></div><article id="story">${story}</article>`);
    await page.waitForFunction(() => customElements.get('nut-graf'));
    await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
    await page.$eval('#here', (here) => {
      performance.mark('embedded');
      here.append(document.createElement('nut-graf'));
    });
    await ready(page);
    longest.push(longestTask(JSON.parse(Buffer.from(await page.tracing.stop()))));
    assert.ok((await page.$eval('nut-graf', ({ summary }) => summary.sentences.length)) > 500, 'all of it is the story');
    await page.close();
  }
  assert.ok(Math.min(...longest) < 50, `milliseconds of the processor: ${longest}`);
});

/** The milliseconds that the page's thread worked at the longest of its tasks; others on the machine do not count. */
function longestTask({ traceEvents }) {
  const page = traceEvents.find(({ name }) => name === 'embedded');
  // What a promise was waiting for runs behind its task.
  const names = ['ThreadControllerImpl::RunTask', 'BlinkScheduler_PerformMicrotaskCheckpoint'];
  const tasks = traceEvents.filter(({ name, pid, tid }) => names.includes(name) && pid === page.pid && tid === page.tid);
  assert.ok(tasks.some(({ tdur }) => tdur > 4000), 'the trace tells of slices');
  return Math.max(...tasks.map(({ tdur }) => (tdur ?? 0) / 1000));
}
