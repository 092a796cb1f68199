"""Papers to write out, made by hand, for templates are another room's matter. People and numbers are invented."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.forms.document import Block, Document, Part

Paper = Callable[..., Document]

LETTER_HEAD = r"""
    letterhead letterhead-office | कार्यालय कलेक्टर
    letterhead letterhead-line | जिला सीहोर (म.प्र.)
    letterhead letterhead-end | दूरभाष 07562-000000, ई-मेल collector.sehore@example.in
    number number | क्रमांक/स्था./2026/118
    date+ number | सीहोर, दिनांक 16.02.2026
    addressee addressee | प्रति,
    addressee address | मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी,
    addressee address | जिला चिकित्सालय, सीहोर
    addressee address | कार्यपालन यंत्री,\nलोक स्वास्थ्य यांत्रिकी खंड, सीहोर
    subject label | विषय :-\tग्रीष्मकालीन पेयजल व्यवस्था के लिए टैंकर और चिकित्सा दल उपलब्ध कराने के संबंध में।
    reference label | संदर्भ :-\tसंचालनालय, भोपाल का पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026
    salutation salutation | महोदय,
"""
LETTER_FOOT = r"""
    subscription subscription | भवदीय,
    signature sign | (अ. ब. वर्मा)
    signature signature | कलेक्टर
    signature signature | जिला सीहोर, पंजी 9002
    endorsement number | पृ. क्रमांक/स्था./2026/119
    endorsement-date+ number | सीहोर, दिनांक ....................
    copies copies | प्रतिलिपि :-
    copies copy | 1.\tकमिश्नर, भोपाल संभाग, भोपाल की ओर सादर सूचनार्थ।
    copies copy | 2.\tमुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर की ओर सूचनार्थ।
    copies copy | 3.\tअनुविभागीय अधिकारी (राजस्व), इछावर की ओर आवश्यक कार्यवाही हेतु।
    copies copy | 4.\tजिला सूचना विज्ञान अधिकारी, सीहोर की ओर जिले के पोर्टल पर प्रकाशन हेतु।
    copies copy | 5.\tजिला जनसंपर्क अधिकारी, सीहोर की ओर समाचार पत्रों में निःशुल्क प्रकाशन हेतु।
    copies sign | कलेक्टर
    copies signature | जिला सीहोर
