// What the README offers a site, name by name: attributes, events, properties, parts, ways to register the element.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertCalm, embed as beside, launch } from './browser.js';

const README = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
/** What the README lists in backticks between two of its words. */
const listed = (from, to) => [...README.split(from)[1].split(to)[0].matchAll(/`([^`]+)`/g)].map(([, name]) => name);

const STORY = `<h1>Ferry to stop</h1>
<p>The Marrow ferry will stop on Monday after about 40 years, the Caldwell Transit Board (CTB) said.</p>
<p>Some 1,800 people took it each day in 2024, and a ticket costs at least $3.</p>
<p>Ada Roe of the CTB said that 12 of its 20 sailors will work on buses from July 1.</p>`;
const OTHER = '<p>A storm cut power to 12,000 homes in Veld on Sunday night, the grid operator said.</p>';
const article = (story, id = 'story') => `<article id="${id}">${story}</article>`;
const PLAIN = `<nut-graf for="#story"></nut-graf>${article(STORY)}`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a page of this markup; `page.says` waits until the panel has these words. */
async function embed(body, options) {
  const page = await beside(browser, body, options);
  page.says = (words) => page.waitForFunction((words) => document.querySelector('nut-graf').shadowRoot?.textContent.includes(words), {}, words);
  page.set = (name, value) => page.$eval('nut-graf', (element, name, value) => element.setAttribute(name, value), name, value);
  page.told = (type) => page.evaluate((type) => window.told.filter((event) => event.type === type).length, type);
  return page;
}
const ready = (page) => page.waitForFunction(() => window.ready);
const quotes = (page) => page.$$eval('nut-graf >>> .quote', (links) => links.map((link) => link.textContent));

test('`for` names the article, now and later; without it, it is the one around the element, or else the longest', async () => {
  const page = await embed(`<nut-graf for="#other"></nut-graf>${article(STORY)}${article(OTHER, 'other')}`);
  await page.says('A storm cut');
  await page.set('for', '#story');
  await page.says('The Marrow ferry');
  await page.set('for', '#other');
  await page.says('A storm cut');
  for (const [body, words] of [
    [`${article(OTHER, 'other')}<nut-graf></nut-graf>${article(STORY)}`, 'The Marrow ferry'],
    [`${article(STORY)}<article><nut-graf></nut-graf>${OTHER}</article>`, 'A storm cut'],
  ]) {
    const other = await embed(body);
    await other.says(words);
    assertCalm(other);
  }
  assertCalm(page);
});

test('in a shadow root `for` is looked for there first, and then in the document, where the article may come later', async () => {
  for (const [inside, words] of [[article(OTHER), 'A storm cut'], ['', 'The Marrow ferry']]) {
    const page = await embed(`<div><template shadowrootmode="open"><nut-graf for="#story"></nut-graf>${inside}</template></div>`);
    await page.waitForFunction(() => document.querySelector('div').shadowRoot.querySelector('nut-graf:defined'));
    await pause(300);
    await page.evaluate((story) => document.body.append(...Document.parseHTMLUnsafe(story).body.children), article(STORY));
    await ready(page);
    assert.ok((await page.evaluate(() => window.ready.summary.picks[0].text)).startsWith(words));
    assertCalm(page);
  }
});

test('`sentences` is 3 at first and 30 at most, and what is no count is none', async () => {
  const story = Array.from({ length: 60 }, (_, n) => `<p>The mill in Veld ${n} sold ${n + 3} tons of grain to the town of Norvik ${n} on Monday.</p>`).join('');
  const page = await embed(`<nut-graf for="#story"></nut-graf>${article(story)}`);
  const shows = (count) => page.waitForFunction((count) => document.querySelector('nut-graf').shadowRoot?.querySelectorAll('.quote').length === count, {}, count);
  await shows(3);
  for (const [value, count] of [['12', 12], ['0', 3], ['30', 30], ['2.5', 3], ['400', 30]]) {
    await page.set('sentences', value);
    await shows(count);
  }
  assertCalm(page);
});

test('`heading-level` is 2 at first and 6 at most, `lang` is the language of the story, and both may change', async () => {
  const page = await embed(PLAIN);
  await ready(page);
  const levels = (level) => page.waitForFunction((level) => document.querySelector('nut-graf').shadowRoot.querySelectorAll(`h${level}`).length === 3, {}, level);
  await levels(2);
  for (const [value, level] of [['4', 4], ['9', 6], ['none', 2]]) {
    await page.set('heading-level', value);
    await levels(level);
  }
  await page.set('lang', 'en-GB');
  await page.waitForFunction(() => document.querySelector('nut-graf').shadowRoot.querySelector('.quote').lang === 'en-GB');
  assert.equal(await page.$eval('nut-graf', ({ shadowRoot }) => shadowRoot.querySelector('.heading').closest('[lang]').lang), 'en', 'its own words are English');
  assertCalm(page);
});

test('each event tells what the README says, and a jump that is prevented is left to the site', async () => {
  const page = await embed(PLAIN);
  await ready(page);
  await page.$eval('nut-graf', (element) => element.refresh());
  assert.equal(await page.told('nutgraf-ready'), 1, 'the same panel is no new one');
  const seen = await page.evaluate(() => {
    const [element, story] = [document.querySelector('nut-graf'), document.querySelector('#story')];
    let detail;
    let followed = 0;
    navigation.addEventListener('navigate', () => (followed += 1));
    element.addEventListener('nutgraf-jump', (event) => ((detail = event.detail), event.preventDefault()), { once: true });
    const quote = element.shadowRoot.querySelector('.quote');
    quote.click();
    const stayed = [document.activeElement === document.body, CSS.highlights.has('nutgraf-flash')];
    quote.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    const elsewhere = window.told.filter(({ type }) => type === 'nutgraf-jump').length;
    quote.click();
    return {
      ready: window.ready.article === story,
      summary: element.summary === window.ready.summary,
      jump: detail.article === story && detail.kind === 'sentence' && detail.text === quote.textContent && String(detail.range) === quote.textContent,
      stayed,
      elsewhere,
      led: story.contains(document.activeElement),
      followed,
      link: decodeURIComponent(quote.hash.split('text=')[1]).split(',')[0],
    };
  });
  assert.deepEqual(seen, { ready: true, summary: true, jump: true, stayed: [true, false], elsewhere: 1, led: true, followed: 0, link: 'The Marrow ferry will stop' });
  const error = await page.evaluate(async () => {
    const element = document.querySelector('nut-graf');
    const event = new Promise((resolve) => element.addEventListener('nutgraf-error', resolve, { once: true }));
    element.setAttribute('for', 'p:');
    const { detail } = await event;
    return { ...detail, error: detail.error instanceof Error, summary: element.summary };
  });
  assert.deepEqual(error, { reason: 'selector', message: 'for="p:" is not a selector.', error: true, summary: null });
});

test('every property of the list changes what is seen', async () => {
  const names = [...listed('Properties on the element:', '; on the article:'), ...listed('; on the article:', '.\n')];
  assert.ok(names.length > 10, String(names));
  const page = await embed(PLAIN);
  await ready(page);
  const same = await page.evaluate((names) => {
    const [element, story] = [document.querySelector('nut-graf'), document.querySelector('#story')];
    const looks = () => {
      const pieces = [...element.shadowRoot.querySelectorAll('#panel, #panel *')];
      const styles = [getComputedStyle(element), ...pieces.flatMap((piece) => [getComputedStyle(piece), getComputedStyle(piece, '::before')])];
      const marks = ['pick', 'flash'].map((name) => getComputedStyle(story.querySelector('p'), `::highlight(nutgraf-${name})`).backgroundColor);
      const told = styles.map((style) => ['backgroundColor', 'color', 'fontFamily', 'height', 'paddingTop', 'borderTopColor', 'textDecorationColor'].map((name) => style[name]));
      return JSON.stringify([told, marks]);
    };
    const value = (name) => (/font/.test(name) ? 'monospace' : /height|padding/.test(name) ? '123px' : 'rgb(1, 2, 3)');
    return names.filter((name) => {
      const [at, before] = [/pick|flash/.test(name) ? story : element, looks()];
      at.style.setProperty(name, value(name));
      const after = looks();
      at.style.removeProperty(name);
      return before === after;
    });
  }, names);
  assert.deepEqual(same, []);
});

test('the panel has the parts of the list, and takes color and face of the page', async () => {
  const page = await embed(`<div style="font: 20px monospace; color: rgb(4, 5, 6)">${PLAIN}</div>`);
  await ready(page);
  const parts = await page.$eval('nut-graf', ({ shadowRoot }) => [...new Set([...shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part]))]);
  // For those who hear the page there is nothing to style.
  assert.deepEqual(parts.filter((part) => part !== 'unseen').toSorted(), listed('\nParts:', '. Text color').toSorted());
  const looks = await page.$eval('nut-graf', ({ shadowRoot }) =>
    ['.quote', '.label', '.name', '.heading'].map((piece) => getComputedStyle(shadowRoot.querySelector(piece))).map(({ color, fontFamily }) => `${color} ${fontFamily}`),
  );
  assert.deepEqual(looks, looks.map(() => 'rgb(4, 5, 6) monospace'));
});

test('the sheet that may be linked styles the element alone', async () => {
  const page = await embed(PLAIN, { head: '<link rel="stylesheet" href="/www/nut-graf.css">' });
  const selectors = await page.evaluate(() => {
    const all = (rules) => [...rules].flatMap((rule) => (rule.selectorText ? [rule.selectorText] : all(rule.cssRules)));
    return all(document.styleSheets[0].cssRules);
  });
  assert.ok(selectors.length > 0 && selectors.every((selector) => /^nut-graf(\[[a-z]+\])?$/.test(selector)), String(selectors));
});

test('the class registers nothing by itself, may have another name, and a second script of it does no harm', async () => {
  const page = await embed(`<x-gist for="#story"></x-gist>${article(STORY)}`, { head: '' });
  const known = await page.evaluate(async () => {
    const { NutGraf } = await import('/www/nut-graf.js');
    const before = customElements.get('nut-graf');
    customElements.define('x-gist', NutGraf);
    return before;
  });
  assert.equal(known, undefined);
  await ready(page);
  assert.ok(await page.$eval('x-gist', ({ shadowRoot }) => shadowRoot.querySelectorAll('.quote').length > 0));
  const twice = await embed(PLAIN, { head: '<script type="module" src="/www/define.js"></script><script type="module" src="/www/define.js?again"></script>' });
  await ready(twice);
  assertCalm(page);
  assertCalm(twice);
});

test('sheets and highlights that the site has stay its own, and a flash ends by itself and with the element', async () => {
  const page = await embed(PLAIN, {
    head: `<script>
      const own = document.adoptedStyleSheets[0] = new CSSStyleSheet();
      CSS.highlights.set("site", new Highlight());
    </script><script type="module" src="/www/define.js"></script>`,
  });
  await ready(page);
  const jump = () => page.$eval('nut-graf', ({ shadowRoot }) => shadowRoot.querySelector('.quote').click());
  await jump();
  await page.waitForFunction(() => !CSS.highlights.has('nutgraf-flash'));
  assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, document.adoptedStyleSheets[0] === own]), [2, true]);
  await jump();
  await page.$eval('nut-graf', (element) => element.remove());
  assert.deepEqual(await page.evaluate(() => [[...CSS.highlights.keys()], document.adoptedStyleSheets.length, document.adoptedStyleSheets[0] === own]), [['site'], 1, true]);
});

test('an element that is gone or hidden is so: it follows nothing, and takes no room', async () => {
  const page = await embed(PLAIN);
  await ready(page);
  await page.$eval('nut-graf', (element) => (element.hidden = true));
  assert.equal(await page.$eval('nut-graf', (element) => element.getBoundingClientRect().height), 0);
  await page.$eval('nut-graf', (element) => element.remove());
  await page.$eval('#story p', (p) => (p.textContent = 'A storm cut power to 12,000 homes in Veld on Sunday night.'));
  await pause(800);
  assert.equal(await page.told('nutgraf-ready'), 1);
  assert.equal(await page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length), 0);
});

test('focus is moved by a jump alone, and stays in the panel when that is made anew', async () => {
  const page = await embed(`<input autofocus>${PLAIN}`);
  await ready(page);
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'input');
  const piece = () => page.$eval('nut-graf', ({ shadowRoot }) => shadowRoot.activeElement?.textContent);
  for (const selector of ['.quote', '.name-button', '.toggle']) {
    await page.$eval('nut-graf', ({ shadowRoot }, selector) => shadowRoot.querySelector(selector).focus(), selector);
    const [words, count] = [await piece(), await page.told('nutgraf-ready')];
    await page.set('sentences', count % 2 ? '2' : '3');
    await page.waitForFunction((count) => window.told.filter(({ type }) => type === 'nutgraf-ready').length > count, {}, count);
    assert.equal(await piece(), words);
  }
  assertCalm(page);
});

test('without the registry of highlights there are no marks, and the rest goes on', async () => {
  const page = await embed(PLAIN, { before: (page) => page.evaluateOnNewDocument('delete window.Highlight; Object.defineProperty(CSS, "highlights", { value: undefined })') });
  await ready(page);
  await page.$eval('nut-graf', ({ shadowRoot }) => shadowRoot.querySelector('.quote').click());
  assert.ok(await page.$eval('#story', (story) => story.contains(document.activeElement)));
  assertCalm(page);
});

test('every edit of the article is followed, one that hides too, and an article that never rests', async () => {
  const page = await embed(PLAIN);
  await page.says('The Marrow ferry');
  const gone = () => page.waitForFunction(() => !document.querySelector('nut-graf').shadowRoot.textContent.includes('The Marrow ferry'));
  for (const [name, value] of [['data-nutgraf', 'skip'], ['hidden', ''], ['aria-hidden', 'true']]) {
    await page.$eval('#story p', (p, name, value) => p.setAttribute(name, value), name, value);
    await gone();
    await page.$eval('#story p', (p, name) => p.removeAttribute(name), name);
    await page.says('The Marrow ferry');
  }
  await page.$eval('#story p', ({ firstChild }) => (firstChild.data = firstChild.data.replace('Marrow', 'Hollin')));
  await page.says('The Hollin ferry');
  await page.evaluate(() => {
    document.querySelector('#story p').textContent = 'The Caldwell ferry will stop on Monday after about 40 years, the board said.';
    setInterval(() => document.querySelector('#story').append(document.createElement('p')), 100);
  });
  await page.says('The Caldwell ferry');
  assertCalm(page);
});
