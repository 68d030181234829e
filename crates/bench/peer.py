#!/usr/bin/env python3
"""Counts a Pabulib file with pabutools, exactly, and prints what it took as one line of JSON.

  python peer.py FILE.pb {greedy,equal-shares,phragmen} {none,add1}

Times are seconds of processor time: `read` for reading and grouping equal ballots, `count` for the count.
"""
import json
import sys
import time

import pabutools.fractions
from pabutools.election import Cost_Sat, parse_pabulib
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen
from pabutools.tiebreaking import lexico_tie_breaking

pabutools.fractions.FRACTION = "gmpy2"


def main(path, rule, completion):
    start = time.process_time()
    instance, profile = parse_pabulib(path)
    profile = profile.as_multiprofile()
    read = time.process_time() - start
    start = time.process_time()
    if rule == "greedy":
        bought = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat, tie_breaking=lexico_tie_breaking)
    elif rule == "phragmen":
        bought = sequential_phragmen(instance, profile, tie_breaking=lexico_tie_breaking)
    else:
        raises = {"voter_budget_increment": 1} if completion == "add1" else {}
        bought = method_of_equal_shares(
            instance, profile, sat_class=Cost_Sat, tie_breaking=lexico_tie_breaking, **raises)
    count = time.process_time() - start
    print(json.dumps({"read": read, "count": count, "selected": [str(project) for project in bought]}))


main(*sys.argv[1:])
