import re
from html.parser import HTMLParser

import pytest

from assistant import files
from assistant.files.html import STYLE, page
from assistant.forms.document import LOOKS


class Reader(HTMLParser):
    """What a browser would find: tags with their attributes, and the words outside the head."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.inside.append(tag)
        if tag in ("p", "br"):
            self.words.append(" ")

    def handle_endtag(self, tag):
        assert self.inside.pop() == tag, "a tag is closed that wasn't the last to be opened"

    def handle_data(self, data):
        if "head" not in self.inside:
            self.words.append(data)


@pytest.mark.parametrize("name", ["letter", "mail", "hostile"])
def test_the_page_says_what_the_text_says(request, house, name):
    document = request.getfixturevalue(name)
    for source in page(document), files.write(document, ".html", house).decode():
        reader = Reader(source)
        assert "".join(reader.words).split() == document.text.split()
        assert reader.inside == []


def test_words_that_look_like_code_stay_words(hostile, house):
    tags = {tag for tag, _ in Reader(files.write(hostile, ".html", house).decode()).tags}
    assert tags == {"html", "head", "meta", "title", "style", "body", "article", "p", "span", "br"}


def test_each_line_is_a_paragraph_of_its_look(letter):
    found = [attributes["class"] for tag, attributes in Reader(page(letter)).tags if tag == "p"]
    assert found == [row.look for row in letter.rows()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (r"क्रमांक 118\tदिनांक 16.02.2026", '<span class="tab">क्रमांक 118</span>\t<span>दिनांक 16.02.2026</span>'),
        (r"क्रमांक ....\tदिनांक", '<span class="tab">क्रमांक <mark class="blank">....</mark></span>\t<span>दिनांक</span>'),
        ("क्रमांक 118", "क्रमांक 118"),
        ("राशि ₹........ मात्र", 'राशि ₹<mark class="blank">........</mark> मात्र'),
        ("और... बस", "और... बस"),
        (r"तहसीलदार,\nइछावर", "तहसीलदार,<br>इछावर"),
        ("""<b> & "दो" 'एक'""", "&lt;b&gt; &amp; &quot;दो&quot; &#x27;एक&#x27;"),
    ],
)
def test_a_line_becomes(paper, words, expected):
    assert f'<p class="number">{expected}</p>' in page(paper(f"number number | {words}"))


@pytest.mark.parametrize("name", ["letter", "mail"])
def test_a_screen_reader_is_told_the_language(request, house, name):
    document = request.getfixturevalue(name)
    tags = Reader(files.write(document, ".html", house).decode()).tags
    assert [attributes["lang"] for tag, attributes in tags if tag in ("html", "article")] == [document.language] * 2


def test_the_file_needs_nothing_from_outside(letter, house):
    source = files.write(letter, ".html", house).decode()
    assert '<meta charset="utf-8">' in source
    assert f"<title>{letter.title}</title>" in source
    assert not re.search(r"https?:|//|url\(|@import|<link|<script|src=", source)


def test_the_style_reaches_nothing_but_the_page():
    rules = re.sub(r"/\*.*?\*/|@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}|@media[^{]*", "", STYLE)
    selectors = [one.strip(" {}\n") for group in re.findall(r"[^{}]+(?=\{)", rules) for one in group.split(",")]
    assert len(selectors) > 20
    assert [selector for selector in selectors if selector and not selector.startswith(".a4")] == []


def test_the_style_names_no_look_that_there_is_not():
    named = set(re.findall(r"\.a4 \.([a-z-]+)", STYLE)) - {"tab", "blank", "pair"}
    assert named <= set(LOOKS)
    assert set(LOOKS) - named == {"addressee"}  # plain, as all text on the page
