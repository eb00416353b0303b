import "nutgraf/define";
import "nutgraf/nut-graf.css";
import { NutGraf, type Details } from "nutgraf/element";

const element = document.createElement("nut-graf");
element.addEventListener("nutgraf-ready", ({ detail }) => console.log(detail.article, detail.summary.picks[0]?.text));
element.addEventListener("nutgraf-error", ({ detail }) => console.error(detail.reason satisfies Details["nutgraf-error"]["reason"]));
export const picks: number | undefined = element.summary?.picks.length;
export class Ours extends NutGraf {}
// @ts-expect-error: a promise is no summary
element.refresh().picks;
