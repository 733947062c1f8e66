#!/usr/bin/env python3
"""Writes docs/verifier-disagreements.md: where the verifier differs from the known truth, and where it follows the
truth against Math-Verify, by class with counts. Needs the golden files and a built project.

    python3 tools/verifier_disagreements.py [--golden ../shared/golden/verify] [--data ../shared/data/verifier]
"""
import argparse
import collections
import gzip
import json
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
POLICIES = ("open_r1", "default")


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file.read().split("\n") if line]


def judged(pairs, policy):
    """The verifier's verdict on every (gold, answer)."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "in.jsonl"), os.path.join(folder, "out.jsonl")
        with open(source, "w", encoding="utf-8") as out:
            out.writelines(json.dumps({"gold": gold, "answer": answer}) + "\n" for gold, answer in pairs)
        subprocess.run([os.path.join(ROOT, "openr1"), "verify", "--input", source, "--output", target,
                        "--policy", policy], check=True, capture_output=True)
        return rows(target)


def table(out, head, counts):
    out.append("| " + " | ".join(head) + " |")
    out.append("|" + "---|" * len(head))
    out.extend("| " + " | ".join(str(cell) for cell in row) + " |" for row in counts)
    out.append("")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--golden", default=os.path.join(ROOT, "..", "shared", "golden", "verify"))
    parser.add_argument("--data", default=os.path.join(ROOT, "..", "shared", "data", "verifier"))
    parser.add_argument("--output", default=os.path.join(ROOT, "docs", "verifier-disagreements.md"))
    options = parser.parse_args()
    out = ["# Where the verifier, Math-Verify and the truth differ", "",
           "Made by `python3 tools/verifier_disagreements.py`. Classes only: the texts belong to their data sets.", ""]
    pairs = rows(os.path.join(options.golden, "pairs.jsonl.gz"))
    stress = rows(os.path.join(options.golden, "stress.jsonl.gz"))
    completions = rows(os.path.join(options.data, "completion_verdicts.jsonl"))
    summary, ours_wrong, theirs_wrong = [], collections.Counter(), collections.Counter()
    for policy in POLICIES:
        for name, part in (("pairs", [r for r in pairs if not r.get("stretch")]),
                           ("pairs, plain text (stretch)", [r for r in pairs if r.get("stretch")])):
            mine = judged([(r["gold"], r["answer"]) for r in part], policy)
            known = [(r, m) for r, m in zip(part, mine) if r["expected"][policy] is not None]
            right = sum(m["verdict"] == r["expected"][policy] for r, m in known)
            theirs = sum(bool(r[policy]["verdict"]) == r["expected"][policy] and r[policy]["verdict"] is not None
                         for r, _ in known)
            summary.append((name, policy, len(known), right, theirs))
            for r, m in known:
                truth = r["expected"][policy]
                if m["verdict"] != truth:
                    kind = "accepted" if m["verdict"] else "refused"
                    ours_wrong[(policy, r["transform"], r["answer_kind"], kind, m["rule"])] += 1
                elif r.get("reference_wrong") and policy in r.get("reference_error", {}):
                    theirs_wrong[(policy, r["reference_error"][policy], r["transform"])] += 1
        known = [r for r in stress if r["truth"] is not None]
        mine = judged([(r["gold"], r["answer"]) for r in known], policy)
        summary.append(("stress", policy, len(known), sum(m["verdict"] == r["truth"] for r, m in zip(known, mine)),
                        sum(bool(r[policy]["verdict"]) == r["truth"] for r in known)))
        for r, m in zip(known, mine):
            if m["verdict"] != r["truth"]:
                ours_wrong[(policy, "stress", r["class"], "accepted" if m["verdict"] else "refused", m["rule"])] += 1
            elif bool(r[policy]["verdict"]) != r["truth"]:
                theirs_wrong[(policy, "stress", r["class"])] += 1
    reference = rows(os.path.join(options.golden, "completions.jsonl.gz"))
    mine = judged([(str(r["gold"]), r["tail"]) for r in completions], "default")
    theirs = {r["row"]: r["default"]["verdict"] for r in reference}  # null where it parsed no gold
    summary.append(("completions (noisy labels)", "default", len(completions),
                    sum(m["verdict"] == r["verdict"] for r, m in zip(completions, mine)),
                    sum(theirs[i] == r["verdict"] for i, r in enumerate(completions))))
    for r, m in zip(completions, mine):
        if m["verdict"] != r["verdict"]:
            ours_wrong[("default", "completions", r["source"], "accepted" if m["verdict"] else "refused",
                        m["rule"])] += 1
    out.append("## Right verdicts")
    out.append("")
    table(out, ("rows", "configuration", "with known truth", "here", "Math-Verify 0.9.0"), summary)
    out.append("## Where the verifier differs from the truth or label")
    out.append("")
    table(out, ("configuration", "class", "kind", "verdict here", "rule", "rows"),
          [(*key, count) for key, count in sorted(ours_wrong.items())])
    out.append("## Where the verifier follows the truth against Math-Verify")
    out.append("")
    out.append("Class of Math-Verify's error and what was done to the answer (for stress rows: their class).")
    out.append("")
    table(out, ("configuration", "Math-Verify's error", "class", "rows"),
          [(*key, count) for key, count in sorted(theirs_wrong.items())])
    with open(options.output, "w", encoding="utf-8") as file:
        file.write("\n".join(out).rstrip() + "\n")


if __name__ == "__main__":
    main()
