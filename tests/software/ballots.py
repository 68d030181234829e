"""Ballots made up by rule for a consultation: the same in every run, with odd ones among them."""

import hashlib
import json
import random

HOSTILE = '=HYPERLINK("http://example.org","a")'


def reference(consultation):
    """`id@revision#digest`: SHA-256 of the JSON with sorted keys, without spaces and the schema's address, 128 bits."""
    content = {key: value for key, value in consultation.items() if key != "$schema"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()[:32]
    return f"{consultation['id']}@{consultation['revision']}#{digest}"


def ballots(consultation, people):
    """So many people in all workshops, and a table for every ten."""
    draw = random.Random(1997)
    all_of_them = [_person(consultation, draw, number) for number in range(people)]
    tables = [_table(consultation, draw, people + number) for number in range(people // 10)]
    return all_of_them + tables


def write(path, consultation, some):
    """A ballot file."""
    header = {
        "format": "basketry-ballots", "version": 1, "consultation": reference(consultation),
        "title": consultation["title"], "ballots": len(some),
    }
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [header, *some]), encoding="utf-8")


def _empty(consultation, draw, number, workshop):
    return {
        "id": f"{draw.getrandbits(32):08x}-0000-4000-8000-{number:012x}", "consultation": reference(consultation),
        "voter": "person", "workshop": workshop["id"], "table": 1 + number % workshop["tables"], "channel": "tablet",
        "assisted": number % 7 == 0, "language": "en", "confirmed": f"1997-09-1{number % 9}T10:{number % 60:02}Z",
        "answers": {}, "first_reaction": None, "readings": [], "basket": None, "unspent_reason": None, "tensions": [],
        "dissent": [], "considered_view": None, "what_changed": None, "live_with": None, "offer": None,
    }


def _points(consultation, draw):
    cuts = sorted(draw.sample(range(1, 100), len(consultation["areas"]) - 1))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 100])]
    points = {area["id"]: part for area, part in zip(consultation["areas"], parts)}
    return {"points": points, "sure": draw.randint(1, 5), "reason": HOSTILE if draw.random() < 0.2 else None}


def _basket(consultation, draw):
    """Items at random levels, as long as the money lasts and the rules of the items are kept."""
    left, basket = consultation["budget"]["amount"], {}
    clashes = {(item["id"], other) for item in consultation["items"] for other in item.get("excludes", [])}
    for item in sorted(draw.sample(consultation["items"], len(consultation["items"])), key=lambda item: "requires" in item):
        level = draw.randint(1, len(item["levels"]))
        cost = item["levels"][level - 1]["cost"]
        fits = all(other in basket for other in item.get("requires", [])) and not any(
            (item["id"], other) in clashes or (other, item["id"]) in clashes for other in basket)
        if fits and cost <= left and draw.random() < 0.5:
            basket[item["id"]] = level
            left -= cost
    return basket


def _person(consultation, draw, number):
    # The last section is a small one.
    workshops = consultation["workshops"]
    workshop = workshops[-1] if number < 3 else workshops[number % (len(workshops) - 1)]
    age = consultation["questions"][0]
    area = draw.choice(consultation["areas"])
    return {
        **_empty(consultation, draw, number, workshop),
        "channel": draw.choice(["tablet", "paper", "online"]),
        "answers": {age["id"]: [draw.choice(age["options"])["id"]]} if number % 5 else {},
        "first_reaction": _points(consultation, draw),
        "considered_view": _points(consultation, draw),
        "readings": [{
            "area": area["id"], "sheet_revision": 1, "heard_of": draw.choice([True, False, None]), "moved_by": [],
            "added": [{"side": "for", "text": HOSTILE}] if number % 11 == 0 else [],
        }],
        "basket": _basket(consultation, draw) if number % 8 else {},
        "live_with": draw.randint(1, 5),
        "offer": "Ein Zimmer; „ruhig“, 1½ h\nam Tag" if number % 13 == 0 else None,
    }


def _table(consultation, draw, number):
    workshop = consultation["workshops"][number % 5]
    return {**_empty(consultation, draw, number, workshop), "voter": "table", "basket": _basket(consultation, draw)}
