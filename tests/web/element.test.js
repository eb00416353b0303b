// The element as a site meets it that embeds it, in a real browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertCalm, embed as beside, launch, open } from './browser.js';

const ADDRESS = process.env.NUTGRAF_PAGE;
const STORY = `<h1>Quarry to close</h1>
<p>The Hollin quarry will <b>clo</b>se in May after 90 years, its owner&nbsp;said on <a href="/monday">Monday</a>.</p>
<aside>Subscribe for $3 a week and read all that Northern Gazette writes.</aside>
<div class="ad wide">Boots for miners, now 40 percent off.</div>
<p>Some 140 people work there, and 60 of them will be offered posts at the company’s pits in Wales.</p>
<figure><img alt="" src="data:,"><figcaption>Workers left the quarry for 14 minutes on Friday in protest.</figcaption></figure>
<p>“It is the end of this village,” said Edith Crane, who leads the union.
<span data-nutgraf="pin">She will meet the minister on 4 June.</span> Closing costs £7.5 million, the owner said.</p>`;
const TAG = '<script type="module" src="/www/define.js"></script>';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const embed = (body, options) => beside(browser, body, options);

const ARTICLE = `<main><nut-graf for="#story"></nut-graf><article id="story">${STORY}</article></main>`;

const shown = (page) =>
  page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((element) => element.shadowRoot?.querySelector('.quote')));
const quotes = (page) => page.$$eval('nut-graf >>> .quote', (links) => links.map((link) => link.textContent));
const told = (page, type) => page.evaluate((type) => window.told.filter((event) => event.type === type), type);
const marked = (page, name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test('the markup of the article is byte for byte the same, after jumps too', async () => {
  const page = await embed(ARTICLE);
  const markup = () => page.$eval('#story', (story) => story.outerHTML);
  const before = await markup();
  await shown(page);
  assert.equal(await markup(), before);
  for (const link of await page.$$('nut-graf >>> a, nut-graf >>> .name-button')) await link.evaluate((link) => link.click());
  await page.evaluate(() => document.activeElement.blur());
  assert.equal(await markup(), before, 'no tabindex is left behind');
  assertCalm(page);
});

test('no global name, one sheet of highlight rules, and both it and the marks go with the last element', async () => {
  const page = await embed(`<article id="story">${STORY}</article><nut-graf for="#story"></nut-graf><nut-graf for="#story"></nut-graf>`, { head: '' });
  // The driver of the browser leaves names of its own.
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !/__ariaQuery/.test(name)).sort());
  const before = await globals();
  await page.addScriptTag({ type: 'module', url: '/www/define.js' });
  await shown(page);
  assert.deepEqual(await globals(), before);
  const sheets = () => page.evaluate(() => document.adoptedStyleSheets.map((sheet) => [...sheet.cssRules].flatMap((rule) => (rule.cssRules?.length ? [...rule.cssRules] : [rule])).map((rule) => rule.selectorText)));
  const [rules, ...more] = await sheets();
  assert.deepEqual(more, []);
  assert.ok(rules.length > 0 && rules.every((selector) => /^::highlight\(nutgraf-[a-z]+\)$/.test(selector)), String(rules));
  assert.equal(await page.evaluate(() => document.styleSheets.length), 0);
  await page.$eval('nut-graf', (element) => element.remove());
  assert.equal((await sheets()).length, 1);
  assert.ok((await marked(page, 'nutgraf-pick')).length > 0);
  await page.$eval('nut-graf', (element) => element.remove());
  assert.deepEqual(await sheets(), []);
  assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), []);
  assertCalm(page);
});

