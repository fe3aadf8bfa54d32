#!/usr/bin/env python3
"""Measures ways of learning on data they never saw: tweets by their published folds, gambling by brand.

    python3 bench/learning/run.py folds  DATA WORK     hate speech and the 12 labels of the tweets, four folds
    python3 bench/learning/run.py brands DATA WORK     gambling of brands that were held back
    python3 bench/learning/run.py stance DATA WORK     promotes, mentions or neither, where a set's kind says which

DATA is the folder of the public sets, WORK an empty one for models and splits. Nothing but ./ronda learns or judges
here; this file cuts the data, writes recipes and adds up. Made for bench/reports/learning.md (decision 006).
"""
import collections
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(path, some):
    with open(path, "w", encoding="utf-8") as out:
        for row in some:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def ronda(*arguments, root=ROOT):
    done = subprocess.run(
        ["./ronda", *arguments], cwd=root, capture_output=True, text=True, env=dict(os.environ, RONDA_HEAP="4g"))
    if done.returncode not in (0, 2):
        sys.exit(done.stderr)
    return done.stdout


def drawn(text, parts):
    """Which part a text falls into, by its letters: the same on every machine."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % parts


# ---- tweets, by their published folds ----

LABELS = "learnt"
# As categories, so that the whole patrol can say how sure it is of each.
TWO = {"hate_speech": "hate", "abusive": "abuse"}


def folds(data, work):
    tweets = rows(f"{data}/hate-abuse-tweets.jsonl")
    for row in tweets:
        row[LABELS] = [label for label in row["labels"] if label != "benign"]
        row["two"] = [TWO[label] for label in row["labels"] if label in TWO]
    unlabelled = [
        {"id": row["id"], "text": row["text"]}
        for name in ("pornography-sara-forum", "benign-reviews", "benign-headlines")
        for row in rows(f"{data}/{name}.jsonl")
    ]
    shutil.rmtree(f"{work}/root", ignore_errors=True)
    subprocess.run(["cp", "-a", ROOT, f"{work}/root"], check=True)
    whole, ways = [], collections.defaultdict(list)
    for fold in ("fold1", "fold2", "fold3", "fold4"):
        learn = [row for row in tweets if row["orig_split"] != fold]
        write(f"{work}/test.jsonl", [row for row in tweets if row["orig_split"] == fold])
        whole.append(learnt(learn, LABELS, work, "whole"))
        ways["as it is"].append(learnt(learn, "two", work, "plain"))
        sure = sure_of(unlabelled, work)
        ways["harmless rows that a model of the other half calls hateful, three times"].append(
            learnt(learn + 2 * hard(learn, work), "two", work, "hard"))
        ways[f"and {len(sure):,} texts of other sources that it is sure of"].append(
            learnt(learn + sure, "two", work, "more"))
        print(fold, whole[-1]["hate_speech"]["f1"], [found[-1]["hate"]["f1"] for found in ways.values()], file=sys.stderr)
    labels = whole[0].keys()
    print("| 12 labels, four folds | |\n|---|---|")
    print(f"| hate speech, F1 | {sum(fold['hate_speech']['f1'] for fold in whole) / 4:.3f} |")
    print(f"| macro-F1 | {sum(fold[label]['f1'] for fold in whole for label in labels) / 4 / len(labels):.3f} |")
    print(f"| calibration error, worst label and fold | {max(fold[label]['calibrationError'] for fold in whole for label in labels):.3f} |\n")
    print("| two labels, learnt from | hate speech, F1 | abusive, F1 |\n|---|---|---|")
    for way, found in merged(ways).items():
        hate, abuse = (sum(fold[label]["f1"] for fold in found) / len(found) for label in ("hate", "abuse"))
        print(f"| {way} | {hate:.3f} | {abuse:.3f} |")


def merged(ways):
    """How many texts it is sure of differs by fold: one line for all of them."""
    together = collections.defaultdict(list)
    for way, found in ways.items():
        together["and texts of other sources that it is sure of" if way.startswith("and ") else way] += found
    return together


def learnt(learn, labels, work, name):
    write(f"{work}/learn.jsonl", learn)
    ronda("train", "--data", f"{work}/learn.jsonl", "--labels", labels, "--folds", "0", "--out", f"{work}/{name}")
    told = ronda(
        "evaluate", "--data", f"{work}/test.jsonl", "--labels", labels, "--model", f"{work}/{name}", "--json")
    return json.loads(told)["labels"]


def hard(learn, work):
    """Harmless rows that a model of the other half calls hateful."""
    wrong = []
    for half in (0, 1):
        write(f"{work}/learn.jsonl", [row for row in learn if drawn(row["text"], 2) != half])
        ronda("train", "--data", f"{work}/learn.jsonl", "--labels", "two", "--folds", "0", "--out", f"{work}/half")
        others = [row for row in learn if drawn(row["text"], 2) == half and "hate" not in row["two"]]
        wrong += [row for row, score in zip(others, scored(others, "half", work)) if score["hate"] >= 0.5]
    return wrong


def sure_of(unlabelled, work):
    """Texts that the model is sure of, with its word as their labels; three harmless ones to a hateful one."""
    hateful, harmless = [], []
    for row, score in zip(unlabelled, scored(unlabelled, "plain", work)):
        said = [label for label in ("hate", "abuse") if score[label] >= 0.95]
        if said:
            hateful.append({**row, "two": said})
        elif max(score["hate"], score["abuse"]) <= 0.01:
            harmless.append({**row, "two": []})
    return hateful + harmless[: 3 * len(hateful)]


def scored(some, model, work):
    """How sure one model is of hate and of abuse, by a copy of the checkout that has no other."""
    models = f"{work}/root/models"
    for name in os.listdir(models):
        if os.path.isdir(f"{models}/{name}"):
            shutil.rmtree(f"{models}/{name}")
    shutil.copytree(f"{work}/{model}", f"{models}/{model}")
    write(f"{work}/asked.jsonl", [{"id": row["id"], "text": row["text"]} for row in some])
    ronda("identify", f"{work}/asked.jsonl", "--out", f"{work}/told.jsonl", root=f"{work}/root")
    return [row["scores"] for row in rows(f"{work}/told.jsonl")]


# ---- gambling, by brand ----


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


def brands(data, work):
    names = [line.strip() for line in open(f"{data}/gambling-brands.txt", encoding="utf-8") if line.strip()]
    held = {name for name in names if drawn(name, 3) == 0}
    root = f"{work}/root"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["cp", "-a", ROOT, root], check=True)
    without_held(f"{root}/lexicons/gambling-brands.tsv", {plain(name) for name in held})
    folder = f"{work}/data"
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(data):
        if os.path.isfile(f"{data}/{name}"):
            shutil.copy(f"{data}/{name}", f"{folder}/{name}")
    with open(f"{folder}/gambling-brands.txt", "w", encoding="utf-8") as out:
        out.writelines(name + "\n" for name in names if name not in held)
    comments = rows(f"{data}/gambling-youtube.jsonl")
    known = {plain(name) for name in names} - {plain(name) for name in held}
    new = {plain(name) for name in held}
    test, learn = [], []
    for row in comments:
        letters = plain(row["text"])
        names_new = any(name in letters for name in new)
        if row["categories"]:
            if names_new and not any(name in letters for name in known):
                test.append(row)
            elif not names_new:
                learn.append(row)
        elif drawn(row["text"], 3) == 0:
            test.append(row)
        else:
            learn.append(row)
    write(f"{folder}/gambling-youtube.jsonl", learn)
    write(f"{work}/test.jsonl", test)
    recipe = f"{root}/models/umum/recipe.json"
    with open(recipe, encoding="utf-8") as read:
        told = json.load(read)
    for public in told["publicSets"]:
        with open(f"{folder}/{public['file']}", "rb") as read:
            public["sha256"] = hashlib.sha256(read.read()).hexdigest()
    with open(recipe, "w", encoding="utf-8") as out:
        json.dump(told, out)
    ronda("train", "--recipe", recipe, "--data-dir", folder, "--folds", "0", "--out", f"{work}/umum", root=root)
    shutil.copy(f"{work}/umum/model.ronda", f"{root}/models/umum/model.ronda")
    ronda("identify", f"{work}/test.jsonl", "--out", f"{work}/found.jsonl", root=root)
    told = rows(f"{work}/found.jsonl")
    truth = [bool(row["categories"]) for row in test]
    found = [any(finding["category"] == "gambling" for finding in row["findings"]) for row in told]
    scores = [row["scores"]["gambling"] for row in told]
    print(f"{len(held)} of {len(names)} brands held back: {sum(truth):,} adverts of them, {truth.count(False):,} harmless comments\n")
    print("| judged by | precision | recall | F1 | false-positive rate |\n|---|---|---|---|---|")
    line("the whole patrol", truth, found)
    line("score at 0.5", truth, [score >= 0.5 for score in scores])
    for rate in (0.0015, 0.001):
        harmless = sorted((s for s, harm in zip(scores, truth) if not harm), reverse=True)
        least = harmless[int(rate * len(harmless))]
        line(f"score above {least:.3f}, set on the test itself for a rate of {rate}", truth, [s > least for s in scores])


# ---- stance ----


def stance(data, work):
    """Whole sets have one stance: who was collected as an advert promotes, who was asked about gambling mentions."""
    some = [{**row, "stance": "mentions", "source": "people and press about gambling"}
            for row in rows(f"{data}/benign-gambling-talk.jsonl")]
    for name, source in (("gambling-crosscheck", "gambling adverts, other crawls"), ("scam-sms", "fraud SMS"),
                         ("prostitution-tweets", "prostitution, hashtags out")):
        for row in rows(f"{data}/{name}.jsonl"):
            if row["categories"]:
                text = re.sub(r"#\w+", " ", row["text"]) if name.startswith("prostitution") else row["text"]
                some.append({**row, "text": text, "stance": "promotes", "source": source})
    for name in ("third", "fourth"):
        for row in rows(f"{ROOT}/tool/src/test/resources/made-up/{name}.jsonl"):
            some.append({**row, "source": f"made up: {name}"})
    write(f"{work}/stance.jsonl", some)
    print(ronda("evaluate", "--data", f"{work}/stance.jsonl"))


def without_held(lexicon, held):
    with open(lexicon, encoding="utf-8") as read:
        lines = read.readlines()
    with open(lexicon, "w", encoding="utf-8") as out:
        out.writelines(line for line in lines if plain(line.split("\t")[0]) not in held)


def line(what, truth, said):
    hits = sum(a and b for a, b in zip(truth, said))
    precision = hits / max(1, sum(said))
    recall = hits / sum(truth)
    wrong = sum(b and not a for a, b in zip(truth, said)) / truth.count(False)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"| {what} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {wrong:.4f} |")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("folds", "brands", "stance"):
        sys.exit(__doc__)
    os.makedirs(sys.argv[3], exist_ok=True)
    {"folds": folds, "brands": brands, "stance": stance}[sys.argv[1]](os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3]))
