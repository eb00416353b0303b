// The page as a reader meets it, in a real browser.

import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertCalm, launch, open, pasteOutside } from './browser.js';

const STORY = `Marrow bridge reopens after six weeks

By Lena Brandt

CALDWELL, June 1 (Inland Press) - The Marrow bridge reopened on Monday after repairs that cost $4.2 million, the city said.

About 18,000 cars a day had to take a detour of nine miles, according to the Caldwell Transit Board (CTB).

“We lost a third of our customers,” said Ingrid Moe, who runs a café 🙂 near the bridge. She hopes that they return.

The CTB will charge trucks $12 from July 1.`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The words of every range that is marked under a name. */
const marked = (page, name) =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()), name);

/** The words of each sentence of the summary. */
const summary = (page) => page.$$eval('#summary a', (links) => links.map((link) => link.textContent));

const status = (page) => page.$eval('#status', (status) => status.textContent);

/** Opens the page and waits until its story is summarized and marked. */
async function opened(options) {
  const page = await open(browser, options);
  await page.waitForSelector('#summary a');
  return page;
}

/** Pastes as a reader does: into the box, with the keys. */
async function paste(page, text) {
  await page.focus('#paste');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    if (document.activeElement.dispatchEvent(event)) document.execCommand('insertText', false, text);
  }, text);
}

/** Waits until the page says something that matches. */
const says = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source, 'i').test(document.querySelector('#status').textContent), {}, pattern.source);

test('the page opens with a sample that is already summarized, and nothing leaves its origin', async () => {
  const page = await opened();
  assert.equal((await summary(page)).length, 4);
  assert.ok((await page.$$('#figures li')).length >= 3, 'key figures stand beside the story');
  assert.ok((await page.$$('#names li')).length >= 3, 'names stand beside the story');
  await page.waitForFunction(() => CSS.highlights.has('nutgraf-pick'));
  const fold = (words) => words.map((text) => text.replace(/\s+/g, ' ').trim());
  assert.deepEqual(fold(await marked(page, 'nutgraf-pick')), fold(await summary(page)), 'the picks are marked in the story');
  assertCalm(page);
});

test('a pasted story is summarized, and a click on a sentence leads to the very words', async () => {
  const page = await opened();
  await paste(page, STORY);
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Marrow bridge'));
  await page.waitForFunction(() => document.querySelector('#summary a')?.textContent.includes('Marrow bridge'));
  const sentences = await summary(page);
  assert.ok(sentences.length > 0);
  for (const sentence of sentences) assert.ok(STORY.includes(sentence), `${sentence} is a slice of what was pasted`);
  for (const [index, link] of (await page.$$('#summary a')).entries()) {
    await link.click();
    await page.waitForFunction(
      (sentence) => [...(CSS.highlights.get('nutgraf-flash') ?? [])].join('') === sentence,
      {},
      sentences[index],
    );
    const seen = await page.evaluate(() => {
      const [range] = CSS.highlights.get('nutgraf-flash');
      return { focused: document.activeElement.contains(range.startContainer), inArticle: document.querySelector('#article').contains(document.activeElement) };
    });
    assert.deepEqual(seen, { focused: true, inArticle: true }, 'focus moves to the place in the story');
  }
  assert.equal(await page.$eval('#paste', (box) => box.value), STORY, 'what was pasted stays in the box');
  assert.match(await page.$eval('#article .place', (place) => place.parentElement.textContent), /^CALDWELL, .* The Marrow bridge reopened/, 'the dateline opens its paragraph');
  assertCalm(page);
});

test('a figure leads to its place and shows when and who says so', async () => {
  const page = await opened();
  await paste(page, STORY);
  await page.waitForFunction(() => document.querySelector('#figures').textContent.includes('18,000'));
  const card = await page.evaluateHandle(() => [...document.querySelectorAll('#figures li')].find((card) => card.textContent.includes('18,000')));
  assert.match(await card.evaluate((card) => card.textContent), /Caldwell Transit Board/);
  await (await card.$('a')).click();
  await page.waitForFunction(() => CSS.highlights.has('nutgraf-flash'));
  assert.match((await marked(page, 'nutgraf-flash')).join(''), /^(About )?18,000 cars/);
  assertCalm(page);
});