test('nothing but its own files is asked for, each once, and by several elements one wasm', async () => {
  const page = await embed(`<main><nut-graf for="#story"></nut-graf><nut-graf for="#story" sentences="1"></nut-graf><article id="story">${STORY}</article></main>`);
  await shown(page);
  const asked = page.asked.filter((path) => path !== '/host.html' && path !== ',');
  assert.ok(asked.every((path) => /^\/www\/(define|nut-graf|core|panel|quote|highlight|reveal|direction|slices|element\/[a-z]+|pkg\/nutgraf)\.js$|^\/www\/(panel|element\/element)\.css$|_bg\.wasm$/.test(path)), String(asked));
  assert.equal(new Set(asked).size, asked.length, 'no file twice');
  assert.equal(asked.filter((path) => path.endsWith('.wasm')).length, 1);
  assertCalm(page);
});

test('nothing loads before the element nears the viewport', async () => {
  const page = await embed(`<div style="height: 5000px"></div>${ARTICLE}`);
  await page.waitForFunction(() => customElements.get('nut-graf'));
  await pause(500);
  const early = page.asked.filter((path) => /wasm|pkg|\.css$|visit|panel/.test(path));
  assert.deepEqual(early, []);
  await page.evaluate(() => scrollTo(0, 4000));
  await shown(page);
  assertCalm(page);
});

test('nothing moves when the panel arrives, however late', async () => {
  const late = async (request, path) => {
    if (!/define\.js|\.wasm$/.test(path)) return false;
    await pause(400);
    request.continue();
    return true;
  };
  for (const width of [360, 1280]) {
    const page = await embed(ARTICLE, { head: `<link rel="stylesheet" href="/www/nut-graf.css">${TAG}`, answer: late, viewport: { width, height: 900 } });
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
    });
    await shown(page);
    await pause(300);
    assert.deepEqual(await page.evaluate(() => window.shifts), [], `${width} px`);
    assertCalm(page);
  }
});

test('nothing moves without the sheet either, where the script blocks the first paint', async () => {
  const page = await embed(ARTICLE, { head: TAG.replace('<script', '<script blocking="render"') });
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
  });
  await shown(page);
  await pause(300);
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

test('pins are picked, captions and asides are not, and inline markup makes no spaces', async () => {
  const page = await embed(ARTICLE.replace('<nut-graf', '<nut-graf sentences="2"'));
  await shown(page);
  const words = (await quotes(page)).map((words) => words.replace(/\s+/g, ' '));
  assert.ok(words.includes('She will meet the minister on 4 June.'), 'the pin');
  assert.ok(words.includes('The Hollin quarry will close in May after 90 years, its owner said on Monday.'), words.join(' | '));
  assert.doesNotMatch(words.join(' '), /Subscribe|Boots|14 minutes/);
  const kinds = await page.$eval('nut-graf', (element) => element.summary.blocks.map(({ kind }) => kind));
  assert.ok(kinds.includes('caption'), String(kinds));
  assertCalm(page);
});

test('what is skipped and where blocks part is the same for the core and for the marks', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const differing = await page.evaluate(async () => {
    const [{ readElement, roles }, { read }] = await Promise.all([import('/www/core.js'), import('/www/quote.js')]);
    const tags = 'a abbr address article aside audio b blockquote br button canvas caption center cite code datalist dd del details dialog dir div dl dt em fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i iframe ins kbd label legend li listing main map mark menu nav noembed noscript nut-graf object ol p pre q ruby s script search section select small span strong style sub summary sup svg table tbody td template textarea tfoot th thead time tr u ul var video xmp'.split(' ');
    const marks = [[], ['hidden', ''], ['aria-hidden', 'true'], ['data-nutgraf', 'skip'], ['data-nutgraf', 'pin'], ...['complementary', 'dialog', 'form', 'menu', 'menubar', 'navigation', 'note', 'search', 'toolbar'].map((role) => ['role', role]), ['role', 'button'], ['role', 'doc-pullquote'], ['aria-label', 'Advertisement'], ['class', 'wide ad'], ['class', 'adsbygoogle'], ['class', 'lead'], ['class', 'sr-only'], ['class', 'article__newsletter'], ['id', 'div-gpt-ad-1'], ['data-ad-slot', '1']];
    const differing = [];
    for (const tag of tags) {
      for (const [name, value] of marks) {
        const root = document.createElement('div');
        const inner = document.createElement(tag);
        inner.textContent = 'ne ';
        if (name) inner.setAttribute(name, value);
        root.append('o', inner, ' two');
        const fold = (text) => text.replace(/\s+/g, ' ').trim();
        const [{ text }, roleOf] = await Promise.all([readElement(root), roles()]);
        if (fold(text) !== fold(read(root, roleOf).text)) differing.push(`${tag} ${name ?? ''}`);
      }
    }
    return differing;
  });
  assert.deepEqual(differing, []);
});

