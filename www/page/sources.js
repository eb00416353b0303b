/**
 * The stories one can choose among: the bundled samples, what stands in the paste box, and files and long pastes,
 * which are held beside it so that nothing typed is lost.
 */

import { gist } from "../panel.js";
import { words } from "./words/language.js";

const SAMPLES = new URL("../samples/", import.meta.url);
const OWN = "own";

/**
 * @param {HTMLSelectElement} select
 * @param {HTMLTextAreaElement} box
 */
export async function sources(select, box) {
  /** @type {Map<string, () => Promise<import("./types.d.ts").Source>>} */
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
  const listed = await get("index.json", "json").catch(() => []);
  for (const { file, title, published, summary } of listed) {
    const open = once(async () => {
      const [text, made] = await Promise.all([get(file, "text"), summary && get(summary, "json")]);
      return { title, text, lang: "en", remark: "", options: { published }, gist: made && gist(made) };
    });
    add(samples, file, title, open);
  }
  select.selectedIndex = 0;

  return {
    /** Opens the story that is chosen. */
    open: () => known.get(select.value)(),
    /** Chooses the paste box. */
    chooseOwn: () => (select.value = OWN),
    /** Holds a text beside the paste box and chooses it. @param {import("./types.d.ts").Source} source */
    hold(source) {
      const key = `held-${known.size}`;
      add(yours, key, source.title, async () => source);
      select.value = key;
    },
  };
}

async function get(file, kind) {
  const answer = await fetch(new URL(file, SAMPLES));
  if (!answer.ok) throw new Error(`${file}: ${answer.status} ${answer.statusText}`);
  return answer[kind]();
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
