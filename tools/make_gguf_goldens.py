#!/usr/bin/env python3
"""Makes the small GGUF files and expected values that the tests of GGUF import run on.

Usage: make_gguf_goldens.py [DIR]      (needs: pip install gguf numpy tokenizers safetensors)

DIR defaults to model/src/test/resources/gguf. Written there, always with the same content:

blocks/TYPE.gguf      one tensor "stored" of that ggml type, made of random bytes with finite scales,
                      and "expected" (F32): the same tensor as the package gguf dequantises it
models/NAME.gguf      a complete tiny model with tokenizer; NAME.safetensors: its weights (F32) under
                      the names and in the row order of Hugging Face; NAME.json: texts with their ids
"""
import json
import os
import sys

import numpy as np
from gguf import GGMLQuantizationType, GGUFWriter
from gguf.constants import GGML_QUANT_SIZES
from gguf.quants import dequantize, quantize
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

NORMAL, CONTROL, USER_DEFINED, UNUSED = 1, 3, 4, 5
TYPES = ["F32", "F16", "BF16", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q4_K", "Q5_K", "Q6_K"]
# Where a block keeps its fp16 numbers: random bits there could be NaN.
HALVES = {"Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q4_K": [0, 2],
          "Q5_K": [0, 2], "Q6_K": [208]}
WORDS = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*"
         r"|\s*[\r\n]+|\s+(?!\S)|\s+")
TEXTS = ["the then other", " the  the\n\nthen's 12345", "<|user|>the<|end|><think>", "no\u00f1o A\u030a",
         "tethe!!  th "]


