"""Loads exports with the programs that people train with. Prints one line of JSON per check; exit code 1 if one fails."""

import importlib.metadata
import json
import os
import sys
import traceback

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import datasets
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast
from trl import data_utils

datasets.disable_progress_bars()
root = sys.argv[1]
failed = False


def manifest(name):
    with open(os.path.join(root, name, "manifest.json")) as file:
        return json.load(file)


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


def tokenizer():
    words = Tokenizer(models.WordLevel({"<unk>": 0}, unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    made = PreTrainedTokenizerFast(tokenizer_object=words, unk_token="<unk>")
    made.chat_template = (
        "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n"
        "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )
    return made


def rows_of(name):
    def work():
        data = load(name)
        expected = manifest(name)["counts"]["rows"]
        assert len(data) == expected, f"{len(data)} rows, the manifest says {expected}"
        return f"{len(data)} rows; columns {', '.join(data.column_names)}"

    return work


def templated(name):
    def work():
        data = load(name)
        assert data_utils.is_conversational(data[0]), "not seen as conversational"
        made = tokenizer()
        count = 0
        for row in data:
            text = data_utils.apply_chat_template(row, made)
            for key, value in text.items():
                if key in ("prompt", "chosen", "rejected", "completion", "text"):
                    assert isinstance(value, str) and (value or key == "prompt"), f"{key} is empty"
            count += 1
        return f"chat template applied to {count} rows"

    return work


def extracted():
    data = load("trl-preference-implicit").map(data_utils.maybe_extract_prompt)
    assert "prompt" in data.column_names
    assert all(row["prompt"] and row["chosen"] and row["rejected"] for row in data)
    return f"prompt found in {len(data)} rows"


def unpaired():
    data = data_utils.unpair_preference_dataset(load("trl-preference").remove_columns("margin"))
    assert len(data) == 2 * manifest("trl-preference")["counts"]["rows"]
    return f"{len(data)} rows of {', '.join(data.column_names)}"


def labels():
    data = load("trl-kto")
    assert data.features["label"].dtype == "bool", data.features["label"]
    return f"{sum(data['label'])} of {len(data)} labelled true"


for package in ("datasets", "trl", "transformers", "pyarrow"):
    print(json.dumps({"package": package, "version": importlib.metadata.version(package)}), flush=True)

for name in sorted(os.listdir(root)):
    if os.path.exists(os.path.join(root, name, "manifest.json")):
        check(f"datasets loads {name}", rows_of(name))
for name in ("trl-preference", "trl-preference-implicit", "trl-kto", "trl-sft"):
    check(f"trl.apply_chat_template on {name}", templated(name))
check("trl.maybe_extract_prompt on trl-preference-implicit", extracted)
check("trl.unpair_preference_dataset on trl-preference", unpaired)
check("labels of trl-kto are booleans", labels)
sys.exit(1 if failed else 0)