"""
PARAGRAPHS = [
    "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर सामान्य से नीचे गया है और 18 नल-जल योजनाएँ बंद हैं।",
    "इन ग्रामों में से 11 ग्राम ऐसे हैं जहाँ निकटतम पेयजल स्रोत दो किलोमीटर से अधिक दूरी पर है। ग्रामवार सूची संलग्न है।",
    "कार्यपालन यंत्री 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराएँ और प्रत्येक टैंकर का मार्ग तथा समय ग्राम पंचायत को लिखित में दें।",
    "टैंकर से जल का वितरण प्रातः 7 बजे से 10 बजे के बीच किया जाए और प्रत्येक फेरे की प्रविष्टि पंजी में की जाए।",
    "मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी प्रत्येक विकासखंड में एक चिकित्सा दल गठित करें जो जलजनित रोगों की साप्ताहिक रिपोर्ट दे।",
    "क्लोरीन की गोलियाँ और ओ.आर.एस. के पैकेट आशा कार्यकर्ताओं के पास पर्याप्त मात्रा में रखे जाएँ; स्टॉक की जाँच हर सोमवार को हो।",
    "हैंडपंपों की मरम्मत के लिए ₹2,50,000 की राशि उपलब्ध है। व्यय का विवरण माह के अंत तक इस कार्यालय को भेजा जाए।",
    "जिन ग्रामों में निजी नलकूप से जल लिया जाना हो, वहाँ अनुविभागीय अधिकारी (राजस्व) से आदेश प्राप्त कर अधिग्रहण किया जाए।",
    "शिकायतों के लिए जिला मुख्यालय पर नियंत्रण कक्ष प्रातः 8 बजे से रात्रि 8 बजे तक खुला रहेगा।",
    "नियंत्रण कक्ष में प्राप्त प्रत्येक शिकायत 24 घंटे के भीतर निराकृत की जाए और निराकरण की सूचना शिकायतकर्ता को दी जाए।",
    "प्रत्येक शुक्रवार को सायं 4 बजे समीक्षा बैठक होगी। अधिकारी स्वयं उपस्थित रहें; प्रतिनिधि न भेजें।",
    "अतः अनुरोध है कि उपर्युक्तानुसार कार्यवाही कर पालन प्रतिवेदन दिनांक 28.02.2026 तक अनिवार्य रूप से भेजें, संख्या 9001।",
]


@pytest.fixture
def house() -> Path:
    """The house style as it is shipped."""
    return Path(__file__).parents[2] / "templates" / "house.docx"


@pytest.fixture
def paper() -> Paper:
    """A Document from lines of "part look | words"; `part+` stands beside the line before; tabs are typed as \\t."""

    def make(lines: str, form: str = "letter", language: str = "hi", title: str = "परीक्षण") -> Document:
        parts: dict[str, list[Block]] = {}
        for line in lines.strip().splitlines():
            place, _, words = line.strip().partition(" | ")
            part, look = place.split()
            parts.setdefault(part, []).append(Block(look, words.replace(r"\t", "\t").replace(r"\n", "\n")))
        made = (Part(part.rstrip("+"), tuple(blocks), part.endswith("+")) for part, blocks in parts.items())
        return Document(form, language, title, tuple(made))

    return make


@pytest.fixture
def letter_of(paper: Paper) -> Callable[[int], Document]:
    """A Hindi letter of so many paragraphs, the last of them always the same one."""

    def make(count: int) -> Document:
        chosen = [PARAGRAPHS[index % 11] for index in range(count - 1)] + PARAGRAPHS[-1:]
        body = "\n".join(f"body numbered | {number}. {words}" for number, words in enumerate(chosen, 1))
        return paper(LETTER_HEAD + body + LETTER_FOOT, title="ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में")

    return make


@pytest.fixture
def letter(letter_of: Callable[[int], Document]) -> Document:
    """A Hindi letter with twelve paragraphs, two addressees and five copies."""
    return letter_of(12)


@pytest.fixture
def mail(paper: Paper) -> Document:
    """An English e-mail; one of its recipients has no address, one has a long Hindi designation."""
    return paper(
        r"""
        addressee header | To:\tमुख्य चिकित्सा एवं स्वास्थ्य अधिकारी, जिला चिकित्सालय <cmho@example.in>; Tehsildar, Ichhawar
        cc header | Cc:\tCommissioner, Bhopal <commissioner@example.in>; clerk@example.in; शाखा <शाखा@उदाहरण.भारत>
        bcc header | Bcc:\tAuditor <auditor@example.in>
        subject header | Subject:\tReview of drinking water, 20 February 2026
        salutation salutation | Sir,
        body paragraph | The review will be held at 4 pm on 20 February 2026 in the Collectorate.
        body paragraph | Please bring the list of villages & the stock of O.R.S.
        subscription closing | Regards,
        signature closing | A. B. Verma
        signature closing | Collector, Sehore
        """,
        form="email",
        language="en",
        title="Review of drinking water, 20 February 2026",
    )


@pytest.fixture
def hostile(paper: Paper) -> Document:
    """A paper whose words look like code to one format or another."""
    return paper(
        r"""
        subject label | विषय :-\t{{ 7*7 }} {% raw %} ${7*7}
        body paragraph | <script>alert("1")</script> </w:p></w:body> & &amp; <b>मोटा</b> 'एक'
        body paragraph | </p></article> <img src=x onerror=alert(1)>\nदूसरी पंक्ति ]]> -- \\ % #
        """,
        title='</title><script>alert("2")</script> & {{ 7*7 }}',
    )
