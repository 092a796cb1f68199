"""Prompt files: what they become, and how a mistake in one is told."""

import pytest

from assistant.errors import InputError, ProblemsError
from assistant.model import Prompt, read_prompt

FRONT = "---\npurpose: Writes a body\nvariables:\n- points\n- tone\noutput: prose\ntemperature: 0.3\n---\n"
BODY = """{% block system %}
{% include "_house-rules.md" %}
{% endblock %}

{% block user %}
Points:
{% for point in points %}
- {{ point }}
{% endfor %}
{% endblock %}
"""
FILES = {"prompts/draft.md": FRONT + BODY, "prompts/_house-rules.md": "Write in a {{ tone }} tone.\n"}


def read(**files: str) -> Prompt:
    """The draft prompt; `draft`, `rules` replace its files."""
    changed = {"draft": "prompts/draft.md", "rules": "prompts/_house-rules.md"}
    store = FILES | {changed[name]: text for name, text in files.items()}

    def text(path: str) -> str:
        if path not in store:
            raise FileNotFoundError(path)
        return store[path]

    return read_prompt("draft", text)


def problems(**files: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(ProblemsError) as raised:
        read(**files)
    return [(problem.file, problem.line, problem.key) for problem in raised.value.problems]


def test_a_prompt_becomes_a_system_and_a_user_message() -> None:
    prompt = read()
    assert (prompt.purpose, prompt.output, prompt.temperature) == ("Writes a body", "prose", 0.3)
    assert prompt.variables == ("points", "tone")
    assert prompt.messages(points=["टैंकर", "42 ग्राम"], tone="formal") == [
        ("system", "Write in a formal tone."),
        ("user", "Points:\n- टैंकर\n- 42 ग्राम"),
    ]


def test_what_a_person_wrote_is_never_read_as_a_template() -> None:
    typed = "{{ tone }} {% endblock %} {# x #} <b>&"
    assert f"- {typed}" in read().messages(points=[typed], tone="formal")[1][1]


def test_values_that_the_prompt_does_not_declare_are_left_out() -> None:
    assert read().messages(points=[], tone="firm", secret="x")[0] == ("system", "Write in a firm tone.")


def test_a_declared_variable_without_a_value_is_told() -> None:
    with pytest.raises(InputError) as raised:
        read().messages(points=[])
    assert (raised.value.key, raised.value.values) == ("error.prompt.missing", {"prompt": "draft", "variable": "tone"})


def test_a_value_that_has_not_what_the_template_asks_of_it_is_told() -> None:
    prompt = read(draft=FILES["prompts/draft.md"].replace("{{ point }}", "{{ point.amount }}"))
    with pytest.raises(InputError) as raised:
        prompt.messages(points=["टैंकर"], tone="firm")
    assert raised.value.key == "error.prompt.template"


def test_the_id_holds_a_hash_of_the_file_and_of_what_it_includes() -> None:
    id = read().id
    assert id.startswith("draft@")
    assert len(id) == len("draft@") + 6
    assert id == read().id
    assert id != read(draft=FILES["prompts/draft.md"] + "\n").id
    assert id != read(rules="Write in a very {{ tone }} tone.\n").id


def test_the_longest_answer_may_be_said() -> None:
    assert read(draft="---\nmax_tokens: 900\n" + FILES["prompts/draft.md"][4:]).max_tokens == 900


def test_a_prompt_that_is_not_there_is_not_found() -> None:
    def nothing(path: str) -> str:
        raise FileNotFoundError(path)

    with pytest.raises(FileNotFoundError):
        read_prompt("draft", nothing)


DRAFT = "prompts/draft.md"


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"draft": FILES[DRAFT].replace("points %}", "pionts %}")}, [(15, "undeclared"), (4, "unused")]),
        ({"draft": FILES[DRAFT].replace("- tone\n", "- tone\n- deadline\n")}, [(6, "unused")]),
        ({"draft": BODY}, [(1, "front")]),
        ({"draft": FRONT + "{% block system %}{{ points }}{{ tone }}{% endblock %}"}, [(None, "block")]),
        ({"draft": FILES[DRAFT].replace("{% endfor %}", "")}, [(18, "template")]),
        ({"draft": FILES[DRAFT].replace("_house", "_home")}, [(10, "template")]),
    ],
)
def test_a_mistake_is_told_with_its_line(files: dict[str, str], found: list[tuple[int | None, str]]) -> None:
    assert problems(**files) == [(DRAFT, line, f"error.prompt.{key}") for line, key in found]


def test_a_mistake_in_an_included_file_names_that_file() -> None:
    found = problems(rules="\nWrite for {{ reader }} in a {{ tone }} tone.")
    assert found == [("prompts/_house-rules.md", 2, "error.prompt.undeclared")]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("temperature: 0.3", "temperature: warm", 7),
        ("temperature: 0.3", "temperature: 9", 7),
        ("output: prose", "output: prose\ncolour: red", 7),
        ("- points\n- tone\n", "- points: [\n", 6),
    ],
)
def test_front_matter_that_is_wrong_is_told_with_its_line(old: str, new: str, line: int) -> None:
    assert (DRAFT, line) in [(file, at) for file, at, _ in problems(draft=FILES[DRAFT].replace(old, new))]
