"""Whatever is done to a query: a tree, or one located error."""

from __future__ import annotations

import random

import pytest

from streamt.sql.lexer import canonical_text, tokenize
from streamt.sql.parse import SqlSyntaxError, parse_query
from streamt.sql.words import RESERVED
from tests.sql.parse.cases import all_cases

QUERIES = [case.sql for case in all_cases()]
SYMBOLS = "( ) [ ] { } , . ; + - * / % = <> < > || ? : | ^ => /*+ */ -- 'a' `b` \" ' ` x 1 1.5 é 한 \0"
PIECES = (*sorted(RESERVED), *SYMBOLS.split(" "))
ROUNDS = 3000


def mutated(rng: random.Random, sql: str) -> str:
    """One to three pieces dropped, doubled, swapped, replaced or put in."""
    tokens = tokenize(sql)
    words = list(tokens.texts)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(words)) if words else 0
        kind = rng.randrange(6)
        if kind == 0 and words:
            del words[at]
        elif kind == 1 and words:
            words.insert(at, words[at])
        elif kind == 2 and words:
            other = rng.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        elif kind == 3 and words:
            words[at] = rng.choice(PIECES)
        elif kind == 4:
            words.insert(at, rng.choice(PIECES))
        else:
            donor = tokenize(rng.choice(QUERIES)).texts
            cut = rng.randrange(len(donor))
            words[at:at] = donor[cut : cut + rng.randint(1, 5)]
    return " ".join(words)


def check(sql: str) -> None:
    error = error_of(sql)
    if error is not None:
        assert error.message
        assert 0 <= error.start <= error.end <= max(len(sql), 1)
        assert error.start < error.end or not sql.strip()


def error_of(sql: str) -> SqlSyntaxError | None:
    try:
        parse_query(sql)
    except SqlSyntaxError as error:
        return error
    return None


@pytest.mark.parametrize("seed", range(5))
def test_mutated_queries_never_crash(seed: int):
    rng = random.Random(seed)
    for _ in range(ROUNDS // 5):
        check(mutated(rng, rng.choice(QUERIES)))


def test_cut_queries_never_crash():
    for sql in QUERIES:
        for end in range(0, len(sql), 7):
            check(sql[:end])


def test_random_characters_never_crash():
    rng = random.Random(7)
    for _ in range(500):
        check(
            "".join(
                rng.choice("SELECT ab'`\"()[]{}<>=!|&*/+-.,;:?$1é\n\t\0") for _ in range(rng.randint(0, 40))
            )
        )


def test_tokens_cover_the_text_and_its_canonical_form_is_stable():
    for sql in QUERIES:
        tokens = tokenize(sql)
        assert [sql[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.texts
        once = canonical_text(sql)
        assert canonical_text(once) == once
