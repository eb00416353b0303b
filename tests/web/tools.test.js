// What one does with a summary: take it along, link to its story, find it as it was left.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertCalm, launch, open, paste, pasteOutside, shows } from './browser.js';

const STORY = `Marrow bridge reopens after six weeks

By Lena Brandt

CALDWELL, June 1 (Inland Press) - The Marrow bridge reopened on Monday after repairs that cost $4.2 million, the city said.

About 18,000 cars a day had to take a detour of nine miles, according to the Caldwell Transit Board (CTB).

“We lost a third of our *customers*,” said Ingrid Moe, who runs a café 🙂 near the bridge. She hopes that they return.

The CTB will charge trucks $12 from July 1.`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the page with a story pasted, if there is one, and the clipboard allowed. */
async function opened(text, options) {
  const page = await open(browser, options);
  await page.browserContext().overridePermissions(new URL(page.url()).origin, ['clipboard-read', 'clipboard-sanitized-write']);
  await page.waitForSelector('#tools');
  if (text) await paste(page, text);
  return page;
}

const said = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.said').textContent), {}, pattern.source);

const says = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#status').textContent), {}, pattern.source);

const summary = (page) => page.$$eval('#summary a.quote', (links) => links.map((link) => link.textContent));

/** What the clipboard holds after a click on a tool. */
async function copied(page, format, pattern = /Copied/) {
  await page.select('#format', format);
  await page.$eval('.said', (said) => (said.textContent = ''));
  await page.click('#copy');
  await said(page, pattern);
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a summary is copied as text, Markdown, JSON or HTML: headline, sentences word for word, figures with what is known of them', async () => {
  const page = await opened(STORY);
  const sentences = await summary(page);
  const text = await copied(page, 'text');
  assert.ok(text.startsWith('Marrow bridge reopens after six weeks\n\n'));
  for (const sentence of sentences) assert.ok(text.includes(`\n\n${sentence}\n`), sentence);
  assert.match(text, /\nKey figures\n(?:- .+\n)*- (?:About )?18,000 cars.*Source: Caldwell Transit Board/);
  assert.doesNotMatch(text, /http/);
  const markdown = await copied(page, 'markdown');
  assert.ok(markdown.startsWith('# Marrow bridge reopens after six weeks\n\n- '));
  assert.match(markdown, /## Key figures\n\n(?:- .+\n)*- \*\*(?:About )?18,000 cars.*\*\*.*Source: Caldwell Transit Board/);
  const data = JSON.parse(await copied(page, 'json'));
  assert.deepEqual(data.picks.map((pick) => pick.text), sentences);
  for (const { start, end, text } of [...data.picks, ...data.figures]) assert.equal(STORY.slice(start, end), text);
  assert.deepEqual(Object.keys(data), ['title', 'picks', 'figures'], 'no address, for the story has none');
  const html = await copied(page, 'html');
  assert.ok(html.startsWith('<section><h2>Marrow bridge reopens after six weeks</h2><ul>'));
  for (const sentence of sentences) assert.ok(html.includes(`<li>${sentence}</li>`), sentence);
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read())[0].types);
  assert.deepEqual(kinds.toSorted(), ['text/html', 'text/plain']);
  assertCalm(page);
});

test('what Markdown and HTML would take for their own stays the story’s', async () => {
  const page = await opened('Prices *rise* <b>again</b>\n\nThe firm sold 40 [units] of #1 for $5 & more than _30_ <i>others</i> in June.');
  assert.match(await copied(page, 'markdown'), /40 \\\[units\\\] of \\#1 for \$5 \\& more than \\_30\\_ \\<i\\>others/);
  assert.match(await copied(page, 'html'), /\$5 &amp; more than _30_ &lt;i&gt;others/);
  assertCalm(page);
});

test('a story that names its address takes it along, and one that names a script does not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const page = await opened();
  for (const [address, crew] of [['https://example.org/marrow', '17 boats'], ['javascript:alert(1)', '19 boats']]) {
    const file = join(folder, 'story.html');
    const paragraphs = `${STORY}\n\nThe crew painted ${crew} on Tuesday, the harbor office said.`.split('\n\n').map((text) => `<p>${text}</p>`);
    await writeFile(file, `<meta property="og:url" content="${address}"><main>${paragraphs.join('')}</main>`);
    await (await page.$('#file')).uploadFile(file);
    await shows(page, crew);
    const text = await copied(page, 'text');
    assert.ok(text.includes('18,000'), text);
    assert.equal(text.endsWith(`\n\n${address}\n`), address.startsWith('https'), text);
    assert.equal(text.includes(address), address.startsWith('https'), text);
  }
  assertCalm(page);
});

