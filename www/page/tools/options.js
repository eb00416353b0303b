/** Beside the name of the page: the list of shortcuts, and the next language. */

import { LANGUAGES, next, speak } from "../words/language.js";
import { keep } from "./kept.js";

/** @param {import("../types.d.ts").Desk} desk @param {(id: string, act: () => Promise<string | void>) => HTMLButtonElement} button */
export function options(desk, button) {
  const help = button("help", async () => {
    (await import("./help.js")).help();
  });
  const language = button("language", async () => {
    const chosen = next();
    await speak(chosen);
    keep("language", chosen);
    offer();
    desk.update();
  });
  const offer = () => Object.assign(language, { lang: next(), textContent: LANGUAGES[next()] });
  offer();
  document.getElementById("options").append(Object.assign(help, { textContent: "?" }), language);
}
