// A server may summarize, and may import the element that its pages hold.
import assert from "node:assert/strict";
import { init, summarize } from "nutgraf";
import { panel, published } from "nutgraf/publish";
import "nutgraf/define";

const text = "The Marrow bridge reopened on Monday after repairs that cost $4.2 million.";
assert.equal(summarize(text).picks[0].text, text);
await init();
assert.ok(summarize(text, { sentences: 1 }).figures.some(({ value }) => value === 4_200_000));
assert.throws(() => summarize(text, { sentences: 0 }), /`sentences` must be/);
assert.match(published(text, summarize(text)).hash, /^[0-9a-f]+$/);
assert.match(panel(text, summarize(text)), /^<nut-graf><template shadowrootmode="open">/);
