#!/usr/bin/env python3
"""Makes the small Parquet file that the tests of ParquetRows and of the verb verify read.

Usage: make_parquet_cases.py [DIR]      (needs: pip install pyarrow)

DIR defaults to data/src/test/resources/parquet. Written there, always with the same rows:

cases.parquet         three rows in two row groups: texts, numbers, null, a list of structs, a map and
                      bytes; every column group with another codec (snappy, zstd, gzip, none)
cases.jsonl           the same rows as JSON lines, as the reader must give them
"""
import json
import os
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq

MESSAGE = pa.struct([("role", pa.string()), ("content", pa.string())])
SCHEMA = pa.schema([
    ("gold", pa.string()),
    ("answer", pa.string()),
    ("level", pa.int64()),
    ("score", pa.float64()),
    ("price", pa.decimal128(10, 2)),
    ("verdict", pa.bool_()),
    ("messages", pa.list_(MESSAGE)),
    ("meta", pa.struct([("source", pa.string()), ("tags", pa.list_(pa.string()))])),
    ("counts", pa.map_(pa.string(), pa.int32())),
    ("raw", pa.binary()),
])
CODECS = {"gold": "snappy", "answer": "zstd", "level": "gzip", "score": "none", "price": "snappy",
          "verdict": "zstd", "messages.list.element.role": "snappy",
          "messages.list.element.content": "zstd", "meta.source": "gzip", "meta.tags.list.element": "snappy",
          "counts.key_value.key": "zstd", "counts.key_value.value": "zstd", "raw": "snappy"}
ROWS = [
    {"gold": "4", "answer": "It is 4, so \\boxed{4}", "level": 1, "score": 0.1, "price": "1.50", "verdict": True,
     "messages": [{"role": "user", "content": "2+2?"}, {"role": "assistant", "content": "4 é 𝒳"}],
     "meta": {"source": "own", "tags": ["a", None, "b"]}, "counts": {"x": 1, "y": 2}, "raw": "text"},
    {"gold": None, "answer": None, "level": None, "score": None, "price": None, "verdict": None,
     "messages": None, "meta": None, "counts": None, "raw": None},
    {"gold": "5", "answer": "\\boxed{6}", "level": 2**53 + 1, "score": -2.0, "price": "0.00", "verdict": True,
     "messages": [], "meta": {"source": None, "tags": []}, "counts": {}, "raw": "/w=="},
]


def arrow(row):
    raw = {None: None, "text": b"text", "/w==": b"\xff"}[row["raw"]]  # bytes that are not UTF-8 are told in Base64
    return dict(row, raw=raw, price=row["price"] and Decimal(row["price"]),
                counts=None if row["counts"] is None else list(row["counts"].items()))


def line(row):
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return text if row["price"] is None else text.replace('"price":"%s"' % row["price"], '"price":' + row["price"])


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "data/src/test/resources/parquet"
    os.makedirs(folder, exist_ok=True)
    table = pa.Table.from_pylist([arrow(row) for row in ROWS], schema=SCHEMA)
    pq.write_table(table, os.path.join(folder, "cases.parquet"), compression=CODECS, row_group_size=2,
                   use_dictionary=["gold"], write_statistics=False, store_schema=False)
    with open(os.path.join(folder, "cases.jsonl"), "w", encoding="utf-8") as out:
        out.writelines(line(row) + "\n" for row in ROWS)


main()
