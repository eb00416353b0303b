/** Beside the name of the page: the list of shortcuts, and the next language. */

import { make } from "../../panel.js";
import { LANGUAGES, next, speak } from "../words/language.js";
import { keep } from "./kept.js";

/** @param {import("../types.d.ts").Desk} desk @param {(id: string, act: () => Promise<string>) => HTMLButtonElement} button */
export function options(desk, button) {
  const help = button("help", async () => {
    (await import("./help.js")).help();
    return "";
  });
  const language = button("language", async () => {
    const chosen = next();
    await speak(chosen);
    keep("language", chosen);
    offer();
    desk.update();
    return "";
  });
  const offer = () => Object.assign(language, { lang: next(), textContent: LANGUAGES[next()] });
  offer();
  const options = Object.assign(make("div"), { id: "options" });
  options.append(Object.assign(help, { textContent: "?" }), " ", language);
  return options;
}