def blocks(out):
    rng = np.random.default_rng(20261123)
    for name in TYPES:
        kind = GGMLQuantizationType[name]
        elements, size = GGML_QUANT_SIZES[kind]
        if name in HALVES:
            raw = rng.integers(0, 256, (4, 2048 // elements // 4 * size), dtype=np.uint8)
            flat = raw.reshape(-1, size)
            for at in HALVES[name]:
                scales = (rng.standard_normal(len(flat)) * 0.05).astype("<f2")
                flat[:, at:at + 2] = scales.view(np.uint8).reshape(-1, 2)
        else:
            raw = quantize(rng.standard_normal((4, 32)).astype(np.float32), kind)
        writer = GGUFWriter(os.path.join(out, name + ".gguf"), "blocks")
        expected = dequantize(raw, kind).astype(np.float32)
        writer.add_tensor("stored", raw, raw_dtype=kind)
        writer.add_tensor("expected", expected)
        finish(writer)


def finish(writer):
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def permute(w, heads):
    """Hugging Face's half-split rotary rows -> llama.cpp's interleaved ones."""
    return w.reshape(heads, 2, w.shape[0] // heads // 2, -1).swapaxes(1, 2).reshape(w.shape)


def llama3_divisors(theta, dim, factor):
    out = []
    for i in range(dim // 2):
        wavelength = 2 * np.pi * theta ** (2 * i / dim)
        if wavelength < 8192 / 4:
            out.append(1.0)
        elif wavelength > 8192:
            out.append(factor)
        else:
            smooth = (8192 / wavelength - 1) / 3
            out.append(1 / ((1 - smooth) / factor + smooth))
    return np.array(out, dtype=np.float32)


def vocabulary():
    """Tokens, types and merges: some letters, a few merges, added tokens, an unused entry."""
    letters = list("abdehnortsA!'") + list("0123456789") + ["\u0120", "\u010a", "\u00c3", "\u00b1", "\u00cc", "\u012c",
                                                        "\u00c2", "\u0127"]
    merges = [("t", "h"), ("th", "e"), ("\u0120", "the"), ("the", "n"), ("1", "2"), ("\u00c3", "\u00b1"), ("\u0120", "\u0120")]
    tokens = letters + [a + b for a, b in merges]
    types = [NORMAL] * len(tokens)
    for token, kind in (("<|user|>", CONTROL), ("<|end|>", CONTROL), ("<think>", USER_DEFINED), ("[PAD]", UNUSED)):
        tokens.append(token)
        types.append(kind)
    return tokens, types, merges


def reference_tokenizer(pre, tokens, types, merges):
    tokenizer = Tokenizer(models.BPE(vocab={t: i for i, t in enumerate(tokens)}, merges=merges,
                                     ignore_merges=pre == "llama-bpe"))
    if pre == "smollm":
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)])
    else:
        pattern = WORDS % ("{1,3}" if pre == "llama-bpe" else "")
        tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
            pre_tokenizers.Split(Regex(pattern), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    if pre == "qwen2":
        tokenizer.normalizer = normalizers.NFC()
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([t for t, k in zip(tokens, types) if k == CONTROL])
    tokenizer.add_tokens([t for t, k in zip(tokens, types) if k == USER_DEFINED])
    return tokenizer


def model(out, name, arch, pre, head_dim, theta, seed):
    rng = np.random.default_rng(seed)
    hidden, heads, kv, inner, layers = 32, 4, 2, 64, 2
    tokens, types, merges = vocabulary()
    vocab = len(tokens) + 3  # models pad their embedding
    writer = GGUFWriter(os.path.join(out, name + ".gguf"), arch)
    writer.add_block_count(layers)
    writer.add_context_length(256)
    writer.add_embedding_length(hidden)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(kv)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(theta)
    if head_dim * heads != hidden:
        writer.add_key_length(head_dim)
        writer.add_value_length(head_dim)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(pre)
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges([a + " " + b for a, b in merges])
    writer.add_bos_token_id(tokens.index("<|user|>"))
    writer.add_eos_token_id(tokens.index("<|end|>"))
    writer.add_chat_template("{% for m in messages %}<|user|>{{ m['content'] }}<|end|>{% endfor %}")

    expected = {}

    def put(stored, hf, *shape, kind="F16", heads_permuted=0):
        w = (rng.standard_normal(shape) * 0.2).astype(np.float32)
        raw = quantize(w, GGMLQuantizationType[kind])
        w = dequantize(raw, GGMLQuantizationType[kind]).astype(np.float32).reshape(shape)
        if heads_permuted:
            raw = quantize(permute(w, heads_permuted), GGMLQuantizationType[kind])
        writer.add_tensor(stored, raw, raw_dtype=GGMLQuantizationType[kind])
        expected[hf] = w

    put("token_embd.weight", "model.embed_tokens.weight", vocab, hidden, kind="Q8_0")
    for i in range(layers):
        b, m = f"blk.{i}.", f"model.layers.{i}."
        rotary = arch == "llama"
        put(b + "attn_norm.weight", m + "input_layernorm.weight", hidden, kind="F32")
        put(b + "ffn_norm.weight", m + "post_attention_layernorm.weight", hidden, kind="F32")
        for short, long, n in (("q", "q_proj", heads), ("k", "k_proj", kv), ("v", "v_proj", kv)):
            permuted = n if rotary and short != "v" else 0
            put(f"{b}attn_{short}.weight", f"{m}self_attn.{long}.weight", n * head_dim, hidden,
                heads_permuted=permuted)
            if arch == "qwen2":
                put(f"{b}attn_{short}.bias", f"{m}self_attn.{long}.bias", n * head_dim, kind="F32")
            if arch == "qwen3" and short != "v":
                put(f"{b}attn_{short}_norm.weight", f"{m}self_attn.{short}_norm.weight", head_dim, kind="F32")
        put(b + "attn_output.weight", m + "self_attn.o_proj.weight", hidden, heads * head_dim)
        put(b + "ffn_gate.weight", m + "mlp.gate_proj.weight", inner, hidden, kind="Q4_0")
        put(b + "ffn_up.weight", m + "mlp.up_proj.weight", inner, hidden, kind="Q5_1")
        put(b + "ffn_down.weight", m + "mlp.down_proj.weight", hidden, inner, kind="BF16")
    put("output_norm.weight", "model.norm.weight", hidden, kind="F32")
    if arch == "llama":
        put("output.weight", "lm_head.weight", vocab, hidden)
        writer.add_tensor("rope_freqs.weight", llama3_divisors(theta, head_dim, 8.0))
    finish(writer)
    save_file(expected, os.path.join(out, name + ".safetensors"), {"format": "pt"})
    tokenizer = reference_tokenizer(pre, tokens, types, merges)
    rows = [{"text": t, "ids": tokenizer.encode(t, add_special_tokens=False).ids} for t in TEXTS]
    with open(os.path.join(out, name + ".json"), "w", encoding="utf-8") as f:
        json.dump({"head_dim": head_dim, "rope_theta": theta, "texts": rows}, f, indent=1)
        f.write("\n")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../model/src/test/resources/gguf")
    for folder in ("blocks", "models"):
        os.makedirs(os.path.join(out, folder), exist_ok=True)
    blocks(os.path.join(out, "blocks"))
    models_out = os.path.join(out, "models")
    model(models_out, "llama", "llama", "llama-bpe", 8, 500000.0, 1)
    model(models_out, "qwen2", "qwen2", "qwen2", 8, 1000000.0, 2)
    model(models_out, "qwen3", "qwen3", "smollm", 16, 1000000.0, 3)


if __name__ == "__main__":
    main()
