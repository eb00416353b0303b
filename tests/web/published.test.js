// What is made of a story when it is published, and what the element makes of that.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { panel, published } from '../../dist/npm/publish.js';
import { summarize } from '../../dist/npm/node.js';
import { assertCalm, host, launch, open } from './browser.js';

const CORPUS = new URL('../corpus/', import.meta.url);
const SAMPLES = new URL('../../www/samples/', import.meta.url);
/** What the stories of the corpus have not: words from right to left, many signs of currency, odd white space, more than ten thousand of something. */
const ODD = {
  rightward: 'قالت مورا إن الميناء سيغلق يوم الأحد بعد أن دفعت 40 مليون دولار.\n\nThe port of Veld, “ميناء فيلد”, paid ₹38 crore and €4.2m on 3 May 2026, said Ruth Calloway.',
  money: 'Veld paid 30£ on Monday, about ¥1,400,000 in June, and US$12.5 billion by 2030.\n\nAt least 1,234,567,890 krone, over 40 % of the budget, went to Norvik-on-Sea (NOS) and the Norvik Harbor Office (NHO) in 2025, up 12 percent. Its debt rose to $50 million, the rate fell to 4 percent.',
  spaced: '\u00a0The port\u2003of Veld closed\u2028on Monday.\t It cost\u3000$4 million, \ufeffsaid Ruth\u00a0Calloway.\r\n\r\nSome 12,000 people 🌊 work there.',
};
const STORY = `Quarry to close

The Hollin quarry will close in May after 90 years, its owner said on Monday.

Some 140 people work there, and 60 of them will be offered posts at the company’s pits in Wales.

“It is the end of this village,” said Edith Crane, who leads the union. Closing costs more than £7.5 million, the owner said.`;
const ARTICLE = `<article id="story">
<header><h1>Quarry
  to close</h1></header><aside>Subscribe for $3 a week.</aside><nav>Home</nav><p data-nutgraf="skip">Boots for $40.</p><dialog>Sign in</dialog><button>Share</button><form>Name <input name="matches"></form><p>The Hollin quarry will <b>clo</b>se in May after 90&nbsp;years,<br>its owner said on <a href="/monday">Monday</a>.</p><p>Some 140 people work
there, and 60 of them will be offered posts at the company’s pits in Wales.</p><script type="text/plain">skipped</script>
<blockquote>“It is the end of this village,” said Edith Crane, who leads the union. <i>Closing costs more than £7.5 million</i>, the owner said.</blockquote></article>`;
/** Neither wasm nor inline style is allowed. */
const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
const WASM = STRICT.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const nutgraf = (text, ...options) => execFileSync(process.env.NUTGRAF, ['-', ...options], { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
const json = (text) => nutgraf(text, '--format', 'json', '--offsets', 'ink');
const html = (text, ...options) => nutgraf(text, '--format', 'html', '--for', '#story', '--styles', '/www/published.css', ...options);

/** Opens a page with this element beside the article; `file` is what its `src` is answered. `page.warned` collects warnings. */
async function embed(element, { article = ARTICLE, file = { body: json(STORY) }, policy = STRICT, answer = () => false, before = () => {} } = {}) {
  const body = `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/www/define.js"></script></head><body>${element}${article}</body></html>`;
  const warned = [];
  const page = await host(browser, body, {
    policy,
    answer: async (request, path) => {
      if (path !== '/story.json') return answer(request, path);
      await request.respond(file);
      return true;
    },
    before: (page) => {
      page.on('console', (message) => message.type() === 'warn' && warned.push(message.text()));
      return before(page);
    },
  });
  return Object.assign(page, { warned });
}

const BESIDE = '<nut-graf for="#story" src="/story.json"></nut-graf>';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ready = (page) => page.waitForFunction(() => window.ready);
const askedForCore = (page) => page.asked.some((path) => /wasm|\/pkg\//.test(path));
const quotes = (page) => page.$$eval('nut-graf >>> .quote', (links) => links.map((link) => link.textContent));
const folded = (words) => words.replace(/\s+/g, ' ').trim();
const ink = (words) => words.replace(/\s+/g, '');
/** The panel's markup, attributes in order, without what a page has until the element is there. */
const structure = (panel) => {
  const told = (node) => {
    if (!node.localName) return node.data;
    const attributes = [...node.attributes].filter(({ name, value }) => name !== 'disabled' && !(name === 'class' && node.matches('.toggle')) && value !== undefined);
    return [node.localName, attributes.map(({ name, value }) => `${name}=${value}`).sort(), [...node.childNodes].map(told).filter((child) => child !== '')];
  };
  return JSON.stringify(told(panel)).replace(/(\\[nr]|\s)+/g, ' ');
};

test('a summary that fits the article is shown without wasm, and every piece of it leads to its words', async () => {
  const page = await embed(BESIDE);
  await ready(page);
  const { picks } = JSON.parse(json(STORY));
  assert.deepEqual(await quotes(page), picks.map(({ text }) => text));
  assert.ok(!askedForCore(page), String(page.asked));
  assert.deepEqual(page.warned, []);
  const marked = await page.evaluate(() => [...CSS.highlights.get('nutgraf-pick')].map(String));
  assert.deepEqual(marked.map(ink), picks.map(({ text }) => ink(text)));
  const links = await page.$$('nut-graf >>> a, nut-graf >>> .name-button');
  assert.ok(links.length > 5);
  for (const link of links) {
    await link.evaluate((link) => link.click());
    const { text } = (await page.evaluate(() => window.told)).at(-1);
    const [flashed] = await page.evaluate(() => [...CSS.highlights.get('nutgraf-flash')].map(String));
    assert.equal(ink(flashed), ink(text));
    assert.ok(ink(await link.evaluate((link) => link.ariaLabel ?? link.textContent)).includes(ink(text)), text);
    assert.ok(await page.evaluate(() => document.activeElement.closest('#story')));
  }
  assertCalm(page);
});

test('an article that was changed since is read by the element, with one warning', async () => {
  const page = await embed(BESIDE + BESIDE, { article: ARTICLE.replace('after 90', 'after 95'), policy: WASM });
  await ready(page);
  await page.waitForFunction(() => window.told.length === 2);
  assert.match((await quotes(page))[0], /after 95/);
  assert.ok(askedForCore(page));
  assert.equal(page.warned.length, 1, String(page.warned));
  assert.match(page.warned[0], /story\.json: was made of other words/);
  assertCalm(page);
});

test('an article is followed away from what was published and back to it', async () => {
  const page = await embed(BESIDE, { policy: WASM });
  await ready(page);
  const change = (words) => page.$eval('#story blockquote i', (i, words) => (i.textContent = words), words);
  const shows = (words) => page.waitForFunction((words) => document.querySelector('nut-graf').shadowRoot.textContent.includes(words), {}, words);
  await change('Closing costs £8 million');
  await shows('£8 million');
  assert.equal(page.warned.length, 1);
  await change('Closing costs more than £7.5 million');
  await shows('£7.5 million');
  assert.deepEqual(await quotes(page), JSON.parse(json(STORY)).picks.map(({ text }) => text));
  assert.equal(page.asked.filter((path) => path === '/story.json').length, 1, 'the file is asked for once');
  assertCalm(page);
});

test('a file that is none, or not there, costs a warning and no more', async () => {
  const whole = JSON.parse(json(STORY));
  const files = [
    { status: 404, body: 'Not found' },
    { body: '{"hash": "1' },
    { body: '<!doctype html><p>Sign in' },
    { body: 'null' },
    { body: '"a summary"' },
    { body: '[]' },
    { body: JSON.stringify({ ...whole, hash: undefined }) },
    { body: JSON.stringify({ ...whole, hash: 5 }) },
    { body: JSON.stringify({ ...whole, picks: 'three' }) },
    { body: JSON.stringify({ ...whole, entities: undefined }) },
    { body: nutgraf(STORY, '--format', 'json') },
  ];
  for (const file of files) {
    const page = await embed(BESIDE, { file, policy: WASM });
    await ready(page);
    assert.equal(page.warned.length, 1, `${file.body}: ${page.warned}`);
    assert.match(page.warned[0], /^nut-graf: \/story\.json: .*The article is read instead\.$/);
    assert.match((await quotes(page))[0], /Hollin quarry/);
    assert.deepEqual(page.trouble.filter((line) => !line.includes('404')), []);
    await page.close();
  }
});

test('a `src` that comes later is read as well', async () => {
  const page = await embed('<nut-graf for="#story"></nut-graf>', { policy: WASM });
  await ready(page);
  await page.$eval('nut-graf', (element) => element.setAttribute('src', '/story.json'));
  await page.waitForFunction(() => window.told.length === 2);
  assert.ok(page.asked.includes('/story.json'));
  assert.deepEqual(page.warned, []);
  assertCalm(page);
});

test('a `src` that no request can be made of costs a warning too', async () => {
  for (const src of ['http://', 'http://127.0.0.1:9/story.json']) {
    const page = await embed(BESIDE.replace('/story.json', src), { policy: WASM });
    await ready(page);
    assert.equal(page.warned.length, 1, String(page.warned));
    await page.close();
  }
});

test('where the article was changed and wasm is refused, no old summary is shown', async () => {
  for (const element of [BESIDE, html(STORY)]) {
    const page = await embed(element, { article: ARTICLE.replace('after 90', 'after 95') });
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await page.evaluate(() => window.told.map(({ reason }) => reason)), ['core']);
    assert.equal(await page.$('nut-graf >>> #panel'), null);
    await page.close();
  }
});

test('the panel of a page is there without a script, in its style', async () => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${process.env.NUTGRAF_PAGE}/www/examples/static.html`);
  const seen = await page.$eval('nut-graf', (element) => {
    const find = (selector) => element.shadowRoot.querySelector(selector);
    return {
      quotes: [...element.shadowRoot.querySelectorAll('.quote')].map((quote) => quote.checkVisibility() && quote.textContent),
      display: getComputedStyle(find('.figure')).display,
      toggle: getComputedStyle(find('.toggle')).display,
      cut: find('.body').scrollHeight > find('.body').clientHeight,
    };
  });
  assert.equal(seen.quotes.length, 3);
  assert.ok(seen.quotes.every(Boolean));
  assert.deepEqual([seen.display, seen.toggle, seen.cut], ['flex', 'none', false]);
  const href = await page.$eval('nut-graf >>> .quote', (link) => link.getAttribute('href'));
  assert.match(href, /^#:~:text=\w/);
});

test('the element takes the panel over: nothing moves, nothing flashes, and its pieces lead to their words', async () => {
  const late = async (request, path) => {
    if (!/(define\.js|published\.css)$/.test(path)) return false;
    await pause(path.endsWith('.css') ? 300 : 900);
    request.continue();
    return true;
  };
  for (const open of [false, true]) {
    const given = html(STORY).replace('</nut-graf', '<p>In short</p></nut-graf');
    const element = open ? given.replace('<nut-graf', '<nut-graf open') : given;
    const page = await embed(element, { answer: late, before: (page) => page.evaluateOnNewDocument(record) });
    await ready(page);
    await pause(200);
    const { frames, shifts } = await page.evaluate(() => window.seen);
    assert.ok(frames.filter(({ isStatic }) => isStatic).length > 5, 'the panel was there before the element');
    assert.ok(frames.at(-1).isStatic === false);
    assert.deepEqual([...new Set(frames.map(({ panels }) => panels))], [1]);
    assert.deepEqual([...new Set(frames.map(({ boxes }) => boxes))], [frames.at(-1).boxes]);
    assert.deepEqual(shifts, []);
    assert.ok(frames.every(({ isAlone }) => isAlone), 'what stands for a panel stands beside none');
    assert.ok(!askedForCore(page), String(page.asked));
    assert.ok(await page.$eval('nut-graf', (element) => element.summary.picks.length > 0 && !element.shadowRoot.querySelector(':disabled')));
    await page.$eval('nut-graf', (element) => element.shadowRoot.querySelector('.name-button').click());
    assert.equal(await page.evaluate(() => CSS.highlights.get('nutgraf-flash').size), 1);
    assertCalm(page);
    await page.close();
  }
});

/** Notes on each frame what stands in the element and where. */
function record() {
  window.seen = { frames: [], shifts: [] };
  new PerformanceObserver((list) => window.seen.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: 'layout-shift', buffered: true });
  const frame = () => {
    requestAnimationFrame(frame);
    const element = document.querySelector('nut-graf');
    // The page is still being read.
    if (!element?.shadowRoot || !element.firstElementChild) return;
    const panels = element.shadowRoot.querySelectorAll('#panel').length;
    const places = [element, ...element.shadowRoot.querySelectorAll('.quote, .figure, .name-button')].map((piece) => {
      const { x, y, width, height } = piece.getBoundingClientRect();
      return `${x} ${y} ${width} ${height} ${getComputedStyle(piece).color}`;
    });
    window.seen.frames.push({ isStatic: !element.matches(':defined'), panels, isAlone: !element.firstElementChild.checkVisibility(), boxes: places.join() });
  };
  frame();
}

test('what command line and package make of every story of the corpus is the same, and is what the element makes', { timeout: 120_000 }, async () => {
  const page = await open(browser, { path: '/www/examples/no-script.html' });
  await page.setBypassCSP(true);
  await page.goto(`${process.env.NUTGRAF_PAGE}/www/examples/embed.html`);
  const differing = [];
  for (const [name, text] of await stories()) {
    const summary = summarize(text);
    const place = { for: '#story', styles: '/www/published.css', headingLevel: 3, lang: 'en-GB' };
    let native;
    try {
      native = html(text, '--heading-level', '3', '--lang', 'en-GB');
    } catch ({ stdout }) {
      native = stdout;
    }
    const made = panel(text, summary, place);
    if (made !== native) differing.push(`${name}: ${firstDifference(made, native)}`);
    if (summary.picks.length === 0) continue;
    if (JSON.stringify(published(text, summary)) !== json(text).trim()) differing.push(`${name}: its file`);
    const same = await page.evaluate(
      async (markup, text, summary, structure) => {
        const [{ shell }, { address }] = await Promise.all([import('/www/element/shell.js'), import('/www/quote.js')]);
        const tell = eval(`(${structure})`);
        const page = Document.parseHTMLUnsafe(markup);
        const own = shell(text, summary, { level: 3, lang: 'en-GB' }, { jump() {}, address: (span) => address(text, span) });
        return [tell(page.querySelector('nut-graf').shadowRoot.querySelector('#panel')), tell(own)];
      },
      native,
      text,
      summary,
      String(structure),
    );
    if (same[0] !== same[1]) differing.push(`${name}, in the browser: ${firstDifference(...same)}`);
  }
  assert.deepEqual(differing, []);
});

async function stories() {
  const corpus = (await readdir(CORPUS)).map((name) => [name, new URL(`${name}/story.txt`, CORPUS)]);
  const samples = (await readdir(SAMPLES)).filter((name) => name.endsWith('.txt')).map((name) => [name, new URL(name, SAMPLES)]);
  return [...(await Promise.all([...corpus, ...samples].map(async ([name, file]) => [name, await readFile(file, 'utf8')]))), ...Object.entries(ODD)];
}

function firstDifference(one, other) {
  const at = [...one].findIndex((c, i) => c !== other[i]);
  return `${one.slice(at - 40, at + 40)} | ${other.slice(at - 40, at + 40)}`;
}

test('a hostile story stays text, in the panel and in what goes with it', async () => {
  const bad = `</script></template><img src=x onerror="window.hit = 1"> "quoted" & <b>bold</b>`;
  const text = `${bad} town\n\n${bad} cost Norvik $4 million on Monday, said <script>window.hit = 2</script> Mayor Ruth Calloway of "Norvik" & Co.\n\nIt was paid by 40 <!-- people in Norvik.`;
  const article = document(text);
  for (const element of [html(text), panel(text, summarize(text), { for: '#story', styles: '/www/published.css' })]) {
    const page = await embed(element, { article });
    await ready(page);
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.$$eval('img, b', (found) => found.length), 0);
    const [label, ...words] = await page.$eval('nut-graf', ({ shadowRoot }) => [shadowRoot.querySelector('#panel').ariaLabel, ...[...shadowRoot.querySelectorAll('.quote')].map((quote) => quote.textContent)]);
    assert.deepEqual(words.map((words) => text.includes(words)), words.map(() => true));
    assert.ok(label.startsWith('Summary'), label);
    assertCalm(page);
    await page.close();
  }
});

/** The article of a plain text. */
function document(text) {
  const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<article id="story">${text.split(/\n\n+/).map((block) => `<p>${escaped(block)}</p>`).join('')}</article>`;
}

test('the sample that opens has the summary that the page makes of it, and that the command line makes', async () => {
  const [{ file, published, summary }] = JSON.parse(await readFile(new URL('index.json', SAMPLES), 'utf8'));
  const [text, made] = await Promise.all([file, summary].map((name) => readFile(new URL(name, SAMPLES), 'utf8')));
  assert.equal(made, nutgraf(text, '--format', 'json', '--sentences', '4', '--published', published), `nutgraf ${file} --format json --sentences 4 --published ${published} > ${summary}`);
  const page = await open(browser);
  const panel = () => page.$eval('#panel', (panel) => panel.innerHTML);
  await page.waitForSelector('#names li');
  const before = await panel();
  for (const key of ['ArrowRight', 'ArrowLeft']) {
    const many = await page.$$eval('#summary li', (items) => items.length);
    await page.focus('#sentences');
    await page.keyboard.press(key);
    await page.waitForFunction((many) => document.querySelectorAll('#summary li').length !== many, {}, many);
  }
  assert.equal(await panel(), before);
  await page.close();
});

test('the examples hold what the command line makes of their story', async () => {
  const examples = new URL('../../www/examples/', import.meta.url);
  const [text, file, page] = await Promise.all(['published.txt', 'published.json', 'static.html'].map((name) => readFile(new URL(name, examples), 'utf8')));
  assert.equal(file, json(text), 'nutgraf published.txt --format json --offsets ink > published.json');
  const element = nutgraf(text, '--format', 'html', '--for', '#story', '--styles', '../published.css', '--lang', 'en');
  assert.ok(page.includes(element.trim()), 'nutgraf published.txt --format html --for "#story" --styles ../published.css --lang en');
});
