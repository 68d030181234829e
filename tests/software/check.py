"""Opens the files of `basketry export` with the programs they are for.

    python check.py BASKETRY SOFFICE FOLDER

Prints each check, and at the end how many passed and failed. A check fails by an exception.
"""

import csv
import hashlib
import json
import subprocess
import sys
import time
import traceback
import zipfile
from collections import Counter
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import duckdb
import openpyxl
from frictionless import Package
from pabulib.checker import Checker
from pabutools.election import Cost_Sat
from pabutools.election.pabulib import parse_pabulib
from pabutools.rules import greedy_utilitarian_welfare
from pabutools.tiebreaking import lexico_tie_breaking

import ballots as made_up

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "coventry-1997.basketry.json"
PEOPLE = 120
BASKETRY, SOFFICE, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])

consultation = json.loads(SAMPLE.read_text(encoding="utf-8"))
given = made_up.ballots(consultation, PEOPLE)
MINOR = 100


def equal(found, wanted, about=""):
    if found != wanted:
        raise AssertionError(f"{about}: found {found!r}, wanted {wanted!r}")


def run(*command, codes=(0,)):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode not in codes:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def export(kind, name, files=("all.ballots.ndjson",)):
    out = FOLDER / name
    paths = [FOLDER / file for file in files]
    run(BASKETRY, "export", kind, "--consultation", SAMPLE, "--counted-on", "1997-10-01", "--out", out, *paths)
    return out


def setup():
    """Ballots in one file, and the same again in two files in another order."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made_up.write(FOLDER / "all.ballots.ndjson", consultation, given)
    turned = list(reversed(given))
    made_up.write(FOLDER / "b.ballots.ndjson", consultation, turned[:50])
    made_up.write(FOLDER / "a.ballots.ndjson", consultation, turned[50:])
    names = ["workbook.xlsx", "charts.zip", "data.zip", "election.pb", "ballots.ndjson"]
    for kind, name in zip(["workbook", "charts", "data", "election", "ballots"], names):
        export(kind, name)
    for name in ["data", "charts"]:
        with zipfile.ZipFile(FOLDER / f"{name}.zip") as archive:
            archive.extractall(FOLDER / name)


def digest():
    """The digest of the ballots, made by hand from the ballot file."""
    lines = (FOLDER / "ballots.ndjson").read_text(encoding="utf-8").splitlines()[1:]
    by_id = sorted((json.loads(line)["id"], hashlib.sha256(line.encode()).hexdigest()) for line in lines)
    text = "".join(f"{ballot} {content}\n" for ballot, content in by_id)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def manifests():
    found = [json.loads((FOLDER / name / "manifest.json").read_text()) for name in ["data", "charts"]]
    book = openpyxl.load_workbook(FOLDER / "workbook.xlsx")
    rows = dict(book.worksheets[-1].iter_rows(values_only=True))
    raw = json.loads((FOLDER / "ballots.ndjson").read_text(encoding="utf-8").splitlines()[0])["manifest"]
    parquet = duckdb.sql(f"select value from parquet_kv_metadata('{FOLDER}/data/ballots.parquet')").fetchall()
    found += [raw, json.loads(bytes(parquet[0][0]))]
    return found, rows


def every_file_says_what_it_was_made_of():
    found, rows = manifests()
    for manifest in found:
        equal(manifest["ballots"], {"counted": len(given), "digest": digest()})
        equal(manifest["consultation"], made_up.reference(consultation))
    equal((rows["ballots.counted"], rows["ballots.digest"]), (len(given), digest()))
    assert digest() in (FOLDER / "election.pb").read_text(encoding="utf-8")


def the_same_ballots_make_the_same_bytes():
    for kind, name in [("workbook", "workbook.xlsx"), ("charts", "charts.zip"), ("data", "data.zip"),
                       ("election", "election.pb"), ("ballots", "ballots.ndjson")]:
        other = export(kind, f"again-{name}", ["b.ballots.ndjson", "a.ballots.ndjson"])
        assert other.read_bytes() == (FOLDER / name).read_bytes(), f"{kind} differs"


def tables():
    """Each chart's table as its CSV file says it, by chart."""
    found = {}
    for path in sorted((FOLDER / "charts").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem[3:]] = list(csv.DictReader(file))
    return found


