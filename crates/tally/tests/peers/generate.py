"""Makes small elections, has pabutools count them and writes `tests/data/peers/elections.txt`.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install pabutools==1.2.3
    /tmp/peers/bin/python crates/tally/tests/peers/generate.py

Needed only to make other elections: the tests read the file. The same program writes the same file. The elections are
our own, drawn from a fixed seed; pabutools counts with exact fractions and breaks ties by name. README.md says what is
not asked of it, and why.

The first line of the file names the columns. A ballot has a character for each project: a dot where it does not name
it, else the points it gives (1 for approval). A selection lists the numbers of the projects in the order bought: `-`
is none, `?` was not asked.
"""

from pathlib import Path
from random import Random

import pabutools.fractions
from pabutools.election import (
    Additive_Cardinal_Sat, ApprovalBallot, ApprovalProfile, Cardinality_Sat, Cost_Sat, CumulativeBallot,
    CumulativeProfile, Instance, Project)
from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares, sequential_phragmen
from pabutools.tiebreaking import TieBreakingRule, lexico_tie_breaking

pabutools.fractions.FRACTION = pabutools.fractions.GMPY_FRAC

SEED = 2021
POINTS, APPROVAL = 3200, 1300
FILE = Path(__file__).parent.parent / "data" / "peers" / "elections.txt"
SATISFACTIONS = {"cost": Cost_Sat, "cardinality": Cardinality_Sat, "additive": Additive_Cardinal_Sat}
COLUMNS = [
    *(f"greedy:{name}" for name in SATISFACTIONS),
    *(f"equal-shares:{name}" for name in SATISFACTIONS),
    *(f"equal-shares:{name}+add1" for name in SATISFACTIONS),
    "phragmen"]


def main():
    random = Random(SEED)
    lines = {}
    for kind, wanted in [("points", POINTS), ("approval", APPROVAL)]:
        before = len(lines)
        while len(lines) < before + wanted:
            budget, costs, ballots = election(random, kind)
            name = f"{kind} {budget} {','.join(map(str, costs))} {','.join(ballots)}"
            if name not in lines:
                lines[name] = " ".join(selections(kind, budget, costs, ballots))
    first = " ".join(["kind", "budget", "costs", "ballots", *COLUMNS])
    FILE.write_text("\n".join([first, *(f"{name} {found}" for name, found in lines.items())]) + "\n")


def election(random, kind):
    """Small ranges and repetition, so that ties and exact payments are common."""
    projects, voters = random.randrange(2, 9), random.randrange(1, 13)
    low, high = random.choice([(1, 1), (1, 3), (2, 4), (1, 12), (5, 30), (20, 300)])
    values = [random.randrange(low, high + 1) for _ in range(random.choice([1, 2, 8]))]
    costs = [random.choice(values) for _ in range(projects)]
    if random.randrange(8) == 0:
        costs[random.randrange(projects)] = 0
    total, dearest = sum(costs), max(costs)
    budget = random.randrange(total + 1) if random.randrange(5) == 0 else random.randrange(dearest, total + 1)
    if random.randrange(3) == 0:
        budget = max(budget // voters, 1) * voters
    often = random.choice([0.2, 0.4, 0.6, 0.9])
    # Few different ballots are parties; one is all of one mind.
    different = [ballot(random, kind, projects, often) for _ in range(random.choice([1, 2, 3, voters, voters, voters]))]
    alike = len(different) != voters
    return budget, costs, [random.choice(different) if alike else different[at] for at in range(voters)]


def ballot(random, kind, projects, often):
    named = [at for at in range(projects) if random.random() < often]
    way = random.choice(["same", "any", "divided"])
    if kind == "approval":
        given = {at: 1 for at in named}
    elif way == "same":
        points = random.choice([1, 2, 6])
        given = {at: points for at in named}
    elif way == "any":
        most = random.choice([1, 2, 9])
        given = {at: random.randrange(most + 1) for at in named}
    else:
        # Nine points to divide.
        given = {at: 0 for at in named}
        for _ in range(9 if named else 0):
            given[random.choice(named)] += 1
    return "".join(str(given[at]) if at in given else "." for at in range(projects))


def selections(kind, budget, costs, ballots):
    """What pabutools comes to, by column."""
    projects = [Project(f"p{at}", cost) for at, cost in enumerate(costs)]
    given = [{project: int(mark) for project, mark in zip(projects, ballot) if mark != "."} for ballot in ballots]
    instance = Instance(projects, budget_limit=budget)
    approvals = ApprovalProfile([ApprovalBallot(ballot) for ballot in given])
    profile = CumulativeProfile([CumulativeBallot(ballot) for ballot in given]) if kind == "points" else approvals
    supported = [project for project in projects if any(project in ballot for ballot in given)]
    free = any(project.cost == 0 for project in supported)
    asked = {"cost": not free, "cardinality": True, "additive": kind == "points"}

    for rule, more in [
            (greedy_utilitarian_welfare, {}),
            (method_of_equal_shares, {}),
            (method_of_equal_shares, {"voter_budget_increment": 1})]:
        for name, satisfaction in SATISFACTIONS.items():
            if asked[name]:
                yield written(rule(instance, profile, sat_class=satisfaction, tie_breaking=lexico_tie_breaking, **more))
            else:
                yield "?"
    watched = Watched()
    found = sequential_phragmen(Instance(supported, budget_limit=budget), approvals, tie_breaking=watched)
    assert sorted(watched.taken) == sorted(found)
    yield written(watched.taken)


def written(selection):
    return "".join(project.name[1:] for project in selection) or "-"


class Watched(TieBreakingRule):
    """Breaks ties by name and keeps what it takes, one for each purchase: Phragmén gives its selection sorted."""

    def __init__(self):
        super().__init__(lexico_tie_breaking.func)
        self.taken = []

    def order(self, *arguments, **named):
        ordered = super().order(*arguments, **named)
        self.taken.append(ordered[0])
        return ordered


if __name__ == "__main__":
    main()