test('names tell how often they occur, and a click steps through the mentions', async () => {
  const page = await opened();
  await paste(page, STORY);
  await page.waitForFunction(() => document.querySelector('#names').textContent.includes('Caldwell Transit Board'));
  const button = await page.evaluateHandle(() => [...document.querySelectorAll('#names button')].find((name) => name.textContent.includes('Caldwell Transit Board')));
  assert.match(await button.evaluate((button) => button.textContent), /CTB ×3/);
  const steps = [];
  for (let step = 0; step < 3; step += 1) {
    await button.click();
    await page.waitForFunction(
      (last) => ![undefined, last].includes([...(CSS.highlights.get('nutgraf-flash') ?? [])][0]?.startOffset),
      {},
      steps.at(-1),
    );
    steps.push(await page.evaluate(() => [...CSS.highlights.get('nutgraf-flash')][0].startOffset));
  }
  assert.equal(new Set(steps).size, 3, 'each click leads to another mention');
  assertCalm(page);
});

test('furniture is listed with its reason and can be put back, and that undone', async () => {
  const page = await opened();
  await paste(page, `${STORY}\n\nLeave a Comment\n\nYou have 1234 characters left.\n\n© 2026 Inland Press. All rights reserved.`);
  await page.waitForFunction(() => document.querySelector('#removed').textContent.includes('1234 characters'));
  assert.ok(!(await page.$eval('#article', (article) => article.textContent)).includes('1234 characters'));
  await page.click('#set-aside-heading');
  const rows = await page.$$eval('#removed li', (rows) => rows.length);
  assert.ok(await page.$$eval('#removed .reason', (reasons) => reasons.every((reason) => reason.textContent.length > 5)));
  await page.evaluate(() => [...document.querySelectorAll('#removed li')].find((row) => row.textContent.includes('1234 characters')).querySelector('button').click());
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('1234 characters'));
  await page.evaluate(() => [...document.querySelectorAll('#removed button')].find((button) => button.textContent.startsWith('Undo')).click());
  await page.waitForFunction(() => !document.querySelector('#article').textContent.includes('1234 characters'));
  assert.equal(await page.$$eval('#removed li', (rows) => rows.length), rows);
  assertCalm(page);
});

test('the reader sets how many sentences, and what is selected in the story stays so', async () => {
  const page = await opened();
  await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('#article h2')));
  const selected = () => page.evaluate(() => String(getSelection()).trim());
  const words = await selected();
  await page.focus('#sentences');
  await page.keyboard.press('Home');
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length === 1);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length === 2);
  assert.equal(await selected(), words);
  assertCalm(page);
});

test('every bundled sample is summarized', async () => {
  const page = await opened();
  const options = await page.$$eval('#source option:not([disabled])', (options) => options.map((option) => option.value));
  assert.ok(options.length >= 4);
  for (const value of options) {
    const before = await page.$eval('#article', (article) => article.textContent);
    await page.select('#source', value);
    await page.waitForFunction((before) => document.querySelector('#article').textContent !== before, { timeout: 5000 }, before).catch(() => {});
    assert.ok((await summary(page)).length > 0 || /paste/i.test(await status(page)), value);
  }
  assertCalm(page);
});

test('a sample that comes after another was chosen is not shown', async () => {
  const page = await opened();
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (request.url().endsWith('/cold-chain.txt')) await held;
    request.continue();
  });
  const shown = () => page.$eval('#article h2', (headline) => headline.textContent);
  const first = await shown();
  await page.select('#source', 'cold-chain.txt');
  await page.select('#source', 'sleep-trial.txt');
  await page.waitForFunction((first) => document.querySelector('#article h2').textContent !== first, {}, first);
  const chosen = await shown();
  const answered = page.waitForResponse((response) => response.url().endsWith('/cold-chain.txt'));
  letGo();
  await answered;
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await shown(), chosen);
  assertCalm(page);
});