def sheets(book):
    return book.worksheets[1:-1]


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def openpyxl_reads_every_figure_of_the_tables():
    book, all_tables = openpyxl.load_workbook(FOLDER / "workbook.xlsx"), tables()
    equal(len(sheets(book)), len(all_tables))
    figures = held = 0
    for sheet, (chart, rows) in zip(sheets(book), all_tables.items()):
        equal(sheet.freeze_panes, "B5", chart)
        heads = [cell.value for cell in sheet[4] if cell.value is not None]
        equal(heads, list(rows[0])[:len(heads)], chart)
        for line, row in zip(sheet.iter_rows(min_row=5, max_col=len(heads)), rows):
            for cell, text in zip(line, row.values()):
                shown = number(text)
                if shown is None or cell.data_type == "s":
                    words = "" if cell.value is None else cell.value
                    equal(words, text.removeprefix("'") if text.startswith("'=") else text, f"{chart} {cell.coordinate}")
                    held += text == "held back"
                    continue
                equal(cell.data_type, "n", f"{chart} {cell.coordinate}")
                percent = "%" in cell.number_format
                equal(round(cell.value * (100 if percent else 1), 6), shown, f"{chart} {cell.coordinate}")
                figures += 1
    assert figures > 300, figures
    assert held > 5, f"{held} figures are held back, though one section is small"


def openpyxl_reads_the_charts_and_the_first_sheet():
    book = openpyxl.load_workbook(FOLDER / "workbook.xlsx")
    drawn = {sheet.title: len(sheet._charts) for sheet in sheets(book)}
    assert sum(drawn.values()) >= 8, drawn
    first = [row for row in book.worksheets[0].iter_rows(values_only=True)]
    text = " ".join(str(value) for row in first for value in row if value)
    for wanted in [consultation["question"], "1 October 1997", "held back", digest(), "Basketry"]:
        assert wanted in text, wanted
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    equal(len(links), len(sheets(book)))
    with zipfile.ZipFile(FOLDER / "workbook.xlsx") as archive:
        drawings = [name for name in archive.namelist() if name.startswith("xl/drawings/drawing")]
        for name in drawings:
            assert 'descr="' in archive.read(name).decode(), f"{name} has no alternative text"


def libreoffice_opens_the_workbook_and_draws_its_charts():
    profile = f"-env:UserInstallation=file://{FOLDER.resolve()}/profile"
    convert = [SOFFICE, profile, "--headless", "--convert-to"]
    run(*convert, "ods", "--outdir", FOLDER / "office", FOLDER / "workbook.xlsx")
    with zipfile.ZipFile(FOLDER / "office" / "workbook.ods") as archive:
        content = archive.read("content.xml").decode()
        charts = [name for name in archive.namelist() if name.startswith("Object") and name.endswith("/content.xml")]
        drawn = [archive.read(name).decode().count("<chart:series ") for name in charts]
    book = openpyxl.load_workbook(FOLDER / "workbook.xlsx")
    equal(len(charts), sum(len(sheet._charts) for sheet in sheets(book)), "charts")
    assert all(drawn), drawn
    points = next(sheet for sheet in sheets(book) if sheet.title.startswith("1 "))
    for cell in points[5][1:4]:
        assert f'office:value="{cell.value:g}"' in content, cell.value
    equal(content.count("Err:"), 0, "errors in cells")


def duckdb_reads_the_same_rows_from_csv_parquet_and_ndjson():
    data = FOLDER / "data"
    duckdb.sql(f"create or replace table parquet as from '{data}/ballots.parquet'")
    duckdb.sql(f"create or replace table csv as from read_csv('{data}/ballots.csv', all_varchar = true)")
    equal(duckdb.sql("select count(*) from parquet").fetchall()[0][0], len(given))
    columns = dict(duckdb.sql("select column_name, column_type from (describe parquet)").fetchall())
    wanted = {"ballot": "VARCHAR", "table": "INTEGER", "assisted": "BOOLEAN", "basket_cost": "DECIMAL(18,2)",
              "confirmed": "TIMESTAMP WITH TIME ZONE", "live_with": "INTEGER"}
    equal({name: columns[name] for name in wanted}, wanted)
    duckdb.sql("set timezone = 'UTC'")
    for name, kind in columns.items():
        differ = duckdb.sql(f'''select count(*) from parquet join csv using (ballot)
            where parquet."{name}" is distinct from cast(csv."{name}" as {kind})''').fetchall()[0][0]
        equal(differ, 0, name)
    raw = FOLDER / "ballots.ndjson"
    duckdb.sql(f"create or replace table raw as from read_json('{raw}', format = 'newline_delimited') where id is not null")
    equal(duckdb.sql("select count(*) from raw join parquet on raw.id = parquet.ballot and raw.live_with is not distinct "
                     "from parquet.live_with").fetchall()[0][0], len(given))