test('a summary is saved as a file and shared where the browser shares', async () => {
  const page = await open(browser);
  await page.evaluateOnNewDocument(() => (navigator.share = async (data) => (window.shared = data)));
  await page.reload();
  await page.waitForSelector('#share');
  await paste(page, STORY);
  await page.click('#share');
  await page.waitForFunction(() => window.shared?.text.includes('Marrow bridge'));
  for (const [name, pattern] of [['NotAllowedError', /did not work: mine/], ['AbortError', /^$/]]) {
    await page.evaluate((name) => (navigator.share = () => Promise.reject(new DOMException('mine', name))), name);
    await page.click('#share');
    await said(page, pattern);
  }
  const downloads = await mkdtemp(join(tmpdir(), 'nutgraf-'));
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads, browserContextId: page.browserContext().id });
  await page.select('#format', 'markdown');
  await page.click('#save');
  for (let tries = 0; tries < 50 && !(await readdir(downloads)).includes('nutgraf.md'); tries += 1) await new Promise((wait) => setTimeout(wait, 100));
  assert.match(await readFile(join(downloads, 'nutgraf.md'), 'utf8'), /^# Marrow bridge/);
  assertCalm(page);
});

test('without its tools a summary is a summary', async () => {
  const page = await open(browser);
  await page.setRequestInterception(true);
  page.on('request', (request) => (/tools\/bar\.js$/.test(request.url()) ? request.abort() : request.continue()));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 4);
  assert.equal(await page.$('#tools'), null);
});

test('where the clipboard is denied, the page says so', async () => {
  const page = await opened(STORY);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))));
  await page.click('#copy');
  await said(page, /did not work: denied/);
  await page.select('#length', 'headline');
  await said(page, /^$/);
});

test('on paper stand the article and the panel, and nothing that is clicked', async () => {
  const page = await opened(STORY);
  await page.emulateMediaType('print');
  const seen = (part) => page.$eval(part, (part) => part.checkVisibility() && part.getClientRects().length > 0);
  for (const part of ['#summary', '#figures', '#article', '.masthead h1']) assert.equal(await seen(part), true, part);
  for (const part of ['.desk', '#tools', '.way', '.promise']) assert.equal(await seen(part), false, part);
  assert.ok((await page.pdf()).length > 5000);
});

