// Texts and host pages that mean harm: characters that hide, turn or stack, endless lines, a realm that someone tampered with.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertCalm, host, launch, open, pasteOutside, put } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const STORY = `The ferry to Marrow sank on Monday and 40 people are missing, the harbor office said. Two boats search the bay.

Ada Roe of the harbor office said that the search costs $3 million a day. It goes on until Friday.`;

/** The story with `hostile` in words, names, figures and between them. */
const laced = (hostile) => STORY.replace('Marrow', `Mar${hostile}row`).replace('Ada', `A${hostile}da`).replace('$3', `${hostile}$3`).replaceAll('. ', `${hostile}. `);

/** Waits for the summary of what `hand` hands over; the one before it is another's. */
async function summarized(page, hand, timeout = 30_000) {
  await page.$eval('#summary', (list) => list.replaceChildren());
  await hand();
  await page.waitForFunction(() => document.querySelector('#summary a'), { timeout });
}

const fold = (text) => text.replace(/\s+/g, ' ');

test('characters that turn, hide, stack or look alike stay the story’s: quoted to the letter, marked in place, beside words that stand as they did', async () => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  for (const [name, hostile] of Object.entries({
    override: '\u202e',
    isolate: '\u2067\u2066',
    'zero width': '\u200b\u200d\u2060\ufeff'.repeat(500),
    zalgo: '\u0301\u0316\u0489\u035b'.repeat(12),
    homoglyphs: 'а\u0435о',
    tags: '\u{e0041}\u{e007f}',
    'lone surrogate': '\ud83c',
    'surrogates in the wrong order': '\udf0a\ud83c',
    nul: '\0',
    controls: '\u0007\u001b[31m\u009b\u0085\u2028\u2029',
    object: '\ufffc\uffff',
  })) {
    const text = laced(hostile);
    await summarized(page, () => put(page, text));
    await page.waitForFunction(() => document.querySelector('#panel').ariaBusy === 'false');
    const { quotes, marks, loose, wide } = await page.evaluate(() => {
      const pieces = [...document.querySelectorAll('#panel :is(.quote, .number, .label, .fact, .name, .short)')];
      return {
        quotes: [...document.querySelectorAll('#summary a')].map((link) => link.textContent),
        marks: [...CSS.highlights.get('nutgraf-pick')].map(String),
        loose: pieces.filter((piece) => !/isolate/.test(getComputedStyle(piece.closest('[dir]')).unicodeBidi)).map((piece) => piece.outerHTML),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.ok(quotes.length > 0, name);
    // Half a pair is no character: the core reads it as U+FFFD, as which it is drawn.
    for (const quote of quotes) assert.ok(text.toWellFormed().includes(quote), `${name}: ${JSON.stringify(quote)}`);
    assert.deepEqual(marks.map((mark) => fold(mark.toWellFormed())), quotes.map(fold), name);
    assert.deepEqual(loose, [], `${name}: nothing turns the words beside it`);
    assert.equal(wide, false, name);
  }
  assertCalm(page);
});

test('a line of ten megabytes and a hundred thousand paragraphs are read, and the page answers meanwhile', { timeout: 240_000 }, async () => {
  for (const [name, text] of [
    ['one line', 'The ferry lost 40 people on Monday and the harbor office said so. '.repeat(150_000)],
    ['paragraphs', Array.from({ length: 100_000 }, (_, n) => `The ferry lost ${n} people on Monday.`).join('\n\n')],
  ]) {
    const page = await open(browser);
    await page.waitForSelector('#summary a');
    await page.evaluate(() => {
      window.ticks = 0;
      setInterval(() => (window.ticks += 1), 50);
    });
    const ticks = await page.evaluate(() => window.ticks);
    await summarized(page, () => pasteOutside(page, text), 100_000);
    assert.ok((await page.evaluate(() => window.ticks)) > ticks + 1, `${name}: the page stood still all the while`);
    assertCalm(page);
    await page.close();
  }
});

const ARTICLE = `<main><nut-graf for="#story">Notes</nut-graf><article id="story"><p>${STORY.replace('\n\n', '</p><p>')}</p></article></main>`;

/** A page whose own script `tampers` before the element comes. */
const tampered = (tampers) =>
  host(browser, `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"><script>${tampers}</script><script type="module" src="/www/define.js"></script></head><body>${ARTICLE}</body></html>`);

const settled = (page) => page.waitForFunction(() => window.told.length > 0, { timeout: 20_000 });
const quotes = (page) => page.$$eval('nut-graf >>> .quote', (links) => links.map((link) => link.textContent));

test('a page that extends the prototypes of all objects has the same panel', async () => {
  const plain = await tampered('');
  await settled(plain);
  const expected = await quotes(plain);
  assert.ok(expected.length > 0);
  for (const [name, tampers] of Object.entries({
    'old libraries': 'Array.prototype.toJSON = function () { return "list"; }; Array.prototype.each = Array.prototype.forEach; Object.prototype.extend = function () {};',
    // The driver of the browser walks over whatever a loop would find, so no loop finds these.
    'values where options may stand': `const values = { title: 5, sentences: 1, words: 1, whole: 'no', pins: 7, published: 'never', lang: 3, focus: [] };
      for (const name in values) Object.defineProperty(Object.prototype, name, { value: values[name], writable: true, configurable: true });`,
  })) {
    const page = await tampered(tampers);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => window.told.map((event) => event.reason ?? event.type)), ['nutgraf-ready'], name);
    assert.deepEqual(await quotes(page), expected, name);
    assertCalm(page);
  }
});

test('a page that breaks what the element is built on keeps its article and what stands in the element', async () => {
  for (const [name, tampers] of Object.entries({
    map: 'Array.prototype.map = function () { throw new Error("mine"); };',
    JSON: 'JSON.stringify = JSON.parse = function () { throw new Error("mine"); };',
    WebAssembly: 'delete window.WebAssembly;',
    TextDecoder: 'window.TextDecoder = function () { throw new Error("mine"); };',
  })) {
    const page = await tampered(tampers);
    await settled(page);
    const { told, shown, story } = await page.evaluate(() => {
      const element = document.querySelector('nut-graf');
      return {
        told: window.told[0].type,
        shown: !element.shadowRoot.querySelector('slot').hidden || element.shadowRoot.querySelector('.quote') !== null,
        story: document.querySelector('#story').textContent,
      };
    });
    assert.match(told, /nutgraf-(error|ready)/, name);
    assert.ok(shown, `${name}: neither the notes nor a panel are shown`);
    assert.equal(story, STORY.replace('\n\n', ''), name);
  }
});
