from __future__ import annotations

import json

import pytest

from streamt.docs import safe


@pytest.mark.parametrize(
    "text",
    ["https://example.com/a?b=c#d", "http://example.com", "HTTPS://EXAMPLE.COM", "mailto:team@example.com"],
)
def test_an_address_a_reader_may_be_sent_to(text: str) -> None:
    assert safe.url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\x01javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.com", "/relative", "", "https://a\nb", "${BASE}/x", None,
    ],
)  # fmt: skip
def test_an_address_that_is_shown_and_not_linked(text: str | None) -> None:
    assert safe.url(text) is None


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, ""),
        ("  \n ", ""),
        ("One line", "<p>One line</p>"),
        ("One\n\nTwo\r\n\r\nThree", "<p>One</p><p>Two</p><p>Three</p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("a `b < c` d", "<p>a <code>b &lt; c</code> d</p>"),
        ("**not** *a* problem", "<p><strong>not</strong> <em>a</em> problem</p>"),
        ("customer_id and order_id stay", "<p>customer_id and order_id stay</p>"),
        ("2*3*4 stays", "<p>2*3*4 stays</p>"),
        ("[here](https://x.example/a)", '<p><a href="https://x.example/a" rel="noopener noreferrer">here</a></p>'),
        ("see https://x.example", '<p>see <a href="https://x.example" rel="noopener noreferrer">https://x.example</a></p>'),
        ("[here](javascript:alert)", "<p>here</p>"),
        ('[x](https://x.example/"onclick="y)', '<p><a href="https://x.example/&#34;onclick=&#34;y" rel="noopener noreferrer">x</a></p>'),
        ("<b>bold</b> & more", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; more</p>"),
        ("**<i>x</i>**", "<p><strong>&lt;i&gt;x&lt;/i&gt;</strong></p>"),
        ("{: onclick=x }", "<p>{: onclick=x }</p>"),
    ],
)  # fmt: skip
def test_a_description(text: str | None, html: str) -> None:
    assert str(safe.prose(text)) == html


def test_a_description_of_any_length_is_cut() -> None:
    assert len(safe.prose("x" * 1_000_000)) < 21_000


@pytest.mark.parametrize("mark", ["`", "[", "*", "**", "[a](", "https://", "- ", "[a](b"])
def test_marks_that_never_close_cost_no_more_than_their_length(mark: str) -> None:
    assert safe.prose(mark * 20_000)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, ""),
        ("Short.\n\nMore.", "Short."),
        ("word " * 60, "word " * 27 + "word …"),
        ("see [this](https://x.example) `code`", "see this <code>code</code>"),
    ],
)
def test_a_description_in_a_table(text: str | None, html: str) -> None:
    assert str(safe.line(text)) == html


def test_sql_is_highlighted_and_escaped() -> None:
    html = str(safe.sql("SELECT '</code><script>' FROM {{ ref(\"x\") }}"))
    assert "&lt;/code&gt;&lt;script&gt;" in html
    assert '<span class="k">SELECT</span>' in html
    assert "<script" not in html


def test_data_in_a_script_cannot_end_it() -> None:
    value = {"a": "</script><!-- \u2028 & é"}
    text = safe.script("x", value).decode("ascii")
    assert "<" not in text
    assert json.loads(text.removeprefix("window.x = ").removesuffix(";\n")) == value
