"""Briefs made at random out of a form's own fields: the same seed, the same brief. What each field can hold goes by its kind."""

# ruff: noqa: E501 (a row of a table stays on one line)

from random import Random
from typing import Any

from assistant.forms.form import Form
from assistant.settings import STATES

WORDS = {
    "hi": {
        "sentence": ["जिले के 42 ग्रामों में जल स्तर नीचे गया है", "निरीक्षण दिनांक 10.02.2026 को किया गया", "इस कार्य पर रु. 2,50,000/- (रुपये दो लाख पचास हज़ार मात्र) का व्यय हुआ", "शेष जानकारी 3 दिवस में उपलब्ध कराई जाएगी", "विकासखंड आष्टा के 14 ग्रामों में सत्र नहीं हो सके; इसका कारण वर्षा रही", "श्री अ. ब. शर्मा, सहायक ग्रेड-2 दिनांक 31.01.2026 को सेवानिवृत्त हुए", "पत्र क्रमांक 14/स्था./2026 का उत्तर अब तक प्राप्त नहीं हुआ है"],
        "phrase": ["हैंडपंपों की मरम्मत", "वर्षा पूर्व तैयारी", "रु. 4,80,000/- की स्वीकृति", "क्र. 1 से 18 तक के भवन", "अन्य विषय, अध्यक्ष की अनुमति से"],
        "subject": ["ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में", "सत्र 2026-27 के लिए अतिथि शिक्षकों के रिक्त पदों की जानकारी के संबंध में", "मरम्मत", "विकासखंड आष्टा के ग्राम खजूरी, बरखेड़ी, मेहतवाड़ा तथा देवरी में जल जीवन मिशन के अंतर्गत निर्मित नल जल योजनाओं के संचालन एवं संधारण की वर्ष 2026-27 की कार्य योजना के संबंध में"],
        "request": ["7 टैंकर तत्काल उपलब्ध कराए जाएँ", "जानकारी निर्धारित प्रपत्र में भेजें", "मार्गदर्शन प्रदान करने का कष्ट करें", "स्थल निरीक्षण"],
        "post": ["कलेक्टर", "मुख्य चिकित्सा एवं स्वास्थ्य अधिकारी", "तहसीलदार", "सहायक ग्रेड-3", "कार्यपालन यंत्री", "सरपंच"],
        "name": ["श्री क. ख. शर्मा", "श्रीमती सुनीता अहिरवार", "सुश्री नेहा तिवारी", "डॉ. अनिता वर्मा"],
        "office": ["जिला पंचायत", "तहसील कार्यालय", "लोक स्वास्थ्य यांत्रिकी खंड", "कार्यालय कलेक्टर"],
        "place": ["सीहोर", "आष्टा", "नर्मदापुरम"],
        "head": [["कार्यालय कलेक्टर"], ["कार्यालय जिला शिक्षा अधिकारी"], ["मध्यप्रदेश शासन", "राजस्व विभाग"], ["कार्यालय ग्राम पंचायत बरखेड़ी"]],
        "number": ["118/स्था./2026", "क्र./स्था./2026/118", "एफ 5-8/2026/1/4", "1422/पेयजल/2026"],
        "purpose": ["सूचनार्थ", "सादर सूचनार्थ", "सूचनार्थ एवं पालनार्थ", "आवश्यक कार्यवाही हेतु", ""],
        "paper": ["ग्रामवार सूची", "निरीक्षण प्रतिवेदन की प्रति", "नक्शा (2 पृष्ठ)"],
        "source": ["संचालनालय, भोपाल", "इस कार्यालय", "प्राचार्य, शासकीय हाई स्कूल, आष्टा"],
        "meeting": ["जिला टीकाकरण समिति की मासिक बैठक", "वर्षा पूर्व तैयारी की समीक्षा बैठक", "जिला जल समिति"],
        "venue": ["कलेक्ट्रेट सभाकक्ष", "वीडियो कॉन्फ्रेंसिंग", "पंचायत भवन बरखेड़ी"],
        "row": "ग्राम खजूरी | 12 परिवार | रु. 3,60,000/-",
    },
    "en": {
        "sentence": ["the water level has fallen in 42 villages of the district", "the inspection was made on 10.02.2026", "Rs. 2,50,000/- (Rupees two lakh fifty thousand only) was spent on the work", "the other particulars will be given within 3 days", "no session was held in 14 villages of Ashta; the cause was rain", "Shri A. B. Sharma, Assistant Grade-2, has retired on 31.01.2026", "no reply has come to letter No. 14/Estt./2026"],
        "phrase": ["repair of hand pumps", "preparations for the monsoon", "sanction of Rs. 4,80,000/-", "buildings 1 to 18", "Any other matter with the permission of the chair"],
        "subject": ["Drinking water arrangements for the summer", "Hire of seven water tankers for the summer of 2026", "Repairs", "Operation and maintenance during 2026-27 of the piped water schemes built under the Jal Jeevan Mission in the villages of Khajuri, Barkhedi, Mehatwada and Deori of Block Ashta"],
        "request": ["7 tankers may be made available at once", "send the particulars in the prescribed form", "an inspection of the spot"],
        "post": ["Collector", "Chief Medical and Health Officer", "Tehsildar", "Assistant Grade-3", "Executive Engineer", "Sarpanch"],
        "name": ["Shri K. K. Sharma", "Smt. Sunita Ahirwar", "Ms. Neha Tiwari", "Dr. Anita Verma"],
        "office": ["Zila Panchayat", "Tehsil Office", "Public Health Engineering Division", "Office of the Collector"],
        "place": ["Sehore", "Ashta", "Narmadapuram"],
        "head": [["Office of the Collector"], ["Office of the District Education Officer"], ["Government of Madhya Pradesh", "Revenue Department"], ["Office of the Gram Panchayat, Barkhedi"]],
        "number": ["118/Estt./2026", "Estt./2026/118", "A-11011/5/2026-Estt.", "CWD/Tr/88"],
        "purpose": ["for information", "for compliance", "for necessary action", ""],
        "paper": ["List of villages", "Copy of the inspection report", "Map (2 pages)"],
        "source": ["Directorate, Bhopal", "our", "Principal, Government High School, Ashta"],
        "meeting": ["Monthly meeting of the District Vaccination Committee", "District Water Committee"],
        "venue": ["the Collectorate meeting hall", "video conference", "Panchayat Bhavan, Barkhedi"],
        "row": "Village Khajuri | 12 families | Rs. 3,60,000/-",
    },
}  # fmt: skip
FIGURES = str.maketrans("0123456789", "०१२३४५६७८९")
DAYS = ["2026-02-16", "2026-03-10", "2026-11-21", "2027-01-05"]


