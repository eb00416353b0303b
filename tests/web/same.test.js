// The same answer everywhere: the command line, Node.js and each engine, byte for byte, for the corpus and for generated texts.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from './engines.js';

const CORPUS = new URL('../corpus/', import.meta.url);
const PACKAGE = new URL('../../www/pkg/', import.meta.url);
/** How many texts are generated; `cargo xtask same` asks for 10,000. */
const TEXTS = Number(process.env.NUTGRAF_TEXTS ?? 500);
/** So many go to an engine at once. */
const CHUNK = 250;

/** Node.js behind the face of an engine. */
const NODE = {
  isThere: true,
  async start() {
    const { initSync, summarize } = await import(new URL('nutgraf.js', PACKAGE));
    initSync({ module: await readFile(new URL('nutgraf_bg.wasm', PACKAGE)) });
    return { tell: async (asked) => asked.map(({ text, options }) => JSON.stringify(summarize(text, options))), close() {} };
  },
};

const stories = await Promise.all((await readdir(CORPUS)).sort().map((name) => readFile(new URL(`${name}/story.txt`, CORPUS), 'utf8')));
const asked = [...stories.map((text) => ({ text, options: { sentences: 4 } })), ...generated(stories, TEXTS)];
const native = answers(asked);

for (const [name, { isThere, start }] of Object.entries({ 'Node.js': NODE, ...ENGINES })) {
  describe(name, { skip: !isThere && `${name} is not installed`, timeout: 1_200_000 }, () => {
    let engine;
    before(async () => (engine = await start()));
    after(() => engine?.close());

    test(`${stories.length} stories and ${TEXTS} generated texts have the answers of the command line`, async () => {
      const tell = engine.tell ?? (await tellerIn(engine));
      for (let at = 0; at < asked.length; at += CHUNK) {
        const told = await tell(asked.slice(at, at + CHUNK));
        told.forEach((answer, n) => assert.equal(answer, native[at + n], JSON.stringify(asked[at + n])));
      }
    });
  });
}

/** The way to ask a page with nothing but the core. */
async function tellerIn(engine) {
  await engine.open('/www/examples/embed.html');
  return (asked) =>
    engine.call(async (asked) => {
      const { summarize } = await import('/www/core.js');
      return Promise.all(asked.map(async ({ text, options }) => JSON.stringify(await summarize(text, options))));
    }, asked);
}

/** What the command line answers, without the ids that it needs. */
function answers(asked) {
  const input = asked.map(({ text, options }, id) => JSON.stringify({ id: `${id}`, text, ...options })).join('\n');
  const output = execFileSync(process.env.NUTGRAF, ['batch'], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const lines = output.trimEnd().split('\n');
  assert.equal(lines.length, asked.length);
  return lines.map((line, id) => line.replace(`{"id":"${id}",`, '{'));
}

/** Texts of what stories are made of, joined at random, the same on every machine, and what to ask of each. */
function generated(stories, count) {
  const random = dice(1);
  const pick = (list) => list[random(list.length)];
  const pieces = stories.flatMap((story) => story.split(/(?<=[.,:;!?”"]) |\n+/)).filter((piece) => piece && piece.length < 300);
  const odd = ['🎶', '👩‍👩‍👧', 'e\u0301', '\u200b', '\ufeff', '\u202e', '\0', 'नमस्ते।', 'العربية؟', '中文句子。', 'ǅ', 'ß', 'İ', 'ﬁ', '½', '1,23,456', '1e999', '-5 %', '“', '”', '(', ')', '...', '’s', '99999999999999999999999'];
  const joints = [' ', ' ', ' ', '', '\n', '\n\n', '\r\n\r\n', '\t', '\u00a0', '\u2028'];
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 1 + random(20) }, () => pick(random(8) === 0 ? odd : pieces) + pick(joints)).join('');
    return { text, options: { sentences: 1 + random(6), focus: pick(['balanced', 'names', 'figures']), whole: random(3) === 0 } };
  });
}

/** Numbers below a bound, one after the other, by Marsaglia's xorshift. */
function dice(seed) {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
