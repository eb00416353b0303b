// The slices in which a story is read, of a core that takes as long as it is told to.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices } from '../../www/slices.js';

/** A core that finds a text after so many steps. */
function coreOf(steps) {
  const core = {
    log: [],
    begin(text) {
      core.log.push(text);
      core.left = steps[text];
    },
    advance: () => ((core.left -= 1) < 0 ? { found: core.log.at(-1) } : undefined),
  };
  return core;
}

test('stories are read one after the other, each to its own end', async () => {
  const core = coreOf({ long: 1_000_000, short: 1 });
  const call = async (use) => use(core);
  const found = await Promise.all(['long', 'short'].map((text) => inSlices(call, text)));
  assert.deepEqual(found, [{ found: 'long' }, { found: 'short' }]);
  assert.deepEqual(core.log, ['long', 'short']);
});

test('a reading that is ended, or breaks, makes room for the next', async () => {
  const core = coreOf({ endless: Infinity, short: 1 });
  const call = async (use) => use(core);
  const ended = new AbortController();
  const first = inSlices(call, 'endless', {}, ended.signal);
  const broken = inSlices(() => Promise.reject(new Error('out of memory')), 'broken');
  const last = inSlices(call, 'short');
  setTimeout(() => ended.abort(), 20);
  await assert.rejects(first, { name: 'AbortError' });
  await assert.rejects(broken, /out of memory/);
  assert.deepEqual(await last, { found: 'short' });
});

test('between two slices the page has its turn', async () => {
  const core = coreOf({ long: 3_000_000 });
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  await inSlices(async (use) => use(core), 'long');
  clearInterval(timer);
  assert.ok(turns > 1, `${turns} turns`);
});