def brief(form: Form, language: str, seed: int) -> dict[str, Any]:
    """A brief of the form's own fields as JSON data; every field may be missing but what the text itself is made of."""
    any_of, words = Random(f"{form.id} {language} {seed}"), WORDS[language]
    text = {part.field for part in form.file.parts if part.id == form.file.writes}  # a paper that says nothing is none
    chosen = [id for id in form.asked if any_of.random() < 0.75 or id in text]
    made = {id: _value(form, id, any_of, words, language) for id in chosen}
    if language == "hi" and seed % 4 == 3:
        made = _in_devanagari(made)
    return {**made, "state": any_of.choice(STATES)}


def _in_devanagari(value: Any) -> Any:
    """The same with Devanagari figures, but for days, times and what is in Latin letters."""
    if isinstance(value, dict):
        return {key: _in_devanagari(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_devanagari(one) for one in value]
    return value if value.isascii() else value.translate(FIGURES)


def _value(form: Form, id: str, any_of: Random, words: dict[str, Any], language: str) -> Any:
    spec = form.fields[id]
    if id == "state":
        return any_of.choice(STATES)
    if id in ("subject", "request", "number", "place"):
        return any_of.choice(words[id])
    if id == "enclosures":
        return any_of.sample(words["paper"], any_of.randint(1, 3))
    if id in ("points", "background", "heard", "records", "findings"):
        rows = [words["row"]] * 3 if any_of.random() < 0.15 else []
        return any_of.sample(words["sentence"], any_of.randint(1, 5)) + rows
    make = MAKE.get(spec.kind)
    return make(any_of, words) if make else spec.example[language]


def _some(make: Any, most: int) -> Any:
    return lambda any_of, words: [make(any_of, words) for _ in range(any_of.randint(1, most))]


def _person(any_of: Random, words: dict[str, Any]) -> dict[str, str]:
    """A post, with more or less around it."""
    more = {key: any_of.choice(words[key]) for key in ("name", "office", "place") if any_of.random() < 0.5}
    post = {} if "name" in more and any_of.random() < 0.2 else {"designation": any_of.choice(words["post"])}
    return {**post, "email": "office@example.in", **more}


def _copy(any_of: Random, words: dict[str, Any]) -> dict[str, str]:
    person = _person(any_of, words)
    return {**person, "purpose": any_of.choice(words["purpose"])}


def _day(any_of: Random, words: dict[str, Any]) -> str:
    return any_of.choice(DAYS)


def _reference(any_of: Random, words: dict[str, Any]) -> dict[str, str]:
    kind = any_of.choice(["letter", "order", "circular", "note"])
    return {"kind": kind, "number": any_of.choice(words["number"]), "date": _day(any_of, words), "from": any_of.choice(words["source"])}  # fmt: skip


def _decision(any_of: Random, words: dict[str, Any]) -> dict[str, str]:
    more = {"owner": any_of.choice(words["post"]), "due": _day(any_of, words)} if any_of.random() < 0.8 else {}
    return {"decision": any_of.choice(words["sentence"]), **more}


MAKE: dict[str, Any] = {
    "texts": _some(lambda any_of, words: any_of.choice(words["phrase"]), 4), "date": _day, "person": _person,
    "tone": lambda any_of, words: any_of.choice(["formal", "firm", "courteous", "personal"]),
    "people": _some(_person, 4), "copies": _some(_copy, 5), "references": _some(_reference, 3), "decisions": _some(_decision, 4),
    "office": lambda any_of, words: {
        "name": any_of.choice(words["head"]), "address": any_of.choice(words["place"]), "phone": "07562-000000", "email": "office@example.in"},
    "file": lambda any_of, words: {"number": any_of.choice(words["number"])},
    "paper": lambda any_of, words: {**_reference(any_of, words), "text": [any_of.choice(words["sentence"])]},
    "endorsement": lambda any_of, words: {"number": any_of.choice(words["number"]), "date": _day(any_of, words), "sender": _person(any_of, words)},
    "meeting": lambda any_of, words: {
        "title": any_of.choice(words["meeting"]), "date": _day(any_of, words), "time": any_of.choice(["11:00", "15:30", "9:05"]),
        "venue": any_of.choice(words["venue"]), "chair": any_of.choice(words["post"])},
}  # fmt: skip
"""Kind of field → what makes a value for it. A line of the form's own is its own example: what goes before and after it is fixed."""
