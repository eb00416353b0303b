import "nutgraf/define";
import { init, summarize } from "nutgraf";

await init();
window.picks = summarize(document.querySelector("#story").textContent).picks;