test('a card says by how much a figure rose or fell, or to what', async () => {
  const page = await embed(`<nut-graf for="#story"></nut-graf><article id="story"><p>The death toll rose to 43 on Monday, the mayor of Hollin said.</p>
<p>The jobless rate fell to nearly 4.1 percent. Exports rose 6 percent.</p><p>The quarry was sold for $9 million.</p></article>`);
  await shown(page);
  const said = await page.$$eval('nut-graf >>> .figure', (cards) => cards.map((card) => [card.querySelector('.value').textContent, card.querySelector('.lead')?.textContent ?? null]));
  assert.deepEqual(Object.fromEntries(said), { 43: 'risen to', '4.1 percent': 'fallen to about', '6 percent': 'up', '$9 million': null });
  await page.close();
});

test('every piece leads to its words in the article, with focus, flash and event', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const links = await page.$$('nut-graf >>> a, nut-graf >>> .name-button');
  assert.ok(links.length > 4);
  for (const link of links) {
    await link.evaluate((link) => link.click());
    const [flashed] = await marked(page, 'nutgraf-flash');
    const jump = (await told(page, 'nutgraf-jump')).at(-1);
    const fold = (words) => words.replace(/\s+/g, ' ');
    assert.equal(fold(flashed), fold(jump.text));
    assert.match(jump.kind, /^(sentence|figure|name)$/);
    assert.ok(await page.evaluate(() => document.activeElement.contains([...CSS.highlights.get('nutgraf-flash')][0].startContainer)));
  }
  assertCalm(page);
});

test('of words that stand more than once each mention leads to its own place', async () => {
  const story = '<p>The Marrow ferry sank on Monday, and Ada Roe left the Marrow ferry office.</p><p>Ada Roe said that Ada Roe would not come back.</p>';
  const page = await embed(`<nut-graf for="#story"></nut-graf><article id="story">${story}</article>`);
  await shown(page);
  const places = await page.$eval('nut-graf', ({ shadowRoot }) => {
    const button = [...shadowRoot.querySelectorAll('.name-button')].find(({ textContent }) => textContent.startsWith('Ada Roe'));
    return [0, 1, 2].map(() => {
      button.click();
      const [{ startContainer, startOffset }] = CSS.highlights.get('nutgraf-flash');
      return `${startContainer.data.slice(0, 10)} ${startOffset}`;
    });
  });
  assert.deepEqual(places, ['The Marrow 37', 'Ada Roe sa 0', 'Ada Roe sa 18']);
});

test('a jump brings its words into view: far down, in a box that scrolls and in closed details', async () => {
  const far = '<p style="height: 1500px">The pits in Wales lie on the coast.</p>';
  const stories = {
    'far down': `<article id="story">${far}${STORY}${far}</article>`,
    'in a box': `<div style="height: 300px; overflow: auto"><article id="story">${far}${STORY}${far}</article></div>`,
    'in details': `<article id="story"><details><summary>All of it</summary>${STORY}</details></article>`,
  };
  for (const [place, story] of Object.entries(stories)) {
    const page = await embed(`<nut-graf for="#story"></nut-graf>${story}`);
    await shown(page);
    await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('.figure a').click());
    await pause(100);
    const seen = await page.evaluate(() => {
      const [range] = CSS.highlights.get('nutgraf-flash');
      const { left, top } = range.getClientRects()[0];
      return range.startContainer.parentElement.contains(document.elementFromPoint(left + 1, top + 1));
    });
    assert.ok(seen, place);
    assertCalm(page);
  }
});

