#!/usr/bin/env python3
"""FEBRL 3 (or 1, 2) by a peer: recordlinkage with several blockings and its unsupervised ECM classifier, or Splink with the
comparisons, blocking rules and training that its documentation uses for these sets.

    peer.py recordlinkage|splink FILE.csv [--ignore soc_sec_id]

Prints one line of JSON: F1 at the peer's own default threshold, at the best threshold by the truth (an upper bound no user can
reach), and the seconds of the linkage alone: neither starting nor reading the file. Truth and scoring are as in
crates/matching/examples/febrl/truth.rs: the number in a record's name says whose it is.
"""
import argparse
import json
import logging
import time
import warnings
from collections import defaultdict
from itertools import combinations

import pandas as pd

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
NUMBER = "soc_sec_id"


def read(path):
    table = pd.read_csv(path, dtype=str, skipinitialspace=True, keep_default_na=False)
    table.columns = [name.strip() for name in table.columns]
    table = table.set_index("rec_id")
    return table.astype(object).where(table != "", None)


def truth(table):
    bearers = defaultdict(list)
    for record in table.index:
        bearers[record.split("-")[1]].append(record)
    return {tuple(sorted(pair)) for same in bearers.values() for pair in combinations(same, 2)}


def f1(pairs, right):
    found = {tuple(sorted(pair)) for pair in pairs}
    hits = len(found & right)
    return 2 * hits / (len(found) + len(right)) if hits else 0.0


def best(scored, right):
    """The best F1 that any threshold gives."""
    scored = sorted(((score, tuple(sorted((a, b))) in right) for score, a, b in scored), reverse=True)
    most, hits = 0.0, 0
    for at, (score, hit) in enumerate(scored, 1):
        hits += hit
        if at == len(scored) or scored[at][0] != score:
            most = max(most, 2 * hits / (at + len(right)))
    return most


def recordlinkage(table, without_number):
    import recordlinkage as rl

    began = time.perf_counter()
    index = rl.Index()
    for field in ("given_name", "surname", "date_of_birth", "postcode", NUMBER):
        if not (without_number and field == NUMBER):
            index.block(field)
    candidates = index.index(table)
    compare = rl.Compare()
    for field in ("given_name", "surname"):
        compare.string(field, field, method="jarowinkler", threshold=0.85, label=field)
    compare.string("address_1", "address_1", threshold=0.85, label="address_1")
    for field in ("date_of_birth", "suburb", "state", "postcode", "street_number", NUMBER):
        if not (without_number and field == NUMBER):
            compare.exact(field, field, label=field)
    features = compare.compute(candidates, table)
    matches = rl.ECMClassifier().fit_predict(features.round().astype(int))
    took = time.perf_counter() - began
    scored = ((score, a, b) for (a, b), score in features.sum(axis=1).items())
    return took, list(matches), scored


def splink(table, without_number):
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    number = [] if without_number else [NUMBER]
    if without_number:
        table = table.drop(columns=NUMBER)
    swapped = "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth"
    certain = [block_on(n) for n in number] + [block_on("given_name", "surname", "date_of_birth"), swapped]
    frequency = {"term_frequency_adjustments": True}
    began = time.perf_counter()
    settings = SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on(field) for field in [*number, "given_name", "surname", "date_of_birth", "postcode"]
        ],
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison(
                "date_of_birth", input_is_string=True, datetime_format="%Y%m%d", invalid_dates_as_null=True
            ),
            *[cl.DamerauLevenshteinAtThresholds(n, [2]) for n in number],
            cl.ExactMatch("street_number").configure(**frequency),
            cl.ExactMatch("postcode").configure(**frequency),
        ],
    )
    database = DuckDBAPI()
    linker = Linker(database.register(table.reset_index()), settings)
    training = linker.training
    training.estimate_probability_two_random_records_match(certain, recall=0.6 if without_number else 0.9)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=2)
    for field in ("date_of_birth", "postcode"):
        training.estimate_parameters_using_expectation_maximisation(block_on(field))
    predicted = linker.inference.predict(threshold_match_probability=0.0001)
    took = time.perf_counter() - began
    rows = predicted.as_pandas_dataframe() if hasattr(predicted, "as_pandas_dataframe") else predicted.as_duckdbpyrelation().df()
    pairs = list(zip(rows["rec_id_l"], rows["rec_id_r"]))
    likely = [pair for pair, p in zip(pairs, rows["match_probability"]) if p >= 0.5]
    scored = ((weight, a, b) for weight, (a, b) in zip(rows["match_weight"], pairs))
    return took, likely, scored


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("peer", choices=["recordlinkage", "splink"])
    asked.add_argument("file")
    asked.add_argument("--ignore", choices=[NUMBER])
    asked = asked.parse_args()
    table = read(asked.file)
    right = truth(table)
    link = {"recordlinkage": recordlinkage, "splink": splink}[asked.peer]
    took, found, scored = link(table, asked.ignore is not None)
    said = {"f1": round(f1(found, right), 4), "best": round(best(scored, right), 4), "seconds": round(took, 2)}
    print(json.dumps(said))


if __name__ == "__main__":
    main()
