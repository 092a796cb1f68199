"""Learns the weights of assistant/checks/learnt.py from the marked sentences beside this file, and says how well it did.

<code>.<language>.txt has one sentence a line: "+ " before one that is the fault, "- " before one that is near it and is none; honest.*
has sentences of all kinds that are none. The sentences of the good papers of bench/papers are none either; those of
bench/faults are faults. Each code has a linear support vector machine. From which sum on a sentence is a fault is set on sentences
that were kept back, each third in its turn: so that of good papers one in 1,000 is.

    make learn      writes assistant/checks/data/learnt.tsv: some minutes, and scikit-learn, which it fetches
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import sqrt
from pathlib import Path
from zlib import crc32

import review
from sklearn.feature_extraction import DictVectorizer
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from assistant.checks.finding import words
from assistant.checks.learnt import DATA, LEAST, SUBJECT, signs
from assistant.checks.phrases import sentences
from assistant.forms.document import Document
from assistant.forms.reader import read
from assistant.messages import LANGUAGES
from assistant.settings import STATES

HERE = Path(__file__).parent

FOLDS = 3
ALARMS, SUBJECTS = 1000, 400
"""One of so many sentences of good papers may be told, and one of so many of their subjects."""
KEPT = 6000
"""So many signs of each code weigh enough to be kept."""
CASES = 6
"""A sentence of a code's own cases weighs as much as so many others: it was put there for being hard to tell."""
FAULTS_WEIGH = 4.0
"""A fault weighs as much as so many honest sentences: there are far fewer."""


def marked(name: str, sign: str) -> list[str]:
    found = [
        line for path in sorted(HERE.glob(f"{name}.*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [line[2:] for line in found if line.startswith(sign)]


def told(document: Document) -> Iterator[tuple[str, int, int]]:
    """The sentences of a paper, each with its part."""
    for line in document.lines:
        for start, end in sentences(document.source.plain, line):
            yield line.part, start, end


def documents() -> Iterator[Document]:
    """All good papers, and the examples of all forms as each state has them."""
    library = review.assistant().library
    for paper in review.papers().values():
        yield read(paper.text, library.form(paper.form), paper.language)
    for form in library.forms.values():
        for language, state in product(LANGUAGES, STATES):
            yield library.templates.render(library.example(form, language), language, state)


def good(of_subjects: bool) -> list[str]:
    """The subjects of all good papers, or all other sentences of them, each once."""
    found = (
        document.source.plain[start:end]
        for document in documents()
        for part, start, end in told(document)
        if (part == "subject") == of_subjects
    )
    return list(dict.fromkeys(found))


def of_faults(code: str) -> list[str]:
    """The sentences of the bench that have a fault of this code."""
    return [
        fault.paper.text[start:end]
        for fault in review.faults(review.papers(), [code])
        for _, start, end in told(
            read(fault.paper.text, review.assistant().library.form(fault.paper.form), fault.paper.language)
        )
        if fault.span and start < fault.span[1] and fault.span[0] < end
    ]


def of_cases(code: str, kind: str) -> list[str]:
    """The sentences of a code's own cases: of those that pass, and of those that are a fault where it is quoted."""
    found = []
    for case in words(code).get(kind, []):
        texts = [case.get("prose", ""), case.get("text", ""), case.get("with", {}).get("subject", "")]
        pieces = [piece for text in texts for piece in re.split(r"(?<=[।.?!])\s|\n", text) if piece]
        found += [piece for piece in pieces if kind == "pass" or len(pieces) == 1 or case.get("quote", "\n") in piece]
    return found


class Learnt:
    """One code's machine."""

    def __init__(self, faults: Iterable[str], honest: Iterable[str]) -> None:
        bad, fine = [one for one in map(shown, faults) if one], [one for one in map(shown, honest) if one]
        self.signs = DictVectorizer()
        rows = normalize(self.signs.fit_transform(bad + fine))
        self.machine = LinearSVC(C=1.0, class_weight={1: FAULTS_WEIGH, 0: 1.0}, random_state=0)
        self.machine.fit(rows, [1] * len(bad) + [0] * len(fine))
        weights = sorted(
            zip(self.machine.coef_[0], self.signs.feature_names_, strict=True), key=lambda one: (-abs(one[0]), one[1])
        )
        self.weights = {sign: round(1000 * weight) for weight, sign in weights[:KEPT]}

    def sum(self, sentence: str) -> float:
        seen = shown(sentence)
        return sum(self.weights.get(sign, 0) for sign in seen) / sqrt(len(seen)) if seen else -1e9


def shown(sentence: str) -> dict[str, int]:
    return dict.fromkeys(sorted(signs(sentence, 0, len(sentence))), 1)


def main() -> None:
    codes = sorted({path.name.rsplit(".", 2)[0] for path in HERE.glob("*.txt")} - {"honest"})
    honest = [one for name in (*codes, "honest") for one in marked(name, "- ")]
    honest += CASES * [one for code in codes for one in of_cases(code, "pass")]
    least: dict[str, int] = {}
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    subjects, others = good(of_subjects=True), good(of_subjects=False)
    for code in codes:
        papers = subjects if code == SUBJECT else others
        faults = list(dict.fromkeys(marked(code, "+ ") + of_faults(code)))
        cases = CASES * of_cases(code, "catch")
        kept_good, kept_bad = [], []
        for fold in range(FOLDS):
            part = Learnt(
                (*(one for n, one in enumerate(faults) if n % FOLDS != fold), *cases),
                (*(one for n, one in enumerate(papers) if n % FOLDS != fold), *honest),
            )
            kept_good += [part.sum(one) for one in papers[fold::FOLDS]]
            kept_bad += [part.sum(one) for one in faults[fold::FOLDS]]
        least[code] = round(
            sorted(kept_good, reverse=True)[len(kept_good) // (SUBJECTS if code == SUBJECT else ALARMS)]
        )
        print(
            f"{code:24} {sum(one > least[code] for one in kept_bad)} of {len(kept_bad)} kept back are found", flush=True
        )
        for sign, weight in Learnt([*faults, *cases], [*papers, *honest]).weights.items():
            weights[sign][codes.index(code)] = weight
    lines = [f"{LEAST}\t{code}\t{least[code]}" for code in codes]
    lines += [
        f"{sign}\t" + " ".join(f"{at}:{weight}" for at, weight in sorted(of.items()))
        for sign, of in sorted(weights.items())
    ]
    texts = b"".join(path.read_bytes() for path in sorted(HERE.glob("*.txt")))
    DATA.write_text("\n".join((f"# bench/marked {crc32(texts):08x}", *lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
