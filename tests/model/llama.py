"""A real llama.cpp server on a tiny model whose weights are random: `make test-llama`, which fetches what this needs.

Whatever such a model says is never a letter: the person reads that it can't be used, and has the form's own sentences.
"""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import gguf
import numpy
import pytest
import xllamacpp

from assistant.errors import ModelError
from assistant.messages import say

WIDTH, HEADS, INNER, CONTEXT = 64, 4, 128, 16_384
SYLLABLES = "क का कि की कु के को म मा मि नी नु ते तो र रा रि ल ला ली व वा स सा सि ह हा द दा दि प पा पि ग गा ब बा भ च जा झ ट ड ढ ण त्र श्र क्ष".split()


def weights(path: Path, seed: int) -> None:
    """A model of one layer that knows bytes and made-up words, and has learnt nothing."""
    chance, order = numpy.random.default_rng(seed), random.Random(seed)
    words = {"▁" + "".join(order.choices(SYLLABLES, k=order.randint(1, 4))) for _ in range(400)}
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *sorted(words)]
    kinds = [2, 3, 3] + [6] * 256 + [1] * len(words)  # unknown, control, byte, normal
    made = gguf.GGUFWriter(path, "llama")
    made.add_context_length(CONTEXT)
    made.add_embedding_length(WIDTH)
    made.add_block_count(1)
    made.add_feed_forward_length(INNER)
    made.add_head_count(HEADS)
    made.add_head_count_kv(HEADS)
    made.add_layer_norm_rms_eps(1e-5)
    made.add_rope_dimension_count(WIDTH // HEADS)
    made.add_vocab_size(len(tokens))
    made.add_tokenizer_model("llama")
    made.add_token_list(tokens)
    made.add_token_scores([0.0] * len(tokens))
    made.add_token_types(kinds)
    made.add_bos_token_id(1)
    made.add_eos_token_id(2)
    made.add_chat_template("{% for message in messages %}{{ message.content }}\n{% endfor %}")

    def tensor(name: str, *shape: int) -> None:
        made.add_tensor(name, chance.normal(0, 1, shape).astype(numpy.float32))

    tensor("token_embd.weight", len(tokens), WIDTH)
    tensor("output.weight", len(tokens), WIDTH)
    for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        made.add_tensor(f"{name}.weight", numpy.ones(WIDTH, dtype=numpy.float32))
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        tensor(f"blk.0.{name}.weight", WIDTH, WIDTH)
    for name, shape in (("ffn_gate", (INNER, WIDTH)), ("ffn_up", (INNER, WIDTH)), ("ffn_down", (WIDTH, INNER))):
        tensor(f"blk.0.{name}.weight", *shape)
    made.write_header_to_file()
    made.write_kv_data_to_file()
    made.write_tensors_to_file()
    made.close()


@pytest.fixture(scope="module", params=[1, 2, 3])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's OPENAI_BASE_URL."""
    path = tmp_path_factory.mktemp("weights") / "random.gguf"
    weights(path, request.param)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx, params.n_parallel, params.warmup, params.port = CONTEXT, 1, False, 0
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    yield f"{server.listening_address}/v1"
    del server


@pytest.mark.parametrize("language", ["hi", "en"])
def test_what_a_model_of_random_weights_says_is_never_a_letter(make, library, address, language):
    ours = make(OPENAI_BASE_URL=address, EDAKSH_MODEL="openai:random", EDAKSH_MODEL_TIMEOUT="60")
    made = asyncio.run(ours.drafter.write(library.example(library.form("letter"), language), language))
    assert isinstance(made.why_not, ModelError)
    assert (made.by, made.why_not.key) in [("offline", f"error.model.{why}") for why in ("unusable", "language")]
    assert say(made.why_not.key, "hi")
    assert made.prose == ours.drafter.offline(library.example(library.form("letter"), language), language).prose
