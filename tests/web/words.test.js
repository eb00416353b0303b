// The words of the page: one catalog, and what stands in the document is in it.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import en from '../../www/page/words/en.js';
import { assertCalm, launch, open } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** What stands in the document where the catalog says that words stand. */
const standing = (page, places) =>
  page.evaluate(
    (places) =>
      places.map((place) => {
        const [selector, attribute] = place.split('@');
        const element = document.querySelector(selector);
        return [place, attribute ? element?.getAttribute(attribute) : element?.textContent];
      }),
    places,
  );

test('the document holds the English words of the catalog, and another place for each of the other languages', async () => {
  const page = await open(browser);
  await page.evaluateOnNewDocument(() => (navigator.share = async () => {}));
  await page.reload();
  await page.waitForSelector('#tools');
  assert.deepEqual(Object.fromEntries(await standing(page, Object.keys(en.page))), en.page);
  const { default: hi } = await import('../../www/page/words/hi.js');
  const english = await standing(page, Object.keys(hi.page));
  assert.deepEqual(english.filter(([, words]) => !/^[ -~]{2,}$/.test(words)), [], 'each stands there in English');
  assertCalm(page);
});

/** Every entry of a catalog and what kind of thing it is; of those that the document or the core tell in English, none. */
const places = ({ page, reasons, ...words }, at = '') =>
  Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' ? places(value, `${at}${key} `) : `${at}${key}: ${typeof value}, ${value.length * (typeof value === 'function')}`));

test('every language says the same things, and knows every reason for which something is set aside', async () => {
  const core = await readFile(new URL('../../src/article/furniture.rs', import.meta.url), 'utf8');
  const reasons = [...core.matchAll(/Self::\w+ => "(.+)",/g)].map(([, reason]) => reason);
  assert.ok(reasons.length > 10);
  const folder = new URL('../../www/page/words/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => /^[a-z]{2}\.js$/.test(file) && file !== 'en.js');
  assert.ok(files.length > 0);
  const offered = await readFile(new URL('language.js', folder), 'utf8');
  for (const file of files) {
    const { default: words } = await import(new URL(file, folder));
    assert.deepEqual(places(words), places(en), file);
    assert.deepEqual(Object.keys(en.page).filter((place) => !(place in words.page)), [], file);
    assert.match(offered, new RegExp(`\\b${file.slice(0, 2)}: "`), `${file} is offered`);
    assert.deepEqual(Object.keys(words.reasons).toSorted(), reasons.toSorted(), file);
  }
});

test('the address, the browser or the reader chooses the language, and the choice is kept', async () => {
  const { default: hi } = await import('../../www/page/words/hi.js');
  const { '#share': _, ...said } = hi.page;
  const first = await open(browser);
  await first.waitForSelector('#tools');
  const english = await standing(first, Object.keys(said));
  const page = await open(browser, { path: '/?lang=hi' });
  await page.waitForSelector('#tools');
  assert.equal(await page.title(), hi.page.title);
  assert.deepEqual(Object.fromEntries(await standing(page, Object.keys(said))), said);
  assert.deepEqual(await page.$eval('html', ({ lang, dir }) => ({ lang, dir })), { lang: 'hi', dir: 'ltr' });
  await page.waitForFunction(() => /^24 वाक्यों में से 4, 8 मुख्य आँकड़े/.test(document.querySelector('#status').textContent));
  const left = await page.evaluate(() => {
    document.querySelectorAll('#panel details').forEach((fold) => (fold.open = true));
    return [...document.querySelectorAll('.heading, .term, .way, .reason, .fold > summary, .why th > span, #removed button, #tools button, #options button:not([lang])')]
      .map(({ firstChild }) => firstChild.textContent)
      .filter((words) => /[a-z]/.test(words));
  });
  assert.deepEqual(left, [], 'nothing there is left in English');
  await page.click('#language');
  await page.waitForFunction(() => /^4 of 24 sentences/.test(document.querySelector('#status').textContent));
  assert.deepEqual(await standing(page, Object.keys(said)), english, 'and back');
  await page.click('#language');
  await page.waitForFunction(() => document.documentElement.lang === 'hi');
  await page.goto(page.url().replace('?lang=hi', ''));
  await page.waitForFunction(() => document.documentElement.lang === 'hi');
  await page.goto(`${page.url()}?lang=en`);
  await page.waitForSelector('#tools');
  assert.equal(await page.$eval('html', ({ lang }) => lang), 'en', 'the address counts before what was kept');
  const other = await open(browser);
  await other.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'languages', { value: ['ta-IN', 'hi-IN', 'en'] }));
  await other.reload();
  await other.waitForFunction(() => document.documentElement.lang === 'hi');
  assertCalm(page);
  assertCalm(other);
});

test('what the page says in the words of the story is in the language of the story', async () => {
  const page = await open(browser, { path: '/?lang=hi' });
  await page.waitForSelector('.drawn .row');
  const told = await page.evaluate(() => {
    const pieces = [...document.querySelectorAll('#panel :is(.quote, .value, .label, .fact, .name, .excerpt, .row, .earned), #panel :is(.heading, .way, .times, .reason)')];
    const [story, own] = [[], []];
    for (const piece of pieces) (piece.matches('.heading, .way, .times, .reason') ? own : story).push(piece.closest('[lang]').lang);
    return [story, own].map((all) => [...new Set(all)]);
  });
  assert.deepEqual(told, [['en'], ['hi']]);
  assertCalm(page);
});

test('where the words of a language do not load, the page speaks English', async () => {
  const page = await open(browser);
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().endsWith('/hi.js') ? request.abort() : request.continue()));
  await page.goto(`${page.url()}?lang=hi`);
  await page.waitForFunction(() => /^4 of 24 sentences/.test(document.querySelector('#status').textContent));
});

test('axe finds nothing in Hindi, and nothing is wider than a phone', async () => {
  for (const width of [320, 1440]) {
    const page = await open(browser, { path: '/?lang=hi', viewport: { width, height: 900 } });
    await page.waitForSelector('#tools');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => window.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], `${width} px`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `nothing is wider than ${width} px`);
  }
});
