#!/usr/bin/env python3
"""Dangling openings: how many summaries have a sentence whose first words point at what the reader has not got.

gold rows: as for rouge.py
pred rows: {"id", "sentences":[str,...]}, each a slice of the article, optional "brackets":[str or null,...]: for each
           sentence whom its pronoun means, as it is shown beside it

A sentence dangles if it opens with a pronoun, a word such as However or "The two", and the words right before it in the
article are not in the summary. It is bare if nothing in brackets tells what it points at. What stands among the first twelve words of an article (a dateline is before it) never dangles.
Rows printed: the share of summaries whose first sentence dangles, of those with any sentence that does, and of those with
a bare one.
"""
import argparse
import json
import re

from common import read_jsonl

OPENING = re.compile(
    r"[\"'“‘(]*(?:he|she|it|they|his|her|hers|its|their|these|this|those|that|such|however|therefore|moreover|furthermore|"
    r"nevertheless|nonetheless|additionally|consequently|thus|hence|then|instead|another|also|"
    r"the (?:two|pair|three|duo|former|latter))\b",
    re.IGNORECASE,
)


def dangling(text, sentences):
    """for each sentence whether it dangles"""
    whole, out, last = " ".join(text.split()), [], -1
    for sentence in (" ".join(s.split()) for s in sentences):
        start = whole.find(sentence)
        is_next = last >= 0 and not whole[last:start].strip()
        out.append(bool(len(whole[:start].split()) > 12 and OPENING.match(sentence) and not is_next))
        last = start + len(sentence)
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", required=True)
    ap.add_argument("--pred", required=True)
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    text_of = {g["id"]: g["text"] for g in read_jsonl(a.gold) if "id" in g}
    preds = [p for p in read_jsonl(a.pred) if p["id"] in text_of and p["sentences"]]
    rows = [dangling(text_of[p["id"]], p["sentences"]) for p in preds]
    bare = [any(d and not b for d, b in zip(r, p.get("brackets") or [None] * len(r))) for r, p in zip(rows, preds)]
    share = lambda hits: round(100 * sum(hits) / max(1, len(rows)), 1)
    rep = {"pred": a.pred, "n": len(rows), "first_dangles": share(r[0] for r in rows), "any_dangles": share(any(r) for r in rows), "any_bare": share(bare)}
    print(json.dumps(rep) if a.json else "\n".join(f"{k:20s} {v}" for k, v in rep.items()))


if __name__ == "__main__":
    main()
