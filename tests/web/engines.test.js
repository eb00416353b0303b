// Page, element and every example in each engine.

import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from './engines.js';

const SILENT = 'no-script.html';
const EXAMPLES = (await readdir(new URL('../../www/examples/', import.meta.url))).filter((name) => name.endsWith('.html') && name !== SILENT);

for (const [name, { isThere, start }] of Object.entries(ENGINES)) {
  describe(name, { skip: !isThere && `${name} is not installed`, timeout: 240_000 }, () => {
    let engine;
    before(async () => (engine = await start()));
    after(() => engine?.close());

    /** Waits until `what` answers with something, and returns that. */
    const until = async (what, ...args) => {
      for (let waited = 0; waited < 150; waited += 1) {
        const value = await engine.call(what, ...args).catch(() => null);
        if (value) return value;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`never came: ${what}`);
    };

    test('the page shows a sample, marks it, and each piece leads to its place', async () => {
      await engine.open('/');
      await until(() => document.querySelector('#summary a') && document.querySelector('#panel').ariaBusy === 'false');
      assert.equal(await engine.call(() => [...document.querySelectorAll('#summary a')].filter((link) => document.querySelector('#article').textContent.includes(link.textContent)).length), 4);
      await until(() => CSS.highlights.get('nutgraf-pick')?.size === 4);
      for (const piece of ['#summary a', '#figures .way', '#names button']) {
        await engine.call((piece) => (document.activeElement.blur(), document.querySelector(piece).click()), piece);
        assert.ok(await until(() => document.querySelector('#article').contains(document.activeElement)), piece);
      }
      await until(() => document.querySelector('.drawn')?.checkVisibility());
    });

    test('the page reads what is pasted', async () => {
      await engine.call(() => {
        const box = document.querySelector('#paste');
        box.value = 'The Marrow bridge reopened on Monday after repairs that cost $4.2 million. Trucks will pay $12 from July 1.';
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
      });
      await until(() => document.querySelector('#summary a')?.textContent.includes('Marrow bridge'));
    });

    for (const example of EXAMPLES) {
      test(example, async () => {
        await engine.open(`/www/examples/${example}`);
        if (example === 'sandbox.html') await engine.enterFrame();
        await until(findPanels);
        const led = await engine.call(() =>
          window.panels.map((element) => {
            element.shadowRoot.querySelector('.quote').click();
            const folded = (words) => words.replace(/\s+/g, ' ');
            return [...CSS.highlights.get('nutgraf-flash')].map((range) => folded(String(range))).includes(folded(element.summary.picks[0].text));
          }),
        );
        assert.deepEqual(led, led.map(() => true));
        const { panels, wide, styled } = await engine.call(() => ({
          panels: window.panels.map((element) => element.shadowRoot.querySelectorAll('#panel').length),
          wide: document.documentElement.scrollWidth > innerWidth,
          styled: window.panels.every((element) => getComputedStyle(element.shadowRoot.querySelector('.figure')).display === 'flex'),
        }));
        assert.deepEqual([panels.every((count) => count === 1), wide, styled], [true, false, true]);
        const loaded = await engine.call(() => performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('.wasm')));
        assert.equal(loaded, !['published.html', 'static.html'].includes(example));
      });
    }
  });
}

/** The elements of a page, those in shadow roots among them, once all have a panel. */
function findPanels() {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  window.panels = all(document).filter(({ localName }) => localName === 'nut-graf');
  return window.panels.length > 0 && window.panels.every((element) => element.summary);
}
