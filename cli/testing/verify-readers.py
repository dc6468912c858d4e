"""Loads exports with the programs that people train with: verify-readers.py FOLDER PROGRAM.
Prints one line of JSON per check; exit code 1 if one fails."""

import importlib.metadata
import json
import os
import sys
import traceback
from types import SimpleNamespace

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_VERBOSITY"] = "error"
os.environ["AXOLOTL_DO_NOT_TRACK"] = "1"

import datasets
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast

datasets.disable_progress_bars()
root, program = sys.argv[1:3]
failed = False


def manifest(name):
    with open(os.path.join(root, name, "manifest.json")) as file:
        return json.load(file)


def rows_expected(name):
    return manifest(name)["counts"]["rows"]


def load(name):
    """The folder as the hub would have it: README.md says where the rows are."""
    return datasets.load_dataset(os.path.join(root, name), split="train", cache_dir=os.path.join(root, "cache"))


def check(title, work):
    global failed
    try:
        print(json.dumps({"check": title, "ok": True, "found": work()}), flush=True)
    except Exception as error:
        failed = True
        traceback.print_exc()
        print(json.dumps({"check": title, "ok": False, "found": f"{type(error).__name__}: {error}"[:300]}), flush=True)


def versions(*packages):
    for package in packages:
        print(json.dumps({"package": package, "version": importlib.metadata.version(package)}), flush=True)


def tokenizer():
    words = Tokenizer(models.WordLevel({"<unk>": 0, "<|im_end|>": 1}, unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    made = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="<unk>", eos_token="<|im_end|>")
    made.chat_template = (
        "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
        "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    return made


def hugging_face():
    from trl import data_utils

    def rows_of(name):
        def work():
            data = load(name)
            assert len(data) == rows_expected(name), f"{len(data)} rows, the manifest says {rows_expected(name)}"
            return f"{len(data)} rows; columns {', '.join(data.column_names)}"

        return work

    def templated(name):
        def work():
            data = load(name)
            assert data_utils.is_conversational(data[0]), "not seen as conversational"
            made = tokenizer()
            for row in data:
                for key, value in data_utils.apply_chat_template(row, made).items():
                    if key in ("prompt", "chosen", "rejected", "completion", "text"):
                        assert isinstance(value, str) and (value or key == "prompt"), f"{key} is empty"
            return f"chat template applied to {len(data)} rows"

        return work

    def extracted():
        data = load("trl-preference-implicit").map(data_utils.maybe_extract_prompt)
        assert all(row["prompt"] and row["chosen"] and row["rejected"] for row in data)
        return f"prompt found in {len(data)} rows"

    def unpaired():
        data = data_utils.unpair_preference_dataset(load("trl-preference").remove_columns("margin"))
        assert len(data) == 2 * rows_expected("trl-preference")
        return f"{len(data)} rows of {', '.join(data.column_names)}"

    def labels():
        data = load("trl-kto")
        assert data.features["label"].dtype == "bool", data.features["label"]
        return f"{sum(data['label'])} of {len(data)} labelled true"

    versions("datasets", "trl", "transformers", "pyarrow")
    for name in sorted(os.listdir(root)):
        if os.path.exists(os.path.join(root, name, "manifest.json")):
            check(f"datasets loads {name}", rows_of(name))
    for name in ("trl-preference", "trl-preference-implicit", "trl-kto", "trl-sft"):
        check(f"trl.apply_chat_template on {name}", templated(name))
    check("trl.maybe_extract_prompt on trl-preference-implicit", extracted)
    check("trl.unpair_preference_dataset on trl-preference", unpaired)
    check("labels of trl-kto are booleans", labels)


def llama_factory():
    from llamafactory.data.loader import _load_single_dataset
    from llamafactory.data.parser import get_dataset_list
    from llamafactory.hparams import DataArguments, ModelArguments

    def work():
        folder = os.path.join(root, "llama-factory")
        [found] = get_dataset_list(["baijia_preferences"], folder)
        settings = ModelArguments(model_name_or_path="none", cache_dir=os.path.join(root, "cache-llama-factory"))
        training = SimpleNamespace(local_process_index=0, dataloader_num_workers=0)
        data = _load_single_dataset(found, settings, DataArguments(dataset_dir=folder), training)
        assert len(data) == rows_expected("llama-factory")
        # What it cannot use, it turns into empty lists.
        for row in data:
            assert [answer["role"] for answer in row["_response"]] == ["assistant", "assistant"], row
            assert len(row["_prompt"]) % 2 == 1 and row["_prompt"][-1]["role"] == "user", row
            assert all(answer["content"] for answer in row["_response"]), row
        systems = sum(1 for row in data if row["_system"])
        return f"{len(data)} pairs aligned, {systems} with a system prompt, none skipped"

    versions("llamafactory", "torch", "transformers", "datasets")
    check("LLaMA-Factory's loader finds dataset_info.json and aligns llama-factory", work)


def axolotl():
    from axolotl.prompt_strategies import chat_template
    from axolotl.prompt_strategies.dpo import load as load_preference
    from axolotl.utils.dict import DictDefault

    def preference():
        entry = {"type": "chat_template.default", "field_messages": "prompt", "field_chosen": "chosen", "field_rejected": "rejected"}
        transform, _ = load_preference("chat_template.default", DictDefault({"chat_template": "chatml", "datasets": [entry]}), dataset_idx=0)
        data = load("trl-preference")
        made = tokenizer()
        for row in data:
            text = transform(row, tokenizer=made)
            assert row["chosen"][0]["content"].strip()[:20] in text["chosen"], text
            assert row["rejected"][0]["content"].strip()[:20] in text["rejected"], text
            assert row["prompt"][-1]["content"] in text["prompt"], text
        return f"{len(data)} pairs by chat_template.default with field_messages: prompt"

    def finetuning():
        settings = DictDefault({"chat_template": "chatml", "sequence_len": 2048, "train_on_inputs": False})
        strategy = chat_template.load(tokenizer(), settings, DictDefault({"field_messages": "messages"}))
        data = load("trl-sft")
        tokens = [len(strategy.tokenize_prompt(row)["input_ids"]) for row in data]
        assert all(tokens)
        return f"{len(data)} conversations by chat_template, {sum(tokens)} tokens"

    versions("axolotl", "torch", "transformers", "datasets")
    check("Axolotl's chat_template.default (DPO) reads trl-preference", preference)
    check("Axolotl's chat_template (SFT) reads trl-sft", finetuning)


{"hugging-face": hugging_face, "llama-factory": llama_factory, "axolotl": axolotl}[program]()
sys.exit(1 if failed else 0)