test('a link holds its story, and a click on it opens the story, without a request that would tell of it', async () => {
  const page = await opened(`${STORY}\n\nزاد عدد الزوار. 来客数が増えた。`);
  const sentences = await summary(page);
  await page.click('#link');
  await said(page, /Link copied/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /#text=[\w-]+$/);
  assert.ok(!page.url().includes('#'), 'the history of the browser does not learn of it');
  const other = await opened(null, { path: new URL(link).pathname + new URL(link).hash });
  await shows(other, 'Marrow bridge');
  assert.deepEqual(await summary(other), sentences);
  await other.reload();
  await shows(other, 'Marrow bridge');
  await other.select('#source', 'ferry.txt');
  await other.waitForFunction(() => !location.hash);
  await other.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await shows(other, 'Marrow bridge');
  assertCalm(page);
  assertCalm(other);
});

test('a broken link says so and loses nothing', async () => {
  const page = await opened(STORY);
  await page.click('#link');
  await said(page, /Link copied/);
  const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  for (const broken of [hash.slice(0, -40), '#text=', '#text=%%%', '#text=AAAA', '#text=A']) {
    await page.$eval('#status', (status) => (status.textContent = ''));
    await page.evaluate((hash) => (location.hash = hash), broken);
    await says(page, /link cannot be read/);
    assert.equal(await page.$eval('#paste', (box) => box.value), STORY);
    assert.match((await summary(page)).join(' '), /Marrow bridge/);
    const fresh = await open(browser, { path: `/${broken}` });
    await says(fresh, /link cannot be read/);
    assert.ok((await summary(fresh)).length > 0, 'a sample stands there instead');
  }
  assertCalm(page);
});

test('a story too long for a link is not cut: the page says what to do instead', async () => {
  const words = Array.from({ length: 9000 }, (_, at) => `word${(at * 7919) % 10007}`).join(' ');
  const page = await opened(`${STORY}\n\n${words}.`);
  await page.click('#link');
  await said(page, /too long for a link/);
  assertCalm(page);
});

test('length, focus and sentences are found as they were left, and where nothing can be kept the page works', async () => {
  const page = await opened();
  await page.select('#focus', 'figures');
  await page.focus('#sentences');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 6);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 6);
  const choices = () => page.evaluate(() => ['focus', 'length', 'sentences', 'count'].map((id) => document.getElementById(id).value ?? document.getElementById(id).textContent));
  assert.deepEqual(await choices(), ['figures', 'custom', '6', '6']);
  await page.select('#length', 'headline');
  await page.evaluate(() => localStorage.setItem('nutgraf-focus', 'gossip'));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 1);
  assert.deepEqual((await choices()).slice(0, 2), ['balanced', 'headline'], 'what is offered no more is forgotten');
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  });
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 4);
  await page.select('#length', 'headline');
  await page.waitForFunction(() => document.querySelectorAll('#summary a.quote').length === 1);
  assertCalm(page);
});

test('single keys walk through the summary, lengthen it, turn the focus, copy, and undo', async () => {
  const page = await opened(STORY);
  const sentences = await summary(page);
  const flashed = (words) => page.waitForFunction((words) => [...(CSS.highlights.get('nutgraf-flash') ?? [])].join('') === words, {}, words);
  for (const [key, at] of [['j', 0], ['j', 1], ['k', 0], ['k', sentences.length - 1], ['j', 0]]) {
    await page.keyboard.press(key);
    await flashed(sentences[at]);
    assert.ok(await page.evaluate(() => document.querySelector('#article').contains(document.activeElement)));
  }
  const count = (many) => page.waitForFunction((many) => document.querySelectorAll('#summary a.quote').length === many, {}, many);
  await page.keyboard.press('+');
  await count(sentences.length + 1);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await count(sentences.length - 1);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.querySelector('#focus').value === 'names');
  await says(page, /Focus: names/);
  await page.keyboard.press('c');
  await said(page, /Copied as Text/);
  await page.keyboard.down('Control');
  await page.keyboard.press('f');
  await page.keyboard.up('Control');
  await page.keyboard.down('Shift');
  await page.keyboard.press('KeyF');
  await page.keyboard.up('Shift');
  assert.equal(await page.$eval('#focus', (focus) => focus.value), 'names', 'with another key held they are the browser’s');
  await page.keyboard.press('p');
  await page.keyboard.type('jkfcu?-+');
  assert.equal(await page.$eval('#paste', (box) => box.value), `${STORY}jkfcu?-+`, 'in a field they are letters');
  assert.equal(await page.$('dialog'), null);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  assertCalm(page);
});

