/** So many sentences of a long text are looked through for charts. */
const FIRST = 1000;

/** What is drawn of a long text, little enough to hand from a worker to the page. @param {import("../../types.d.ts").Gist} gist */
export function light(gist) {
  const chosen = new Set(gist.picks.map(({ sentence }) => sentence));
  const isChosen = ({ start, end }) => gist.picks.some((pick) => pick.start <= start && end <= pick.end);
  const chosenOf = (entity) => ({ ...entity, mentions: entity.mentions.filter(isChosen) });
  return {
    ...gist,
    sentences: gist.sentences.map(({ start, end, score }) => ({ start, end, score })),
    figures: gist.figures.filter(({ sentence }) => sentence < FIRST || chosen.has(sentence)),
    entities: gist.entities.map(chosenOf).filter(({ mentions }) => mentions.length > 0),
  };
}
