// The long life of a page: any number of summaries in the memory that the first of them took.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertCalm, launch, open, put } from './browser.js';

/** How many summaries the core makes in one page; the page itself shows a hundredth of them. */
const SUMMARIES = Number(process.env.NUTGRAF_SUMMARIES ?? 5000);
/** How many bytes more JavaScript may hold at the end than after the first tenth; the engine's own tables take some. */
const GROWTH = 1_000_000;

/** The bytes of the core's stack, as `.cargo/config.toml` has them. */
const STACK = 65_536;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The bytes that JavaScript holds, garbage left out, and the nodes of the document. */
async function held(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { usedSize, nodes };
}

test(`${SUMMARIES} summaries take no more memory than the first tenth of them`, { timeout: 60_000 + SUMMARIES * 10 }, async (t) => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  /** Makes them, and tells how much memory the core has. */
  const make = (from, to) =>
    page.evaluate(async (from, to) => {
      const { default: init, summarize } = await import('/www/pkg/nutgraf.js');
      const { memory } = await init();
      for (let n = from; n < to; n += 1) {
        const { picks } = summarize(`The port of Veld lost ${n} boats to the storm, Ada Roe${n} of the Harbor Office said. It opens again in ${n} days.`, {});
        if (picks.length === 0) throw new Error(`no summary of story ${n}`);
      }
      return memory.buffer.byteLength;
    }, from, to);
  const tenth = SUMMARIES / 10;
  const first = { core: await make(0, tenth), ...(await held(page)) };
  const last = { core: await make(tenth, SUMMARIES), ...(await held(page)) };
  t.diagnostic(`after ${tenth}: ${JSON.stringify(first)}; after ${SUMMARIES}: ${JSON.stringify(last)}`);
  assert.equal(last.core, first.core);
  assert.ok(last.usedSize - first.usedSize < GROWTH, `${last.usedSize - first.usedSize} bytes more`);
});

test('no text takes more than a quarter of the stack', async (t) => {
  const page = await open(browser);
  await page.waitForSelector('#summary a');
  const used = await page.evaluate(async (stack) => {
    const { default: init, summarize } = await import('/www/pkg/nutgraf.js');
    const { memory } = await init();
    const story = await (await fetch('/www/samples/ferry.txt')).text();
    const repeated = ['. ', '“— (', 'A. B. ', 'Ann Lee (AL) ', 'said 12 ', '1,234.5 ', 'According to 12 of 3 ', '12.\n\n', 'a half and '];
    for (const text of [story, ...repeated.map((part) => part.repeat(20_000))]) summarize(text, {});
    // It grows down to the first byte of the memory, and what was never written is zero.
    return stack - new Uint8Array(memory.buffer, 0, stack).findIndex((byte) => byte !== 0);
  }, STACK);
  t.diagnostic(`${used} of ${STACK} bytes`);
  assert.ok(used > 0 && used <= STACK / 4, `${used} bytes`);
});

test('the page shows story after story and holds no more of them', { timeout: 60_000 + SUMMARIES * 10 }, async (t) => {
  const page = await open(browser);
  await page.waitForSelector('#tools');
  const show = async (from, to) => {
    for (let n = from; n < to; n += 1) {
      await put(page, `The port of Veld lost ${n} boats to the storm. It opens again in ${n} days, the harbor office said.`);
      await page.waitForFunction((n) => document.querySelector('#summary a')?.textContent.includes(` ${n} boats`), {}, n);
    }
  };
  const shown = SUMMARIES / 100;
  await show(0, shown / 5);
  const first = await held(page);
  await show(shown / 5, shown);
  const last = await held(page);
  t.diagnostic(`after ${shown / 5}: ${JSON.stringify(first)}; after ${shown}: ${JSON.stringify(last)}`);
  assert.ok(last.nodes - first.nodes < 500, `${last.nodes - first.nodes} nodes more`);
  assert.ok(last.usedSize - first.usedSize < GROWTH, `${last.usedSize - first.usedSize} bytes more`);
  assertCalm(page);
});
