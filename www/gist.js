/**
 * What the page shows of a summary: little enough to hand from a worker to the page in no time.
 *
 * @typedef {import("./pkg/nutgraf.d.ts")} Core
 * @typedef {{ start: number, end: number }} Span
 * @typedef {Span & { kind: string }} Block
 * @typedef {Span & { reason: string }} Removed
 * @typedef {import("./pkg/nutgraf.d.ts").FigureView} Figure
 * @typedef {import("./pkg/nutgraf.d.ts").EntityView} Entity
 * @typedef {{ blocks: Block[], removed: Removed[], sentences: number, picks: Span[], figures: Figure[],
 *   entities: Entity[] }} Gist
 */

const MOST_FIGURES = 8;
const MOST_NAMES = 24;

/**
 * @param {import("./pkg/nutgraf.d.ts").SummaryView} summary
 * @returns {Gist}
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