test('whatever a key changes, focus stays with its words, or in their place where they are gone', async () => {
  const page = await opened(`${STORY}\n\nLeave a Comment\n\nYou have 1234 characters left.`);
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const press = async (key) => {
    await page.evaluate(() => (window.before = document.querySelector('#summary a')));
    await page.keyboard.press(key);
    await page.waitForFunction(() => !window.before.isConnected && document.querySelector('#panel').ariaBusy === 'false');
  };
  for (const [piece, key] of [['#summary li:last-child .quote', '+'], ['#figures li:last-child a', 'f'], ['.name-button', '-'], ['#heat a', '+']]) {
    await page.$eval(piece, (piece) => piece.focus());
    const words = await focused();
    await press(key);
    assert.equal(await focused(), words, `${piece} ${key}`);
  }
  await page.focus('#summary li:last-child .quote');
  while ((await summary(page)).length > 1) await press('-');
  assert.ok(await page.evaluate(() => document.activeElement.matches('#summary .quote')));
  await page.$eval('#set-aside', (details) => (details.open = true));
  await page.focus('#removed button');
  for (const verb of ['Undo: ', 'Put back: ', 'Undo: ']) {
    await press('Enter');
    assert.ok((await focused()).startsWith(verb), verb);
  }
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.querySelector('#article').contains(document.activeElement));
  const paragraph = await focused();
  await press('u');
  assert.equal(await focused(), paragraph, 'in the story too');
  assertCalm(page);
});

