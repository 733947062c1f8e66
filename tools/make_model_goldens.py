#!/usr/bin/env python3
"""Makes the small reference models of model/src/test/resources/model-goldens with transformers.

Needs: pip install torch transformers safetensors (written with torch 2.10, transformers 5.23, CPU).
Usage: tools/make_model_goldens.py [DIR]

Each folder holds config.json (keys of the hub), config.v5.json (keys of transformers 5),
model.safetensors (fp32) and golden.safetensors:
  input_ids, attention_mask, labels    int64 (B,T); rows with left and right padding, labels -100 where none
  hidden.embed, hidden.I, hidden.norm  (B,T,H): embedding, output of layer I, after the final norm
  attn.I                               (B,T,H): output of attention block I before the residual
  logits (B,T,V), loss (), logprobs and entropy (B,T-1) of input_ids[:, 1:] given the prefix
  grad.NAME                            gradient of loss by parameter NAME
  greedy.prompt (1,P), greedy.new_tokens (1,M), greedy.batch_* : greedy continuations
Values at padded places mean nothing and are 0.
"""

import json
import pathlib
import sys

import torch
from safetensors.torch import save_file
from transformers import AutoConfig, AutoModelForCausalLM

SHAPE = dict(vocab_size=40, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
             num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=128,
             bos_token_id=1, eos_token_id=2, torch_dtype="float32", hidden_act="silu")
MODELS = {
    "llama_biases_llama3rope": dict(
        architectures=["LlamaForCausalLM"], model_type="llama", rms_norm_eps=1e-5, rope_theta=10000.0,
        attention_bias=True, mlp_bias=True, tie_word_embeddings=False,
        rope_scaling=dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0,
                          original_max_position_embeddings=16)),
    "llama_tied_linear_rope_padding": dict(
        architectures=["LlamaForCausalLM"], model_type="llama", rms_norm_eps=1e-6, rope_theta=500.0,
        tie_word_embeddings=True, pad_token_id=3, rope_scaling=dict(rope_type="linear", factor=2.0)),
    "qwen2_tied": dict(
        architectures=["Qwen2ForCausalLM"], model_type="qwen2", rms_norm_eps=1e-6, rope_theta=1000000.0,
        tie_word_embeddings=True, num_key_value_heads=1),
    "qwen3_wide_heads": dict(
        architectures=["Qwen3ForCausalLM"], model_type="qwen3", rms_norm_eps=1e-6, rope_theta=1000000.0,
        tie_word_embeddings=False, head_dim=6, rope_scaling=None),
}


def randomize(model, generator):
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if "norm" in name:
            parameter.data = 1 + 0.3 * noise
        elif name.endswith("bias"):
            parameter.data = 0.2 * noise
        else:
            parameter.data = 0.25 * noise


def batch(vocab, generator):
    ids = torch.randint(3, vocab, (4, 12), generator=generator)
    mask = torch.ones_like(ids)
    mask[1, :4] = 0
    mask[2, 9:] = 0
    mask[3, :2] = 0
    mask[3, 10:] = 0
    ids[mask == 0] = 0
    labels = ids.clone()
    labels[mask == 0] = -100
    labels[:, :6] = -100
    labels[0, 6] = -100
    return ids, mask, labels


def greedy(model, ids, mask, count):
    tokens = []
    for _ in range(count):
        positions = (mask.cumsum(1) - 1).clamp(min=0)
        logits = model(input_ids=ids, attention_mask=mask, position_ids=positions).logits[:, -1]
        best = logits.argmax(-1, keepdim=True)
        top = logits.topk(2).values
        assert (top[:, 0] - top[:, 1]).min() > 1e-3, "two tokens are nearly tied; take another seed"
        tokens.append(best)
        ids = torch.cat([ids, best], 1)
        mask = torch.cat([mask, torch.ones_like(best)], 1)
    return torch.cat(tokens, 1)


def make(folder, name, keys, seed):
    generator = torch.Generator().manual_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps({**SHAPE, **keys}, indent=2, sort_keys=True) + "\n")
    config = AutoConfig.from_pretrained(folder)
    values = json.loads(config.to_json_string(use_diff=False))
    values.pop("_name_or_path", None)  # a path of the machine that made it
    (folder / "config.v5.json").write_text(json.dumps(values, indent=2) + "\n")
    model = new_model(config)
    randomize(model, generator)
    # A tied head is the embedding; after setting .data both must be the same tensor again.
    model.tie_weights()
    weights = {n: p.detach().clone() for n, p in model.named_parameters()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})

    ids, mask, labels = batch(config.vocab_size, generator)
    positions = (mask.cumsum(1) - 1).clamp(min=0)
    golden = dict(input_ids=ids, attention_mask=mask, labels=labels)
    attention = {}
    for i, layer in enumerate(model.model.layers):
        layer.self_attn.register_forward_hook(
            lambda _m, _i, out, i=i: attention.__setitem__(f"attn.{i}", out[0].detach()))
        layer.register_forward_hook(
            lambda _m, _i, out, i=i: attention.__setitem__(
                f"hidden.{i}", (out[0] if isinstance(out, tuple) else out).detach()))
    out = model(input_ids=ids, attention_mask=mask, position_ids=positions, output_hidden_states=True)
    logits = out.logits.float()
    golden.update(attention)
    golden["hidden.embed"] = out.hidden_states[0].detach()
    golden["hidden.norm"] = out.hidden_states[-1].detach()
    golden["logits"] = logits.detach()
    chosen = labels[:, 1:]
    loss = torch.nn.functional.cross_entropy(
        logits[:, :-1].reshape(-1, config.vocab_size), chosen.reshape(-1), ignore_index=-100)
    loss.backward()
    golden["loss"] = loss.detach()
    for parameter_name, parameter in model.named_parameters():
        golden["grad." + parameter_name] = parameter.grad
    logp = logits[:, :-1].log_softmax(-1).detach()
    pair = (mask[:, 1:] * mask[:, :-1]).float()
    golden["logprobs"] = logp.gather(-1, ids[:, 1:, None])[..., 0] * pair
    golden["entropy"] = -(logp.exp() * logp).sum(-1) * pair
    for key, value in golden.items():
        if value.dim() == 3 and not key.startswith("grad."):
            golden[key] = value * mask[..., None]
    with torch.no_grad():
        prompt = torch.randint(3, config.vocab_size, (1, 5), generator=generator)
        golden["greedy.prompt"] = prompt
        golden["greedy.new_tokens"] = greedy(model, prompt, torch.ones_like(prompt), 10)
        prompts = torch.randint(3, config.vocab_size, (3, 7), generator=generator)
        prompt_mask = torch.ones_like(prompts)
        prompt_mask[1, :3] = 0
        prompt_mask[2, :5] = 0
        prompts[prompt_mask == 0] = 0
        golden["greedy.batch_input_ids"] = prompts
        golden["greedy.batch_attention_mask"] = prompt_mask
        golden["greedy.batch_new_tokens"] = greedy(model, prompts, prompt_mask, 6)
    save_file({k: v.contiguous() for k, v in golden.items()}, folder / "golden.safetensors")
    print(name, f"{sum(w.numel() for w in weights.values())} weights, loss {loss.item():.6f}")


def new_model(config):
    return AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()


def main():
    torch.set_num_threads(1)
    here = pathlib.Path(__file__).resolve().parent.parent
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "model/src/test/resources/model-goldens"
    for number, (name, keys) in enumerate(MODELS.items()):
        make(target / name, name, keys, 100 + number)


if __name__ == "__main__":
    main()
