#!/usr/bin/env python3
"""Checks that transformers loads a model directory of this project and computes what we compute.

Usage: check_transformers.py DIR [--input ROWS.jsonl] [--scores OUT.jsonl] [--tolerance X]
                                 [--openr1 ./openr1]
needs: pip install torch transformers

Loads DIR with AutoModelForCausalLM and AutoTokenizer (fp32, on the CPU, no network), scores token rows
with it and compares with what `openr1 score` wrote: the log-probability of every token given those
before it, and the entropy of every next-token distribution, which depends on all logits. The same rows
are encoded by both tokenizers. Prints the largest differences; exits with 1 when one is above the
tolerance, a tensor is missing or left over, or token ids differ.

Without --scores the script runs `openr1 score` itself; without --input it scores rows of its own:
texts, a conversation, and random ids.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")

import torch
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer, GenerationConfig

TEXTS = ["The capital of France is Paris.", "¿Cuánto es 12 + 30? <think>42</think>",
         "def add(a, b):\n    return a + b\n", "x = 7; y = x * 3 🙂"]


def own_rows(tokenizer, vocabulary):
    """Rows with input_ids, and what `openr1 score` shall be given for each: text, messages or ids."""
    rows = [{"text": text} for text in TEXTS]
    if tokenizer.chat_template:
        rows.append({"messages": [{"role": "user", "content": "What is 2 + 3?"},
                                  {"role": "assistant", "content": "<think>2 + 3 = 5</think><answer>5</answer>"}]})
    generator = torch.Generator().manual_seed(7)
    for length in (2, 17, 64):
        ids = torch.randint(0, vocabulary, (length,), generator=generator)
        rows.append({"input_ids": ids.tolist()})
    return rows


def ids_of(row, tokenizer):
    if "input_ids" in row:
        return row["input_ids"]
    if "messages" in row:
        return tokenizer.apply_chat_template(row["messages"], return_dict=True)["input_ids"]
    return tokenizer(row["text"], add_special_tokens=False)["input_ids"]


def reference(model, ids):
    """Log-probabilities [n-1] of ids[1:], entropies [n]."""
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([ids])).logits[0].double()
    logp = torch.log_softmax(logits, -1)
    taken = logp[:-1].gather(1, torch.tensor(ids[1:], dtype=torch.long)[:, None])[:, 0]
    return taken, -(logp.exp() * logp).sum(-1)


def run_score(openr1, directory, rows):
    with tempfile.TemporaryDirectory() as folder:
        source, target = os.path.join(folder, "rows.jsonl"), os.path.join(folder, "scores.jsonl")
        with open(source, "w", encoding="utf-8") as f:
            f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        command = [openr1, "score", directory, "--input", source, "--output", target, "--dtype", "fp32"]
        subprocess.run(command, check=True)
        return read_rows(target)


def read_rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--input")
    parser.add_argument("--scores")
    parser.add_argument("--tolerance", type=float, default=5e-4)
    parser.add_argument("--openr1", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../openr1"))
    options = parser.parse_args()
    if options.scores and not options.input:
        parser.error("--scores needs the --input it was made from")

    if not os.path.isfile(os.path.join(options.directory, "config.json")):
        parser.error(f"{options.directory}: no model directory (it holds no config.json)")

    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    failures = []
    model, info = AutoModelForCausalLM.from_pretrained(
        options.directory, dtype=torch.float32, attn_implementation="eager", output_loading_info=True)
    model.eval()
    for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        if info.get(kind):
            failures.append(f"{kind}: {sorted(info[kind])[:5]}")
    tokenizer = AutoTokenizer.from_pretrained(options.directory)
    GenerationConfig.from_pretrained(options.directory)
    config = AutoConfig.from_pretrained(options.directory)
    print(f"{config.architectures[0]}, {model.num_parameters():,} parameters, {len(tokenizer)} tokens, "
          f"eos {tokenizer.eos_token!r}, pad {tokenizer.pad_token!r}")

    rows = read_rows(options.input) if options.input else own_rows(tokenizer, len(tokenizer))
    scores = read_rows(options.scores) if options.scores else run_score(options.openr1, options.directory, rows)
    if len(scores) != len(rows):
        raise SystemExit(f"{len(rows)} rows, but {len(scores)} scores")
    worst_logprob = worst_entropy = 0.0
    for number, (row, score) in enumerate(zip(rows, scores)):
        ids = ids_of(row, tokenizer)
        if score.get("input_ids", ids) != ids:
            failures.append(f"row {number}: token ids differ")
            continue
        logprobs, entropy = reference(model, ids)
        # The first token has no log-probability: openr1 writes null in its place.
        ours = torch.tensor([x for x in score["logprobs"] if x is not None], dtype=torch.float64)
        if len(ours) != len(logprobs):
            failures.append(f"row {number}: {len(ours)} log-probabilities for {len(ids)} tokens")
            continue
        worst_logprob = max(worst_logprob, (ours - logprobs).abs().max().item() if len(ours) else 0.0)
        ours = torch.tensor(score["entropy"], dtype=torch.float64)
        if len(ours) != len(entropy):
            failures.append(f"row {number}: {len(ours)} entropies for {len(ids)} tokens")
            continue
        worst_entropy = max(worst_entropy, (ours - entropy).abs().max().item())
    print(f"{len(rows)} rows: largest difference of log-probabilities {worst_logprob:.3g}, "
          f"of entropies {worst_entropy:.3g} (tolerance {options.tolerance:g})")
    # A NaN compares false, so it fails here as well.
    if not max(worst_logprob, worst_entropy) <= options.tolerance:
        failures.append("difference above the tolerance")
    for failure in failures:
        print("FAILED:", failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
