#!/usr/bin/env python3
"""A reward as a command: 1 up to so many words, then falling to 0 at twice as many.

Reads one row of JSON a line and answers each with one line: a number, or null where the reward
does not apply. The answer must be flushed at once.
"""
import json
import sys

words = int(sys.argv[1]) if len(sys.argv) > 1 else 50

for line in sys.stdin:
    row = json.loads(line)
    count = len(row["completion"].split())
    reward = min(1.0, max(0.0, 2 - count / words))
    print(json.dumps({"id": row["id"], "reward": reward}), flush=True)
