"""Peers that run in Python. `PEERS` is the folder of the texts."""

import json
import os
import re
import time

import lede
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer

with open(os.path.join(os.environ["PEERS"], "texts.json"), encoding="utf-8") as file:
    texts = json.load(file)


class Tokenizer:
    """In place of sumy's own, whose data no registry of packages has."""

    def to_sentences(self, paragraph):
        return re.split(r"(?<=[.!?])\s+", paragraph.strip())

    def to_words(self, sentence):
        return re.findall(r"\w+", sentence)


def sumy(text):
    document = PlaintextParser.from_string(text, Tokenizer()).document
    return [str(sentence) for sentence in LexRankSummarizer()(document, 3)]


def main():
    measure("lede, summary", lambda text: lede.summarize(text, 500).summary)
    measure("lede, with facts", lambda text: lede.summarize(text, 500, attach=["stats", "metadata"]).to_dict())
    measure("sumy, LexRank", sumy)


def measure(name, read):
    """Prints the milliseconds that all articles took together, and those of each run over the first."""
    archive = clock(lambda: [read(text) for text in texts["articles"]])
    begun = time.perf_counter()
    article = []
    while len(article) < texts["runs"] and time.perf_counter() - begun < texts["seconds"]:
        article.append(clock(lambda: read(texts["articles"][0])))
    print(json.dumps({"name": name, "archive": archive, "article": article}))


def clock(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


main()
