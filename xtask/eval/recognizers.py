#!/usr/bin/env python3
"""Number formats: the share of Microsoft Recognizers' specs whose results agree in text span and value.

gold: DIR with Number_NumberModel.jsonl, NumberWithUnit_CurrencyModel.jsonl, …, rows
      {"input", "results": [{"text", "start", "end", "type", "value", "unit"}]}
An input counts as right when every result of its spec is found: its span and its value. What is found beside them is not
counted against it, and units are not compared. The span of a date need only lie in the spec's. The span of a plain number may be the number with the noun behind it, since the program counts something;
a range may stand as one figure where the spec has its two ends.

Refused on purpose, and left out of the shares (--all keeps them in):
  * dialogue about a calendar ("book the week after next"), clock times, durations of the day, time zones, holidays:
    of the dates only absolute and partial ones (2019, May 3, the 1990s) are scored;
  * of those, days that must be reckoned ("3 days after January 12th", "the 15th day of next month"), that name neither
    month nor year ("the 18th", "7.6", and "5/12", which is two days in two countries), that no calendar has
    ("2/29/2019"), and eight digits in a row;
  * units without a number ("convert to dollars"), numbers without value, "percent of 10" for ten percent;
  * several numbers run together by arithmetic ("one billion and three quarters million", "10^2", "1e5", "3 over 4"), and
    fractions that no news has ("twenty-one fifths", "a hundredth", "ninety - five");
  * numbers that are part of a name or none at all ("SCP-173", "version two", "192.168.1.2", "10G");
  * years alone as plain numbers, and inputs without any result, which only test what other languages read.
"""
import argparse
import calendar
import json
import os
import re

from run_nutgraf import batch

SETS = {
    "Number": ("Number_NumberModel", {"count", "ratio", "percent", "money", "measure", "duration", "age", "date"}),
    "Percent": ("Number_PercentModel", {"percent"}),
    "Currency": ("NumberWithUnit_CurrencyModel", {"money"}),
    "Dimension": ("NumberWithUnit_DimensionModel", {"measure"}),
    "Age": ("NumberWithUnit_AgeModel", {"age"}),
    "Temperature": ("NumberWithUnit_TemperatureModel", {"measure"}),
    "DateTime": ("DateTime_DateTimeModel", {"date"}),
}
ABSOLUTE = re.compile(r"^(\d{4}|XXXX)(-(\d\d|XX))?(-(\d\d|XX))?$")
RECKONED = re.compile(r"\b(days?|weeks?|months?|years?)\b.*\b(from|after|before|since|later|of|on)\b|\bin \d+ years|easter|christmas|black friday|\d{8}", re.I)
NAMED = re.compile(r"\d{4}|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
ARITHMETIC = re.compile(r"\d\s*(\^|\*|e\d)|\band (a|one|two|three|four|five) (third|quarter|half|fifth|eighth)|/|\bover\b| - ", re.I)
FRACTION = re.compile(r"(hundred|thousand|ty|ty[ -]one|ty[ -]two|ty[ -]three|ty[ -]four)[ -](and )?\w*(fifth|thousandth|hundredth|first)s?|(hundred|trillion|first)ths?$|twenty-first|hundredth", re.I)
NAME = re.compile(r"[A-Z]+-\d|version|\d+\.\d+\.|nrs\.|\d+ *[Gk]$")


def is_refused(name, result):
    if name == "DateTime":
        timexes = [v.get("timex", "") for v in result["value"] or []]
        is_date = result["type"] in ("datetimeV2.date", "datetimeV2.daterange")
        is_absolute = any(ABSOLUTE.match(t) and is_on_calendar(t) for t in timexes) and re.search(r"\d", result["text"])
        return not is_date or not is_absolute or bool(RECKONED.search(result["text"])) or not NAMED.search(result["text"])
    value = str(result["value"])
    if name == "Percent" and result["text"].startswith("per"):
        return True
    return result["value"] is None or not re.search(r"\d", value) or name == "Number" and any(
        pattern.search(result["text"]) for pattern in (ARITHMETIC, FRACTION))


def is_on_calendar(timex):
    year, month, day = (timex.replace("XXXX", "2024").replace("XX", "01") + "-01-01").split("-")[:3]
    return int(day) <= calendar.monthrange(int(year), int(month))[1]


def same(name, result, figure, text):
    """span and value agree; the span but for case and what leads to the number (`age 87`) or is counted by it"""
    if name == "DateTime":
        timexes = {v.get("timex", "").replace("XXXX", "-") for v in result["value"] or []}
        period = figure["period"] or {}
        within = figure["start"] < result["end"] and result["start"] < figure["end"]
        return within and (figure["start"] >= result["start"] or period.get("from") != period.get("to")) and any(timex(period.get("from")) == t or timex(period.get("to")) == t for t in timexes)
    try:
        value = float(str(result["value"]).rstrip("%"))
    except ValueError:
        return False
    values = [v for v in (figure["value"], figure.get("high")) if v is not None]
    if not any(abs(v - value) <= 1e-5 * max(1, abs(value)) for v in values):
        return False
    if figure.get("high") is not None or name == "Number":
        return figure["start"] <= result["start"] and result["end"] <= figure["end"]
    return figure["end"] == result["end"] and result["start"] <= figure["start"] or figure["start"] == result["start"] and figure["end"] >= result["end"]


def timex(date):
    """`--05-03` is `--05-03` in both; the specs write a missing year as XXXX, replaced by `-` above"""
    return date


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--gold", required=True, metavar="DIR")
    ap.add_argument("--bin", default="target/release/nutgraf")
    ap.add_argument("--all", action="store_true", help="keep what is refused on purpose in the shares")
    ap.add_argument("--wrong", metavar="KIND", help="print the inputs of one kind that are wrong")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    report = {}
    for name, (file, kinds) in SETS.items():
        with open(os.path.join(a.gold, f"{file}.jsonl"), encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines if line.strip()]
        feed = [{"id": str(i), "text": r["input"], "whole": True} | ({"published": r["ref"][:10]} if r.get("ref") else {}) for i, r in enumerate(rows)]
        answers = batch(a.bin, feed)
        right = scored = 0
        for i, row in enumerate(rows):
            if name == "Number" and not a.all and NAME.search(row["input"]):
                continue
            kept = [r for r in row["results"] if a.all or not is_refused(name, r)]
            if not kept or not a.all and len(kept) < len(row["results"]):
                continue
            scored += 1
            found = [f for f in answers.get(str(i), {"figures": []})["figures"] if f["kind"] in kinds]
            holds = all(any(same(name, r, f, row["input"]) for f in found) for r in kept)
            right += holds
            if a.wrong == name and not holds:
                print(repr(row["input"][:150]), [(r["text"], r["value"] if name != "DateTime" else r["value"][0].get("timex")) for r in kept],
                      "| ours", [(f["text"], f["value"], f["period"] and f["period"].get("from")) for f in answers[str(i)]["figures"]])
        report[name] = {"inputs": len(rows), "scored": scored, "right": right, "share": round(100 * right / max(scored, 1), 1)}
    if a.json:
        print(json.dumps(report))
        return
    for name, r in report.items():
        print(f"{name:12s} {r['share']:5.1f} % of {r['scored']} scored ({r['inputs']} inputs)")


if __name__ == "__main__":
    main()
