import { init, summarize, type FigureView, type SummaryView } from "nutgraf";
import wasm from "nutgraf/nutgraf.wasm";

await init(wasm);
const found: SummaryView = summarize("A story.", { sentences: 3, focus: "names" });
const first: FigureView | undefined = found.figures[0];
export const value: number | null | undefined = first?.value;
// @ts-expect-error: no focus of that name
summarize("A story.", { focus: "dates" });
