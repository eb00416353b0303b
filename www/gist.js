/** What a panel shows of a summary, beside all that was found. */

const MOST_FIGURES = 8;
const MOST_NAMES = 24;

/**
 * @param {import("./pkg/nutgraf.d.ts").SummaryView} summary
 * @returns {import("./types.d.ts").Gist}
 */
export function gist(summary) {
  const key = summary.figures.filter((figure) => figure.rank !== null).sort((a, b) => a.rank - b.rank);
  return { ...summary, key: key.slice(0, MOST_FIGURES), names: summary.entities.slice(0, MOST_NAMES) };
}
