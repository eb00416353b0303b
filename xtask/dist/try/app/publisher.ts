import "nutgraf/define";
import "nutgraf/nut-graf.css";
import { NutGraf, type Details } from "nutgraf/element";
import { panel, published, type Published } from "nutgraf/publish";
import { summarize } from "nutgraf";

const element = document.createElement("nut-graf");
element.addEventListener("nutgraf-ready", ({ detail }) => console.log(detail.article, detail.summary.picks[0]?.text));
element.addEventListener("nutgraf-error", ({ detail }) => console.error(detail.reason satisfies Details["nutgraf-error"]["reason"]));
export const picks: number | undefined = element.summary?.picks.length;
export class Ours extends NutGraf {}
// @ts-expect-error: a promise is no summary
element.refresh().picks;

const file: Published = published("A story.", summarize("A story."));
export const markup: string = panel("A story.", summarize("A story."), { for: "#story", headingLevel: 3 }) + file.hash;
// @ts-expect-error: a level is a number
panel("A story.", summarize("A story."), { headingLevel: "3" });
