from __future__ import annotations

import pytest

from streamt.docs import addresses


@pytest.mark.parametrize("name", ["payments_clean", "A", "a-b_c", "x1"])
def test_a_plain_name_is_its_own_address(name: str) -> None:
    assert addresses.slug(name) == name


@pytest.mark.parametrize("name", ["..", "a/b", "", "é", "con", "x" * 200, "a b", "_x", ".hidden", "a.b", "\x00"])
def test_any_other_name_gets_one_that_every_disk_can_hold(name: str) -> None:
    slug = addresses.slug(name)
    assert slug
    assert len(slug) <= 90
    assert set(slug) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    assert slug != name


def test_names_that_differ_by_case_alone_do_not_meet_on_a_disk_that_ignores_it() -> None:
    slugs = addresses.slugs(["Team", "team", "other"])
    assert len({slug.lower() for slug in slugs.values()}) == 3
    assert slugs["other"] == "other"


def test_names_that_only_unsafe_characters_tell_apart() -> None:
    slugs = addresses.slugs(["a b", "a/b", "a-b"])
    assert len({slug.lower() for slug in slugs.values()}) == 3


@pytest.mark.parametrize(("uri", "href", "root"), [("index.md", "index.html", ""), ("a/b/index.md", "a/b/index.html", "../../")])
def test_the_way_to_a_page_and_back(uri: str, href: str, root: str) -> None:
    assert addresses.href(uri) == href
    assert addresses.root(uri) == root