def duckdb_counts_what_was_given():
    costs = {item["id"]: [level["cost"] for level in item["levels"]] for item in consultation["items"]}
    baskets = [ballot["basket"] for ballot in given if ballot["basket"] is not None]
    minor = sum(costs[item][level - 1] for basket in baskets for item, level in basket.items())
    equal(duckdb.sql("select cast(sum(basket_cost) * 100 as bigint) from parquet").fetchall()[0][0], minor)
    item, held = Counter(item for basket in baskets for item in basket).most_common(1)[0]
    equal(duckdb.sql(f'select count(*) from parquet where "basket:{item}" > 0').fetchall()[0][0], held)
    area = consultation["areas"][0]["id"]
    points = sum(ballot["first_reaction"]["points"][area] for ballot in given if ballot["first_reaction"])
    equal(duckdb.sql(f'select sum("first_reaction:{area}") from parquet').fetchall()[0][0], points)
    age = consultation["questions"][0]["id"]
    equal(duckdb.sql(f'select count("answer:{age}") from parquet').fetchall()[0][0], sum(bool(b["answers"]) for b in given))
    encodings = duckdb.sql(f"select encodings from parquet_metadata('{FOLDER}/data/ballots.parquet') "
                           "where path_in_schema = 'channel'").fetchall()[0][0]
    assert "DICTIONARY" in encodings, encodings


def frictionless_finds_the_data_as_the_dictionary_says():
    package = Package(str(FOLDER / "data" / "datapackage.json"))
    report = package.get_resource("ballots").validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]
    equal(report.tasks[0].stats["rows"], len(given))


def no_field_of_a_table_is_a_formula():
    for path in [*(FOLDER / "charts").glob("*.csv"), FOLDER / "data" / "ballots.csv"]:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for field in row:
                    assert not field.startswith(("=", "+", "@", "\t", "\r")), f"{path.name}: {field}"
                    assert not field.startswith("-") or number(field) is not None, f"{path.name}: {field}"


def the_official_checker_finds_no_error():
    with redirect_stdout(StringIO()):
        found = Checker().process_files([str(FOLDER / "election.pb")])
    results = found["election"]["results"]
    equal(results.get("errors"), {}, "errors")
    equal(found["metadata"], {"processed": 1, "valid": 1, "invalid": 0})
    equal(results.get("warnings"), {}, "warnings")


def pabutools_selects_what_we_do():
    instance, profile = parse_pabulib(str(FOLDER / "election.pb"))
    baskets = [ballot["basket"] for ballot in given if ballot["voter"] == "person" and ballot["basket"]]
    equal(len(profile), len(baskets))
    counted = json.loads(run(BASKETRY, "count", FOLDER / "election.pb", "--rule", "greedy", "--satisfaction", "cost",
                             "--ties", "lexicographic", "--format", "json"))
    theirs = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat, tie_breaking=lexico_tie_breaking)
    ours = sorted(counted["selected"])
    equal(sorted(project.name for project in theirs), ours)
    selected = sorted(project.name for project in instance if instance.project_meta[project]["selected"] == "1")
    equal(selected, ours)
    spent = sum(project.cost for project in theirs)
    assert 0 < spent <= instance.budget_limit, spent
    total = sum(project.cost for ballot in profile for project in ballot)
    costs = {item["id"]: [level["cost"] for level in item["levels"]] for item in consultation["items"]}
    equal(total * MINOR, sum(costs[item][level - 1] for basket in baskets for item, level in basket.items()))


CHECKS = [
    every_file_says_what_it_was_made_of,
    the_same_ballots_make_the_same_bytes,
    openpyxl_reads_every_figure_of_the_tables,
    openpyxl_reads_the_charts_and_the_first_sheet,
    libreoffice_opens_the_workbook_and_draws_its_charts,
    duckdb_reads_the_same_rows_from_csv_parquet_and_ndjson,
    duckdb_counts_what_was_given,
    frictionless_finds_the_data_as_the_dictionary_says,
    no_field_of_a_table_is_a_formula,
    the_official_checker_finds_no_error,
    pabutools_selects_what_we_do,
]


def main():
    setup()
    passed = 0
    for place, check in enumerate(CHECKS, start=1):
        began = time.monotonic()
        try:
            check()
        except Exception:
            traceback.print_exc(file=sys.stdout)
            print(f"not ok {place} {check.__name__}", flush=True)
        else:
            passed += 1
            print(f"ok {place} {check.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"# pass {passed}\n# fail {len(CHECKS) - passed}")
    return 0 if passed == len(CHECKS) else 1


if __name__ == "__main__":
    sys.exit(main())
