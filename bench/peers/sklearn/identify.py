#!/usr/bin/env python3
"""A peer for `./ronda bench identify`: TF-IDF (character 2-5, word 1-2) and LinearSVC, in batches.

usage: identify.py TRAIN.jsonl POSTS.jsonl SECONDS

Trains on TRAIN (fields `text`, `categories`), then labels POSTS again and again for SECONDS on one
thread and prints `sklearn <version>` and posts per second of the median round.
Needs Debian's python3-sklearn.
"""
import json
import statistics
import sys
import time

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

BATCH = 1000


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main(train, posts, seconds):
    rows = read(train)
    texts = [row["text"] for row in read(posts)]
    labels = MultiLabelBinarizer().fit_transform([row["categories"] for row in rows])
    model = Pipeline([
        ("grams", FeatureUnion([
            ("char", TfidfVectorizer(analyzer="char", ngram_range=(2, 5), min_df=2, sublinear_tf=True)),
            ("word", TfidfVectorizer(analyzer="word", ngram_range=(1, 2), min_df=2, sublinear_tf=True)),
        ])),
        ("svm", OneVsRestClassifier(LinearSVC())),
    ])
    model.fit([row["text"] for row in rows], labels)
    rates = []
    until = time.monotonic() + seconds
    while time.monotonic() < until or len(rates) < 3:
        for start in range(0, len(texts), BATCH):
            batch = texts[start:start + BATCH]
            before = time.process_time()
            model.predict(batch)
            rates.append(len(batch) / (time.process_time() - before))
    print(f"sklearn {sklearn.__version__}\t{statistics.median(rates):.0f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