test('text and HTML files open by choice and by drop', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const html = join(folder, 'story.html');
  const paragraphs = STORY.split('\n\n').map((text) => `<p>${text.replace('CTB', '<b>C</b>TB')}</p>`);
  await writeFile(html, `<nav>Home News</nav><script>document.title = 'run'</script><main>${paragraphs.join('')}</main>`);
  const page = await opened();
  await (await page.$('#file')).uploadFile(html);
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Caldwell Transit Board (CTB)'));
  assert.doesNotMatch(await page.title(), /run/, 'scripts of the file never run');
  assert.ok(!(await page.$eval('#article', (article) => article.textContent)).includes('Home News'));
  // Else the browser would tell of no choice where the same file is chosen again, edited.
  await page.waitForFunction(() => document.querySelector('#file').value === '');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  }, 'The harbor froze on Tuesday. Forty boats are stuck in the ice.');
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Forty boats'));
  assertCalm(page);
});

test('every odd input has its own clear answer, and nothing typed is lost', async () => {
  const page = await opened();
  const answers = new Set();
  for (const [text, pattern] of [
    ['Flood', /word|sentence|short/],
    ['The bridge is closed.', /sentence/],
    ['Home\nNews\nSport\nSign in\n\nWe use cookies to improve your experience. Accept all\n\n© 2026 All rights reserved.', /furniture|menu/],
  ]) {
    await page.$eval('#paste', (box) => box.select());
    await paste(page, text);
    await page.waitForFunction((old) => !old.includes(document.querySelector('#status').textContent), {}, [...answers, 'Opening a sample story…']);
    await says(page, pattern);
    answers.add(await status(page));
    assert.equal(await page.$eval('#paste', (box) => box.value), text);
  }
  assert.equal(answers.size, 3, [...answers].join(' | '));
  const listed = (words) => page.waitForFunction((words) => document.querySelector('#source').selectedOptions[0].text === words, {}, words);
  await page.focus('#sentences');
  await pasteOutside(page, 'The pier is closed.');
  await listed('Pasted: The pier is closed.');
  await pasteOutside(page, 'The bridge over the estuary is\nclosed until the end of the summer.');
  await listed('Pasted: The bridge over the estuary is closed…');
  await page.focus('#paste');
  await page.$eval('#paste', (box) => box.select());
  await page.keyboard.press('Backspace');
  await says(page, /nothing to read|paste a story/);
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const binary = join(folder, 'photo.txt');
  await writeFile(binary, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]));
  await (await page.$('#file')).uploadFile(binary);
  await says(page, /photo\.txt.*(not|image|binary)/);
  assertCalm(page);
});

test('a long word is drawn in pieces, and no character is cut', async () => {
  const page = await opened();
  const story = `x${'😀'.repeat(15_000)} sank on Monday, the harbor office said.`;
  await paste(page, story);
  await page.waitForFunction(() => document.querySelectorAll('#article .piece').length > 1);
  const pieces = await page.$$eval('#article .piece', (pieces) => pieces.map((piece) => piece.textContent));
  assert.ok(pieces.every((piece) => piece.isWellFormed()));
  assert.equal(pieces.join(''), story);
});

test('a text of five megabytes is read without hanging the page', { timeout: 60_000 }, async () => {
  const page = await opened();
  const long = `${STORY}\n\n`.repeat(Math.ceil(5_000_000 / STORY.length));
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const file = join(folder, 'long.txt');
  await writeFile(file, long);
  await page.evaluate(() => {
    window.slowest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.slowest = Math.max(window.slowest, now - last);
      last = now;
    }, 20);
  });
  await (await page.$('#file')).uploadFile(file);
  await page.waitForFunction(() => document.querySelector('#summary a')?.textContent.includes('Marrow') || document.querySelector('#article').textContent.includes('Inland Press'), { timeout: 50_000 });
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length === 4, { timeout: 50_000 });
  const slowest = await page.evaluate(() => window.slowest);
  assert.ok(slowest < 3000, `the page stood still for ${Math.round(slowest)} ms`);
  await page.setViewport({ width: 360, height: 740 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing is wider than the phone');
  assertCalm(page);
});