test('the panel is named and reachable in the accessibility tree', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const all = (node) => [node, ...(node.children ?? []).flatMap(all)];
  const tree = all(await page.accessibility.snapshot({ interestingOnly: false }));
  const panel = tree.find((node) => node.role === 'region' && node.name === 'Summary: Quarry to close');
  assert.ok(panel, String(tree.map(({ role, name }) => `${role}: ${name}`)));
  const named = (role) => all(panel).filter((node) => node.role === role).map(({ name }) => name);
  assert.deepEqual(named('heading'), ['Summary', 'Key figures', 'Names']);
  assert.equal(named('button').at(-1), 'Show all');
  assert.ok(named('link').some((name) => /^In the story: .*£7\.5 million/.test(name)), String(named('link')));
  assert.ok(named('button').some((name) => /Edith Crane.*1 mention: go to the first/.test(name)), String(named('button')));
  const reached = [];
  for (let step = 0; step < named('link').length + named('button').length; step += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.$eval('nut-graf', ({ shadowRoot: { activeElement } }) => activeElement?.ariaLabel ?? activeElement?.textContent));
  }
  assert.ok(reached.every(Boolean), String(reached));
  assert.equal(new Set(reached).size, reached.length);
});

test('the button tells whether all is shown, also where the site opens the panel, and goes where it is needless', async () => {
  const page = await embed(ARTICLE.replace('<nut-graf', '<nut-graf style="--nutgraf-height: 300px"'));
  await shown(page);
  const toggle = await page.$('nut-graf >>> .toggle');
  const state = () => toggle.evaluate((button) => [button.textContent, button.ariaExpanded, button.checkVisibility({ visibilityProperty: true })]);
  assert.deepEqual(await state(), ['Show all', 'false', true]);
  await page.$eval('nut-graf', (element) => element.setAttribute('open', ''));
  assert.deepEqual(await state(), ['Show less', 'true', true]);
  await page.$eval('nut-graf', (element) => element.style.setProperty('--nutgraf-height', '3000px'));
  await page.$eval('nut-graf', (element) => element.removeAttribute('open'));
  assert.deepEqual(await state(), ['Show all', 'false', false]);
  await page.$eval('nut-graf', (element) => element.setAttribute('open', ''));
  assert.deepEqual(await state(), ['Show less', 'true', false]);
});

test('what is in focus stands above what fades away, the last piece too', async () => {
  const page = await embed(ARTICLE.replace('<nut-graf', '<nut-graf style="--nutgraf-height: 300px"'));
  await shown(page);
  const rooms = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const room = await page.$eval('nut-graf', ({ shadowRoot }) => {
      const [{ activeElement }, body] = [shadowRoot, shadowRoot.querySelector('.body')];
      const fade = 2 * parseFloat(getComputedStyle(body).fontSize);
      return activeElement.matches('.toggle') ? null : body.getBoundingClientRect().bottom - fade - activeElement.getBoundingClientRect().bottom;
    });
    if (room === null) break;
    rooms.push(room);
  }
  assert.ok(rooms.length > 4 && Math.min(...rooms) > -1, String(rooms));
});

test('colors follow the color scheme of the page around it', async () => {
  const page = await embed(`<div style="color-scheme: dark; color: rgb(1, 2, 3)">${ARTICLE}</div>`);
  await shown(page);
  const colors = () => page.$eval('nut-graf', (element) => {
    const color = (selector, pseudo) => getComputedStyle(element.shadowRoot.querySelector(selector), pseudo).color;
    return [color('.quote'), color('.sentence', '::before')];
  });
  const [ink, dark] = await colors();
  assert.equal(ink, 'rgb(1, 2, 3)');
  await page.$eval('div', (div) => (div.style.colorScheme = 'light'));
  assert.notEqual((await colors())[1], dark);
  await page.$eval('nut-graf', (element) => element.style.setProperty('--nutgraf-accent', 'rgb(4, 5, 6)'));
  assert.equal((await colors())[1], 'rgb(4, 5, 6)');
});