test('the keys of another script stand for the letters in their place, but not while a word is composed of them', async () => {
  const page = await opened(STORY);
  for (const [isComposing, focus] of [[true, 'balanced'], [false, 'names']]) {
    await page.evaluate((isComposing) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ा', code: 'KeyF', bubbles: true, isComposing })), isComposing);
    assert.equal(await page.$eval('#focus', (focus) => focus.value), focus);
  }
});

test('? and a button open the list of keys, Esc closes it, and there all of them are put to rest', async () => {
  const page = await opened(STORY);
  await page.keyboard.press('?');
  await page.waitForSelector('dialog[open] kbd');
  assert.deepEqual(await page.$$eval('dialog kbd', (keys) => keys.map((key) => key.textContent)), ['j', 'k', '+', '-', 'f', 'p', 'c', 'u', '?']);
  await page.keyboard.press('f');
  assert.equal(await page.$eval('#focus', (focus) => focus.value), 'balanced', 'behind the dialog nothing changes');
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
  await page.click('#help');
  await page.waitForSelector('dialog[open]');
  await page.click('dialog input');
  await page.click('dialog button');
  await page.waitForFunction(() => !document.querySelector('dialog') && document.activeElement.id === 'help');
  await page.keyboard.press('f');
  await page.keyboard.press('?');
  assert.equal(await page.$eval('#focus', (focus) => focus.value), 'balanced');
  assert.equal(await page.$('dialog'), null);
  await page.reload();
  await page.waitForSelector('#help');
  await page.keyboard.press('f');
  assert.equal(await page.$eval('#focus', (focus) => focus.value), 'balanced', 'they rest until they are wanted');
  assertCalm(page);
});

test('whatever was put back or set aside is undone, step by step', async () => {
  const page = await opened(`${STORY}\n\nLeave a Comment\n\nYou have 1234 characters left.\n\n© 2026 Inland Press. All rights reserved.`);
  const article = () => page.$eval('#article', (article) => article.textContent);
  const first = await article();
  const steps = [first];
  for (const words of ['1234 characters', '© 2026']) {
    await page.evaluate((words) => [...document.querySelectorAll('#removed li')].find((row) => row.textContent.includes(words)).querySelector('button').click(), words);
    await page.waitForFunction((words) => document.querySelector('#article').textContent.includes(words), {}, words);
    steps.push(await article());
  }
  for (const expected of [steps[1], steps[0]]) {
    await page.keyboard.press('u');
    await page.waitForFunction((expected) => document.querySelector('#article').textContent === expected, {}, expected);
  }
  await page.keyboard.press('u');
  assert.equal(await article(), first);
  await page.evaluate(() => document.querySelector('#removed button').click());
  await page.waitForFunction((first) => document.querySelector('#article').textContent !== first, {}, first);
  await page.evaluate(() => [...document.querySelectorAll('#actions button')].find((button) => button.textContent === 'Undo').click());
  await page.waitForFunction((first) => document.querySelector('#article').textContent === first, {}, first);
  assertCalm(page);
});

test('a selection is dropped anywhere, as plain words or as a web page', async () => {
  const page = await opened();
  const drop = (kinds) =>
    page.evaluate((kinds) => {
      const data = new DataTransfer();
      for (const [kind, words] of Object.entries(kinds)) data.setData(kind, words);
      for (const type of ['dragover', 'drop']) {
        document.querySelector('#article').dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, kinds);
  await drop({ 'text/plain': STORY });
  await shows(page, 'Marrow bridge');
  assert.equal(await page.$eval('#paste', (box) => box.value), STORY);
  await drop({ 'text/plain': 'Forty boats are stuck in the ice. The harbor froze on Tuesday.' });
  await shows(page, 'Forty boats');
  assert.equal(await page.$eval('#paste', (box) => box.value), STORY, 'what was in the box stays there');
  const text = `Menu\nSport\n${STORY}\n\n${'The council met on Tuesday and heard of the costs. '.repeat(10)}`;
  const html = `<nav>Menu Sport</nav><main>${text.split('\n\n').slice(1).map((part) => `<p>${part}</p>`).join('')}</main>`;
  await drop({ 'text/plain': text, 'text/html': html });
  await shows(page, 'The council met');
  await says(page, /Read as a web page/);
  assertCalm(page);
});

test('a long text says that it is read, is cancelled, and what was shown before stays', { timeout: 60_000 }, async () => {
  const page = await opened(STORY);
  const before = await summary(page);
  const long = 'The council of the town met on Tuesday and heard that 40 boats are stuck in the ice. '.repeat(60_000);
  await page.evaluate(() => {
    window.seen = [];
    new MutationObserver(() => window.seen.push(document.querySelectorAll('#actions progress').length)).observe(document.querySelector('#actions'), { childList: true });
  });
  await pasteOutside(page, long);
  await page.waitForFunction(() => document.querySelector('#actions progress'));
  await page.evaluate(() => document.querySelector('#actions button').click());
  await says(page, /Cancelled/);
  assert.deepEqual(await summary(page), before);
  assert.match(await page.$eval('#article', (article) => article.textContent), /Marrow bridge/);
  assert.equal(await page.$eval('#source', (source) => source.value), 'own', 'the choice is what is shown');
  await (await page.$('#summary a')).click();
  await page.waitForFunction(() => CSS.highlights.has('nutgraf-flash'));
  await page.evaluate(() => document.querySelector('#actions button').click());
  await shows(page, 'council of the town');
  assert.match(await page.$eval('#source', (source) => source.value), /held/);
  assertCalm(page);
});

test('where there is no story, the page says what to do', async () => {
  const page = await opened();
  await page.select('#source', 'own');
  await says(page, /Nothing to read yet/);
  assert.match(await page.$eval('#article', (article) => article.textContent), /Paste one above, drop a .txt or .html file anywhere, or choose a sample/);
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.keyboard.press('u');
  assertCalm(page);
});

test('the tools stand their ground right to left, in forced colors, on the narrowest phone', async () => {
  const page = await opened(STORY, { viewport: { width: 320, height: 700 } });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  await page.click('#help');
  await page.waitForSelector('dialog[open]');
  const inside = (part) => page.$eval(part, (part) => part.getBoundingClientRect().left >= 0 && part.getBoundingClientRect().right <= innerWidth);
  for (const part of ['dialog', '#tools', '#options', '#link']) assert.equal(await inside(part), true, part);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  const [help, tools] = await page.evaluate(() => ['#help', '#copy'].map((part) => getComputedStyle(document.querySelector(part)).borderTopStyle));
  assert.deepEqual([help, tools], ['solid', 'solid'], 'a button is one without its colors');
  assertCalm(page);
});

test('axe finds nothing in the tools, light and dark, wide and narrow', async () => {
  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 1440]) {
      const page = await opened(STORY, { viewport: { width, height: 900 } });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.click('#link');
      await said(page, /Link copied/);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], `${scheme}, ${width} px`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `nothing is wider than ${width} px`);
    }
  }
});
