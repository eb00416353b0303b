/**
 * The stories one can choose among: the bundled samples, what stands in the paste box, and files and long pastes,
 * which are held beside it so that nothing typed is lost.
 *
 * @typedef {object} Source
 * @property {string} title
 * @property {string} text
 * @property {string} lang
 * @property {string} remark what the reader should know of how it was read
 * @property {string} [address] where it stands on the web, if it says so
 * @property {string} [fragment] the fragment that it came in
 * @property {import("../core.js").Options} [options] what is known of the text beside what it says
 * @property {import("../pkg/nutgraf.d.ts").SummaryView} [summary] made before, as the page asks for one when it is new
 * @property {[offer: string, source: Source]} [other] another way to read the same, and what its button says
 */

import { words } from "./words/language.js";

const SAMPLES = new URL("../samples/", import.meta.url);
const OWN = "own";

/**
 * @param {HTMLSelectElement} select
 * @param {HTMLTextAreaElement} box
 */
export async function sources(select, box) {
  /** @type {Map<string, () => Promise<Source>>} */
  const known = new Map();
  const group = (label) => select.appendChild(Object.assign(document.createElement("optgroup"), { label }));
  const add = (to, key, title, open) => {
    known.set(key, open);
    to.append(new Option(title, key));
  };
  const samples = group(words.page["#source optgroup@label"]);
  const yours = group(words.page["#source optgroup + optgroup@label"]);
  const own = words.page["[value=own]"];
  add(yours, OWN, own, async () => ({ title: own, text: box.value, lang: "", remark: "" }));
  // Without its samples the page still reads what is pasted.
  const listed = await get("index.json").then((answer) => answer.json()).catch(() => []);
  for (const { file, title, published, summary: made } of listed) {
    const open = once(async () => {
      const [text, summary] = await Promise.all([get(file).then((answer) => answer.text()), made && get(made).then((answer) => answer.json())]);
      return { title, text, lang: "en", remark: "", options: { published }, summary };
    });
    add(samples, file, title, open);
  }
  select.selectedIndex = 0;

  return {
    /** Opens the story that is chosen. */
    open: () => known.get(select.value)(),
    /** Chooses the paste box. */
    chooseOwn: () => (select.value = OWN),
    /** Holds a text beside the paste box and chooses it. @param {Source} source */
    hold(source) {
      const key = `held-${known.size}`;
      add(yours, key, source.title, async () => source);
      select.value = key;
    },
  };
}

async function get(file) {
  const answer = await fetch(new URL(file, SAMPLES));
  if (!answer.ok) throw new Error(`${file}: ${answer.status} ${answer.statusText}`);
  return answer;
}

/** Asks once and keeps the answer; a failure is asked again. */
function once(ask) {
  let answer = null;
  return () =>
    (answer ??= ask().catch((error) => {
      answer = null;
      throw error;
    }));
}