test('the keyboard alone opens the panel and reaches the article', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.ok(await page.$eval('#story', (story) => story.contains(document.activeElement)));
  const toggle = await page.$('nut-graf >>> .toggle');
  await toggle.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.$eval('nut-graf', (element) => element.hasAttribute('open')));
  assertCalm(page);
});

test('where scripts are refused, what the site put into the element stays', async () => {
  const page = await open(browser, { path: '/www/examples/no-script.html' });
  await pause(300);
  assert.ok(await page.$eval('nut-graf p', (p) => p.checkVisibility() && p.getBoundingClientRect().height > 0));
  assert.equal(await page.$eval('nut-graf', (element) => element.shadowRoot), null);
});

test('where wasm is refused, one event and one line say why and the slot stays', async () => {
  for (const refuse of ['policy', 'network']) {
    const page = await embed(ARTICLE.replace('></nut-graf', '><p>In short</p></nut-graf'), refuse === 'policy' ? {
      policy: "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:",
    } : { answer: async (request, path) => path.endsWith('.wasm') && (await request.abort(), true) });
    await page.waitForFunction(() => window.told.length > 0);
    const asked = page.asked.length;
    await page.$eval('#story p', (p) => (p.textContent += ' More.'));
    await pause(700);
    assert.equal(page.asked.length, asked, 'an edit mends no core');
    assert.deepEqual((await told(page, 'nutgraf-error')).map(({ reason }) => reason), ['core'], refuse);
    assert.equal(page.trouble.filter((line) => line.includes('nut-graf: ')).length, 1, String(page.trouble));
    assert.ok(await page.$eval('nut-graf p', (p) => p.checkVisibility() && p.getBoundingClientRect().height > 0));
  }
});

test('two articles of a page are read at once, and each is given its own summary', async () => {
  const about = (place, count) => `The mill in ${place} burned down on Monday. `.repeat(count);
  const page = await embed('<nut-graf for="#one"></nut-graf><nut-graf for="#two"></nut-graf><article id="one"></article><article id="two"></article>');
  await page.evaluate((one, two) => Object.assign(document.querySelector('#one'), { textContent: one }) && Object.assign(document.querySelector('#two'), { textContent: two }), about('Veld', 26_000), about('Oldkirk', 3));
  await page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every(({ summary }) => summary));
  const picks = await page.$$eval('nut-graf', (elements) => elements.map(({ summary }) => summary.picks[0].text));
  assert.deepEqual(picks, [about('Veld', 1).trim(), about('Oldkirk', 1).trim()]);
});

test('a message is seen where the site put nothing but white space into the element', async () => {
  for (const [inside, seen] of [['\n  ', true], ['\n <p>In short</p>', false]]) {
    const page = await embed(`<nut-graf for="p:">${inside}</nut-graf>`);
    await page.waitForFunction(() => window.told.length > 0);
    assert.equal(await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('slot').assignedNodes().length === 0), seen);
    assert.match(await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('slot').textContent), /for="p:" is not a selector/);
  }
});

test('its files may come from another origin that allows it', async () => {
  // The same server has two names; `www` alone is asked for under the second.
  const other = ADDRESS.replace('127.0.0.1', 'localhost');
  const policy = `default-src 'none'; script-src ${other} 'wasm-unsafe-eval'; connect-src ${other}; img-src data:`;
  const page = await embed(ARTICLE, { policy, head: `<script type="module" src="${other}/www/define.js"></script>` });
  await shown(page);
  assert.ok(page.asked.some((path) => path.endsWith('.wasm')));
  assert.deepEqual(page.trouble.filter((line) => !line.startsWith(`request: ${other}/www/`)), []);
});

test('no sink is used and no policy broken under the directives that the README names', async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const page = await embed(ARTICLE, { policy });
  await shown(page);
  assert.ok(await page.$eval('nut-graf', (element) => getComputedStyle(element.shadowRoot.querySelector('.figure')).display === 'flex'), 'its style holds');
  await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('.quote').click());
  assert.equal((await marked(page, 'nutgraf-flash')).length, 1);
  assertCalm(page);
});

