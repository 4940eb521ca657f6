#!/usr/bin/env python3
"""Compares our public holidays with the PyPI package `holidays`.

    holidays_check.py PATH/TO/assistenzzeit

For every Land and each of its communes, for every year from 2019 to 2035, the
dates of `assistenzzeit law holidays` against those of the package. Needs the
package (`pip install holidays`), best in a virtual environment.

A documented difference is listed in DIFFERENCES. It is checked too: if it is no
longer there, that is a failure, because then one of the two has changed.

The last line printed is the verdict, "N passed, N failed". Exit code 0 if all
passed, 1 if any failed, 2 if it could not be run.
"""

import json
import subprocess
import sys

YEARS = range(2019, 2036)

LANDS = "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split()

# (Land, commune or None) -> (subdivision, categories) of the package.
REGIONS = {(land, None): (land, ("public",)) for land in LANDS}
REGIONS |= {
    ("BY", "mariae_himmelfahrt"): ("BY", ("public", "catholic")),
    ("BY", "augsburg"): ("Augsburg", ("public", "catholic")),
    ("SN", "fronleichnam"): ("SN", ("public", "catholic")),
    ("TH", "fronleichnam"): ("TH", ("public", "catholic")),
}

# (Land, commune or None, date) -> why, and who has it: "ours" or "package".
DIFFERENCES = {}


def ours(binary, regions_and_years):
    """Our dates for all of them, asked in one run."""
    lines, keys = [], {}
    for (land, commune), year in regions_and_years:
        identity = f"{land}-{commune}-{year}"
        keys[identity] = (land, commune, year)
        question = {"id": identity, "land": land, "year": year}
        if commune:
            question["communes"] = [commune]
        lines.append(json.dumps(question))
    ran = subprocess.run(
        [binary, "law", "holidays"],
        input="\n".join(lines).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    answers = map(json.loads, ran.stdout.decode("utf-8").splitlines())
    return {keys[answer["id"]]: set(answer["holidays"]) for answer in answers}


def listed(binary, land, year):
    """Our dates as the listing for one Land and year prints them."""
    ran = subprocess.run(
        [binary, "law", "holidays", "--land", land, "--year", str(year)],
        stdout=subprocess.PIPE,
        check=True,
    )
    return {holiday["date"] for holiday in json.loads(ran.stdout)}


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        import holidays
    except ImportError:
        print("the package is missing: pip install holidays", file=sys.stderr)
        return 2
    binary = arguments[0]
    print(f"holidays {holidays.__version__}, {len(REGIONS)} regions, {YEARS[0]} to {YEARS[-1]}")
    asked = [(region, year) for region in REGIONS for year in YEARS]
    got = ours(binary, asked)
    passed, failed = 0, 0
    seen = set()
    for (land, commune), year in asked:
        subdivision, categories = REGIONS[(land, commune)]
        theirs = {
            day.isoformat()
            for day in holidays.Germany(subdiv=subdivision, years=year, categories=categories)
        }
        mine = got.get((land, commune, year), set())
        wrong = []
        for date in sorted(mine ^ theirs):
            who = "ours" if date in mine else "package"
            known = DIFFERENCES.get((land, commune, date))
            if known and known[1] == who:
                seen.add((land, commune, date))
                print(f"known: {land} {commune or ''} {date} only in {who}: {known[0]}")
            else:
                wrong.append(f"{date} only in {who}")
        if commune is None and year in (YEARS[0], YEARS[-1]) and listed(binary, land, year) != mine:
            wrong.append("the listing differs from the answer to a line")
        if wrong:
            failed += 1
            print(f"FAILED {land} {commune or ''} {year}: {', '.join(wrong)}")
        else:
            passed += 1
    for gone in sorted(set(DIFFERENCES) - seen, key=str):
        failed += 1
        print(f"FAILED {gone}: the documented difference is no longer there")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
