/** What the page shows of a summary: little enough to hand from a worker to the page in no time. */

const MOST_FIGURES = 8;
const MOST_NAMES = 24;

/**
 * @param {import("./pkg/nutgraf.d.ts").SummaryView} summary
 * @returns {import("./types.d.ts").Gist}
 */
export function gist({ blocks, removed, sentences, picks, figures, entities }) {
  const key = figures.filter((figure) => figure.rank !== null).sort((a, b) => a.rank - b.rank);
  return {
    blocks,
    removed,
    sentences: sentences.length,
    picks: picks.map(({ start, end }) => ({ start, end })),
    figures: key.slice(0, MOST_FIGURES),
    entities: entities.slice(0, MOST_NAMES),
  };
}