test('without highlights and on a phone the page still works', async () => {
  const page = await open(browser, { viewport: { width: 360, height: 740 } });
  await page.evaluateOnNewDocument(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
  await page.reload();
  await page.waitForSelector('#summary a');
  const tops = await page.evaluate(() => ['#panel', '#article'].map((part) => document.querySelector(part).getBoundingClientRect().top));
  assert.ok(tops[0] < tops[1], 'the panel stands above the article');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing is wider than the phone');
  await (await page.$('#summary a')).click();
  await page.waitForFunction(() => document.querySelector('#article').contains(document.activeElement));
  assertCalm(page);
});

test('a sample that does not come is asked for again', async () => {
  const page = await opened();
  let isBroken = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => (isBroken && request.url().endsWith('/cold-chain.txt') ? request.abort() : request.continue()));
  const shown = () => page.$eval('#article h2', (headline) => headline.textContent);
  const before = await shown();
  await page.select('#source', 'cold-chain.txt');
  await says(page, /could not be opened/);
  assert.equal(await shown(), before, 'what stood there stays');
  isBroken = false;
  await page.click('#actions button');
  await page.waitForFunction((before) => document.querySelector('#article h2').textContent !== before, {}, before);
});

test('without its samples the page reads what is pasted', async () => {
  const page = await open(browser);
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().endsWith('/index.json') ? request.abort() : request.continue()));
  await page.reload();
  await says(page, /nothing to read yet/);
  await paste(page, STORY);
  await page.waitForFunction(() => document.querySelector('#summary a'));
});

test('the sample is summarized without the wasm; where that does not load, the page says so and keeps the text', async () => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length === 4 && document.querySelector('#figures li'));
  await paste(page, STORY);
  await says(page, /could not/);
  await page.waitForFunction(() => document.querySelector('#paste').value.includes('Marrow'));
  await says(page, /kept/);
});

test('the keyboard alone leads from a sentence to its place and back', async () => {
  const page = await opened();
  await page.focus('#sentences');
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.matches('#summary a'))) break;
  }
  const words = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('#article').contains(document.activeElement));
  assert.ok((await page.evaluate(() => document.activeElement.textContent)).includes(words));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), words);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('#back').hidden);
  await page.select('#source', 'sleep-trial.txt');
  await page.waitForFunction(() => document.querySelector('#back').hidden);
  assertCalm(page);
});

test('the way back stands in sight in either direction, and hides no piece that is in focus', async () => {
  const page = await opened({ viewport: { width: 320, height: 640 } });
  await page.$eval('#summary a', (link) => link.click());
  await page.waitForFunction(() => !document.querySelector('#back').hidden);
  for (const dir of ['rtl', 'ltr']) {
    await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
    const { left, right } = await page.$eval('#back', (back) => back.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right <= 320, `${dir}: ${left} to ${right}`);
  }
  await page.focus('#focus');
  const hidden = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const piece = await page.evaluate(() => {
      const { activeElement } = document;
      const { left, top, width, height } = activeElement.getBoundingClientRect();
      const isSeen = activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      return { name: activeElement.ariaLabel ?? activeElement.textContent, isLast: activeElement.id === 'back', isSeen };
    });
    if (!piece.isSeen) hidden.push(piece.name);
    if (piece.isLast) break;
  }
  assert.deepEqual(hidden, []);
  assertCalm(page);
});

test('nothing moves while the page opens, however wide it is', async () => {
  for (const width of [360, 640, 800, 920, 1150, 1440]) {
    const page = await open(browser, { viewport: { width, height: 900 } });
    await page.evaluateOnNewDocument(() => {
      window.moved = [];
      new PerformanceObserver((list) => window.moved.push(...list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => node?.id || node?.className)))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.reload();
    await page.waitForSelector('#options button');
    await page.waitForFunction(() => document.querySelector('#panel').ariaBusy === 'false');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    assert.deepEqual(await page.evaluate(() => window.moved), [], `${width} px`);
    await page.close();
  }
});

test('axe finds nothing, light and dark, wide and narrow', async () => {
  for (const scheme of ['light', 'dark']) {
    for (const width of [360, 1440]) {
      const page = await opened({ viewport: { width, height: 900 } });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.$eval('#set-aside', (details) => (details.open = true));
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], `${scheme}, ${width} px`);
    }
  }
});
