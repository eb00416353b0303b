#!/usr/bin/env python3
"""Run `nutgraf batch` over a data set and write the predictions that the scoring scripts read.

usage: run_nutgraf.py TASK --gold FILE --pred OUT [--bin PATH] [--sentences N] [--words N] [--lead LIKE]

TASK        gold                                   then score with
summaries   summaries/*.jsonl                      rouge.py, facts.py
entities    JSONL written by ner.py --export       ner.py
figures     JSONL written by figures.py --export   figures.py
sentences   sentences/*.jsonl (rows with "input")  sentences.py
pasted      pasted/*.jsonl                         pasted.py

--bin      the command-line program (default: target/release/nutgraf)
--words N  for summaries: the budget in words, passed on to the program
--lead LIKE  for summaries: write the lead of each article instead, in exactly as many words as the summary in the
           predictions LIKE has for it (the last sentence is cut), taken from the text without the program. The base to compare with.
"""
import argparse
import json
import re
import subprocess
import sys

import facts
from common import read_jsonl, write_jsonl

KIND = {"person": "PER", "organization": "ORG", "location": "LOC"}
BODY = {"heading", "paragraph", "quotation", "list-item", "table", "note"}
REF_SPLIT = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")  # as in rouge.py, which needs rouge-score to import
QUANTITIES = {"count", "money", "percent", "measure", "duration", "ratio", "age"}


def batch(binary, rows):
    feed = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
    run = subprocess.run([binary, "batch", "--offsets", "chars"], input=feed.encode(), stdout=subprocess.PIPE, check=False)
    out = [json.loads(line) for line in run.stdout.decode().splitlines()]
    bad = [r for r in out if "error" in r]
    if bad or len(out) != len(rows):
        print(f"{len(bad)} errors, {len(out)} answers to {len(rows)} rows; exit {run.returncode}; first: {bad[:1]}", file=sys.stderr)
    return {r["id"]: r for r in out if "error" not in r}


def cut(text, spans):
    return [text[s["start"]:s["end"]] for s in spans]


def lead(text, words):
    """the first `words` words of the text, broken into sentences by the fixed expression of rouge.py"""
    return REF_SPLIT.split(" ".join(text.split()[:words]))


def panel_of(r, text):
    """the four first key figures and the four first names, each a slice of the article of at most eight words"""
    key = sorted((f for f in r["figures"] if f.get("rank")), key=lambda f: f["rank"])[:4]
    spans = key + [max(e["mentions"], key=lambda m: m["end"] - m["start"]) for e in r["entities"][:4]]
    for f in r["figures"]:
        assert f["text"] == text[f["start"]:f["end"]], f"{r['id']}: a figure is not a slice of the article"
    return [" ".join(t.split()[:8]) for t in cut(text, spans)]


def summaries(a, gold):
    like = {p["id"]: len(" ".join(p["sentences"]).split()) for p in read_jsonl(a.lead)} if a.lead else {}
    for g in gold:
        text = g["text"]
        if a.lead:
            yield {"id": g["id"], "sentences": lead(text, like.get(g["id"], 0)), "panel": first_facts(text)}
            continue
        r = batch.answers.get(g["id"])
        if r is None:
            continue
        for p in r["picks"]:
            assert p.get("text") in (None, text[p["start"]:p["end"]]), f"{g['id']}: a pick is not a slice of the article"
        picks = sorted(r["picks"], key=lambda p: p["start"])
        brackets = [p.get("antecedent") and r["entities"][p["antecedent"]["entity"]]["name"] for p in picks]
        yield {"id": g["id"], "sentences": cut(text, picks), "brackets": brackets, "panel": panel_of(r, text)}


def first_facts(text):
    """the article's first four numbers and first four names, as facts.py finds them"""
    numbers = list(dict.fromkeys(m.group() for m in facts.NUMBER.finditer(text)))
    names = list(dict.fromkeys(m.group() for m in facts.NAME.finditer(text) if " " in m.group() or not facts.START.search(text[: m.start()])))
    return numbers[:4] + names[:4]


def change(f):
    if f["change"] != "none":
        return f["change"]
    return {"exact": "=", "about": "~", "more": ">", "less": "<"}[f["bound"]]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("task", choices=["summaries", "entities", "figures", "sentences", "pasted"])
    ap.add_argument("--gold", required=True)
    ap.add_argument("--pred", required=True)
    ap.add_argument("--bin", default="target/release/nutgraf")
    ap.add_argument("--sentences", type=int, default=3)
    ap.add_argument("--words", type=int)
    ap.add_argument("--lead", metavar="LIKE")
    a = ap.parse_args()
    gold = read_jsonl(a.gold)
    for i, g in enumerate(gold):
        g.setdefault("id", str(i))
        g["id"] = str(g["id"])
    text_of = {"summaries": "text", "entities": "text", "figures": "text", "sentences": "input", "pasted": "pasted"}[a.task]
    rows = []
    for g in gold:
        row = {"id": g["id"], "text": g[text_of]}
        if a.task == "summaries":
            row |= {"words": a.words} if a.words else {"sentences": a.sentences}
            if g.get("title"):
                row["title"] = g["title"]
        elif a.task != "pasted":
            row["whole"] = True
        rows.append(row)
    batch.answers = {} if a.lead else batch(a.bin, rows)
    if a.task == "summaries":
        out = list(summaries(a, gold))
    else:
        out = []
        for g in gold:
            r, text = batch.answers.get(g["id"]), g[text_of]
            if r is None:
                continue
            if a.task == "entities":
                found = [{"start": m["start"], "end": m["end"], "type": KIND.get(e["kind"], "OTHER")} for e in r["entities"] for m in e["mentions"]]
                out.append({"id": g["id"], "entities": sorted(found, key=lambda m: m["start"])})
            elif a.task == "figures":
                found = [{"value": f["value"] if f.get("high") is None else [f["value"], f["high"]], "unit": f.get("unit") or "-",
                          "change": change(f), "concept": (f.get("concept") or "-").split()} for f in r["figures"] if f["kind"] in QUANTITIES]
                out.append({"id": g["id"], "quantities": found})
            elif a.task == "sentences":
                out.append({"id": g["id"], "sentences": cut(text, r["sentences"])})
            else:
                out.append({"id": g["id"], "kept": cut(text, [b for b in r["blocks"] if b["kind"] in BODY])})
    write_jsonl(a.pred, out)
    print(f"{len(out)} of {len(gold)} rows written to {a.pred}")


if __name__ == "__main__":
    main()
