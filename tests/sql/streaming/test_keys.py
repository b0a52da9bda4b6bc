"""Keys through projections: places of columns, twins and copies."""

from __future__ import annotations

from streamt.coltypes import STRING
from streamt.sql.bind.terms import Column
from streamt.sql.streaming.keys import carried, own, places, renumbered, twin


def columns(*ids: int) -> tuple[Column, ...]:
    return tuple(Column(f"c{id}", STRING, id) for id in ids)


def keys(*found: set[int]) -> frozenset[frozenset[int]]:
    return frozenset(map(frozenset, found))


def test_a_column_that_comes_again_goes_by_its_twin() -> None:
    assert list(places(columns(1, 2, 1, 1))) == [1, 2, twin(1, 1), twin(1, 2)]
    assert {own(place) for place in (7, twin(7, 1), twin(7, 2))} == {7}
    assert own(-5) == -5


def test_a_key_goes_with_a_column_that_is_left_out() -> None:
    assert carried(keys({1, 2}, {3}), columns(1, 3), {}) == keys({3})


def test_a_key_of_each_place() -> None:
    assert carried(keys({1}), columns(1, 2, 1), {}) == keys({1}, {twin(1, 1)})


def test_the_places_of_all_columns_are_taken_in_turn() -> None:
    assert carried(keys({1, 2}), columns(1, 2, 1, 9), {9: 2}) == keys({1, 2}, {twin(1, 1), 9})


def test_twins_of_one_key_stay_themselves() -> None:
    pair = keys({1, twin(1, 1)})
    assert carried(pair, columns(1, 1), {}) == pair
    assert carried(pair, columns(1, 2), {}) == keys()
    assert carried(pair, columns(1, 1, 9), {9: twin(1, 1)}) == keys({1, twin(1, 1)}, {1, 9})


def test_the_key_of_a_single_row_is_of_no_column() -> None:
    assert carried(keys(set()), columns(5), {}) == keys(set())


def test_twins_are_renumbered_as_their_column() -> None:
    assert renumbered(keys({1, twin(1, 1)}, {2}), {1: 11}) == keys({11, twin(11, 1)})