test('an article that is edited, replaced, removed and inserted again is followed', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const waitFor = (words) => page.waitForFunction((words) => document.querySelector('nut-graf').shadowRoot.querySelector('#panel')?.textContent.includes(words), {}, words);
  await page.$eval('#story p', (p) => (p.textContent = 'The Hollin quarry will close in August after 95 years, its owner said on Tuesday.'));
  await waitFor('95 years');
  await page.$eval('#story', (story) => {
    const next = document.createElement('article');
    next.id = 'story';
    next.append(Object.assign(document.createElement('p'), { textContent: 'A storm cut power to 12,000 homes in Veld on Sunday night, the grid operator said.' }));
    story.replaceWith(next);
  });
  await waitFor('12,000');
  assert.deepEqual(await marked(page, 'nutgraf-pick'), await quotes(page));
  await page.$eval('#story', (story) => ((window.kept = story), story.remove()));
  await page.waitForFunction(() => !document.querySelector('nut-graf').shadowRoot.querySelector('#panel'));
  assert.deepEqual(await page.evaluate(() => CSS.highlights.size), 0);
  await page.evaluate(() => document.querySelector('main').append(window.kept));
  await waitFor('12,000');
  assert.deepEqual(await told(page, 'nutgraf-error'), []);
  assertCalm(page);
});

test('a paragraph that a class hides leaves the summary, and comes back', async () => {
  const page = await embed(ARTICLE, { head: `${TAG}<style>.gone { display: none }</style>` });
  await shown(page);
  const opening = 'document.querySelector("nut-graf").shadowRoot.querySelector("#panel").textContent.includes("after 90 years")';
  assert.ok(await page.evaluate(opening));
  await page.$eval('#story p', (p) => p.classList.add('gone'));
  await page.waitForFunction(`!${opening}`);
  await page.$eval('#story p', (p) => p.classList.remove('gone'));
  await page.waitForFunction(opening);
  assertCalm(page);
});

test('an element that becomes the article by its id or class alone is seen', async () => {
  for (const [selector, name] of [['#late', 'id'], ['.late', 'class']]) {
    const page = await embed(`<nut-graf for="${selector}"></nut-graf><article>${STORY}</article>`);
    await pause(300);
    await page.$eval('article', (article, name) => article.setAttribute(name, 'late'), name);
    await shown(page);
    assertCalm(page);
  }
});

test('what was asked before the core came is dropped for what was asked last', async () => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const page = await embed(ARTICLE, { answer: async (request, path) => path.endsWith('.wasm') && (await held, request.continue(), true) });
  for (let waited = 0; waited < 50 && !page.asked.some((path) => path.endsWith('.wasm')); waited += 1) await pause(100);
  await page.evaluate(() => {
    document.querySelector('nut-graf').setAttribute('sentences', '1');
    document.querySelector('#story').replaceChildren(document.createElement('p'));
    document.querySelector('#story p').textContent = 'A storm cut power to 12,000 homes in Veld on Sunday night, the grid operator said.';
  });
  const gone = await page.evaluate(() => {
    const second = document.querySelector('nut-graf').cloneNode();
    document.body.append(second);
    second.refresh();
    second.remove();
    window.gone = second;
    return second.shadowRoot.querySelectorAll('#panel').length;
  });
  letGo();
  await shown(page);
  // So long a missing article is waited for.
  await pause(3200);
  assert.equal(gone + (await page.evaluate(() => window.gone.shadowRoot.querySelectorAll('#panel').length)), 0, 'none where the element is gone');
  assert.deepEqual(await page.evaluate(() => window.told.map(({ type }) => type)), ['nutgraf-ready']);
  assert.match(String(await quotes(page)), /^A storm cut power/);
  assert.deepEqual(await marked(page, 'nutgraf-pick'), await quotes(page));
  assertCalm(page);
});

