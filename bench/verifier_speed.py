#!/usr/bin/env python3
"""Math-Verify and this project's verifier on the same pairs in one run, one core each; prints pairs per second of both
and their ratio.

    python3 -m venv .cache/bench-venv && .cache/bench-venv/bin/pip install math-verify==0.9.0
    mvn -q -pl verify -am -DskipTests package
    .cache/bench-venv/bin/python bench/verifier_speed.py [--pairs FILE.jsonl[.gz]] [--count 2000]

Pairs are rows with `gold` and `answer`. From strings, each pair once, warmed up on other pairs, no result kept between
calls. Both run on a quiet machine or the figures lie.
"""
import argparse
import base64
import glob
import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def rows(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file.read().split("\n") if line]


def java():
    for home in [os.environ.get("JAVA_HOME", "")] + sorted(glob.glob("/usr/lib/jvm/*25*")):
        if home and os.path.exists(os.path.join(home, "bin", "java")):
            return os.path.join(home, "bin", "java")
    found = shutil.which("java")
    if not found:
        sys.exit("no JDK 25 found; set JAVA_HOME")
    return found


def ours(policy, warm, pairs):
    def encoded(text):
        return base64.b64encode(text.encode("utf-8", "replace")).decode()

    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, part in (("warm", warm), ("pairs", pairs)):
            files.append(os.path.join(folder, name))
            with open(files[-1], "w") as out:
                out.writelines(f"{encoded(gold)}\t{encoded(answer)}\n" for gold, answer in part)
        classes = os.path.join(ROOT, "verify", "target", "classes")
        if not os.path.isdir(classes):
            sys.exit("verify/target/classes is missing: mvn -q -pl verify -am -DskipTests package")
        command = ["taskset", "-c", "0", java(), "-XX:+UseSerialGC", "-cp", classes,
                   os.path.join(ROOT, "bench", "VerifierSpeed.java"), policy] + files
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def theirs(policy, warm, pairs):
    os.sched_setaffinity(0, {0})
    from latex2sympy2_extended import NormalizationConfig
    from math_verify import LatexExtractionConfig, parse, verify

    def judge(gold, answer):
        if policy == "default":
            return verify(parse(gold), parse(answer))
        config = LatexExtractionConfig(
            normalization_config=NormalizationConfig(
                nits=False, malformed_operators=False, basic_latex=True, boxed="all", units=True),
            boxed_match_priority=0, try_extract_without_anchor=False)
        return verify(parse(gold, extraction_mode="first_match"),
                      parse(answer, extraction_config=[config], extraction_mode="first_match"))

    for gold, answer in warm[:50]:
        judge(gold, answer)
    times = []
    for gold, answer in pairs:
        start = time.perf_counter()
        judge(gold, answer)
        times.append(time.perf_counter() - start)
    return times


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", default=os.path.join(ROOT, "..", "shared", "golden", "verify", "pairs.jsonl.gz"))
    parser.add_argument("--count", type=int, default=2000, help="pairs that Math-Verify does (default: %(default)s)")
    parser.add_argument("--policy", choices=["open_r1", "default"], default="open_r1")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pairs = [(str(row["gold"]), str(row["answer"])) for row in rows(options.pairs)]
    random.Random(options.seed).shuffle(pairs)
    half = len(pairs) // 2
    warm, measured = pairs[:half], pairs[half:]
    mine = ours(options.policy, warm, measured)
    measured_theirs = measured[: options.count]
    times = sorted(theirs(options.policy, warm, measured_theirs))
    rate = len(measured) / mine["seconds"]
    peer = len(times) / sum(times)
    print(f"{'':14}{'pairs':>8}{'pairs/s':>12}{'p50':>12}{'p99':>12}{'p99.9':>12}{'worst':>12}")
    print(f"{'here':14}{len(measured):8}{rate:12.0f}{mine['p50_us']:9.1f} us{mine['p99_us']:9.0f} us"
          f"{mine['p999_us']:9.0f} us{mine['worst_us']:9.0f} us")
    print(f"{'Math-Verify':14}{len(times):8}{peer:12.1f}{times[len(times) // 2] * 1e3:9.1f} ms"
          f"{times[int(len(times) * .99)] * 1e3:9.0f} ms{times[int(len(times) * .999)] * 1e3:9.0f} ms"
          f"{times[-1] * 1e3:9.0f} ms")
    print(f"ratio {rate / peer:.0f} (policy {options.policy}, one core each, same run)")


if __name__ == "__main__":
    main()
