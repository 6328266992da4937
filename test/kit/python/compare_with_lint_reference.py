"""compare_with_lint_reference.py REFERENCE REPORT: holds a report of `lint --format json` against the reference linter, file by file.

Prints one JSON list: for each file the rules in dispute, the rows that it must name and did not, and the rows that it must not.
"""

import csv
import importlib.util
import json
import sys


def load(path):
    spec = importlib.util.spec_from_file_location("lint_reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def names_columns_oddly(path):
    """Whether a CSV file has two columns of one name, or one without: the reference keeps one of them, pandas and we keep all.

    A column without a name has that of the fields beyond the header, which the reference collects under an empty name.
    """
    if not path.endswith(".csv"):
        return False
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        header = next(csv.reader(file), [])
    return len(set(header)) < len(header) or "" in header


def main(reference_path, report_path, rules):
    reference = load(reference_path)
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file)
    answers = []
    for linted in report["files"]:
        try:
            if names_columns_oddly(linted["path"]):
                raise ValueError("columns without a name of their own")
            wanted = reference.reference(linted["path"])
        except Exception as error:  # what cannot be compared, such as a CSV field beyond Python's limit
            answers.append({"path": linted["path"], "refused": str(error)})
            continue
        _, dispute = reference.compare(wanted, linted["findings"])
        first = {f["row"]: f["related"][0]["row"] for f in linted["findings"] if f["rule"] == "exact-duplicate"}
        answers.append(
            {
                "path": linted["path"],
                "rows": wanted["rows"] == linted["rows"],
                "first": {int(row): of for row, of in wanted["first"].items()} == first,
                "dispute": {r: d for r, d in dispute.items() if r in rules and (d["missed"] or d["other"])},
                "counts": {
                    r: [sum(wanted["rules"].get(r, {}).values()), linted["counts"].get(r, 0)]
                    for r in rules
                    if r not in wanted["maybe"]
                    and sum(wanted["rules"].get(r, {}).values()) != linted["counts"].get(r, 0)
                },
            }
        )
    print(json.dumps(answers))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3].split(","))
