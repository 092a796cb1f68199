"""Whether a law still applied is judged by the day of what happened; the laws are data, each with its date and source."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.checks import Case, law
from assistant.checks.law import laws
from assistant.forms.reader import read

ROWS = yaml.load((Path(law.__file__).parent / "data/laws.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


@pytest.fixture
def found(library):
    def quotes(text, language="hi", state="mp"):
        case = Case(read(text, library.form("letter"), language), library.form("letter"), state)
        return [case.text[spot.start : spot.end] for spot in law.superseded(case)]

    return quotes


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_law_has_its_date_its_source_and_what_came_instead(row):
    assert isinstance(row["from"], date)
    assert row["source"]
    assert set(row["now"]) == {"hi", "en"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_name_is_found_and_what_came_instead_is_not(found, row):
    state = row.get("state", "mp")
    for name in row["names"]:
        assert found(f"घटना दिनांक 05.05.2026 की है। {name} देखें।", state=state)
    for name in row["now"].values():
        assert not found(f"घटना दिनांक 05.05.2026 की है। {name} देखें।", state=state)
    assert laws().rows


@pytest.mark.parametrize("name", ["भा.द.सं.", "भा0द0सं0", "भा. दं. सं.", "भादंसं", "भारतीय दण्ड संहिता", "IPC", "I.P.C."])
def test_a_name_is_read_however_it_is_typed(found, name):
    assert found(f"दिनांक 05.05.2026 की घटना, धारा 420 {name} लगाई गई।")
    assert not found(f"दिनांक 05.05.2023 की घटना, धारा 420 {name} लगाई गई।")


def test_a_paper_without_any_date_is_let_pass(found):
    assert found("धारा 420 भा.दं.सं. लगाई गई।") == []