test('an answer that comes after the next question is dropped', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const ready = await page.evaluate(async () => {
    const element = document.querySelector('nut-graf');
    for (const sentences of [1, 2, 5, 1]) element.setAttribute('sentences', sentences);
    await element.refresh();
    return element.shadowRoot.querySelectorAll('#panel').length;
  });
  assert.equal(ready, 1);
  assert.equal((await told(page, 'nutgraf-ready')).length, 2, 'one for the first and one for the last');
});

test('the element is moved, cloned and removed in mid-work without harm', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  await page.evaluate(() => {
    const element = document.querySelector('nut-graf');
    document.body.append(element);
    document.body.append(element.cloneNode(true));
    const third = element.cloneNode(true);
    document.body.append(third);
    third.remove();
  });
  await page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((element) => element.summary));
  const size = (await quotes(page)).length;
  assert.equal(await page.evaluate(() => document.querySelectorAll('nut-graf').length), 2);
  assert.equal((await marked(page, 'nutgraf-pick')).length, size);
  await page.evaluate(() => document.querySelectorAll('nut-graf').forEach((element) => (element.refresh(), element.remove())));
  await pause(300);
  assert.equal(await page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length), 0);
  assertCalm(page);
});

test('without `for` it finds the article, and says so where there is none', async () => {
  for (const [open, close] of [['<article>', '</article>'], ['<div itemprop="articleBody">', '</div>'], ['<main>', '</main>']]) {
    const page = await embed(`<nut-graf></nut-graf>${open}${STORY}${close}`);
    await shown(page);
    assertCalm(page);
  }
  const page = await embed('<nut-graf></nut-graf><p>Nothing here.</p>');
  await page.waitForFunction(() => window.told.length > 0);
  assert.deepEqual((await told(page, 'nutgraf-error')).map(({ reason }) => reason), ['article']);
  assert.match(await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('slot').textContent), /No article/);
});

test('attributes set the count, the level of the headings and the language', async () => {
  const page = await embed(ARTICLE.replace('<nut-graf', '<nut-graf sentences="1" heading-level="4" lang="cy"'));
  await shown(page);
  assert.ok((await quotes(page)).length <= 2);
  assert.equal((await page.$$('nut-graf >>> h4')).length, 3);
  assert.equal(await page.$eval('nut-graf >>> .quote', (quote) => quote.lang), 'cy');
  await page.$eval('nut-graf', (element) => element.setAttribute('sentences', 'many'));
  await page.waitForFunction(() => document.querySelector('nut-graf').shadowRoot.querySelectorAll('.quote').length >= 3);
  assertCalm(page);
});

test('`focus` leans the summary to names or to figures', async () => {
  const story = `<p>The harbor council of Veld met again on Tuesday evening in the old town hall by the water.</p>
<p>Hanna Reyes of Greenpeace, Tomas Lindqvist of the Dockers’ Union and Ruth Calloway of Lloyd’s Bank spoke in Veld.</p>
<p>New quays will cost $38 million, take 22 months, move 600,000 tons of silt and need 140 workers and 3 ships a day.</p>`;
  const page = await embed(`<nut-graf for="#story" sentences="2" focus="names"></nut-graf><article id="story">${story}</article>`);
  await shown(page);
  assert.match((await quotes(page))[1], /^Hanna Reyes/);
  await page.$eval('nut-graf', (element) => element.setAttribute('focus', 'figures'));
  await page.waitForFunction(() => /^New quays/.test(document.querySelector('nut-graf').shadowRoot.querySelectorAll('.quote')[1]?.textContent));
  assertCalm(page);
});

test('every piece that can be seen has a part', async () => {
  const page = await embed(ARTICLE);
  await shown(page);
  const bare = await page.$eval('nut-graf', (element) => [...element.shadowRoot.querySelectorAll('#panel, #panel :not(slot)')].filter((piece) => !piece.part.length).map((piece) => piece.outerHTML));
  assert.deepEqual(bare, []);
});
