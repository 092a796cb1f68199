"""What a model wraps around its prose doesn't reach the paper, and its prose does, letter for letter."""

import time

import pytest

from assistant.drafting.prose import prose_of

HI_1 = "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे चला गया है तथा 11 ग्रामों के हैंडपंप सूख गए हैं।"
HI_2 = "अतः अनुरोध है कि 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराने का कष्ट करें।"
HI = f"{HI_1}\n{HI_2}"
EN_1 = "With reference to the subject cited above, it is stated that the water level has fallen in 42 villages of the district."
EN_2 = "You are requested to send seven tankers on hire by 25 February 2026."
EN = f"{EN_1}\n{EN_2}"

CHATTY = {
    "paragraphs alone": (f"{HI_1}\n\n{HI_2}\n", HI),
    "sure and a farewell": (f"Sure, here is your letter:\n\n{HI_1}\n\n{HI_2}\n\nI hope this helps!", HI),
    "certainly in Hindi": (f"ज़रूर! यहाँ आपका पत्र है:\n\n{HI_1}\n\n{HI_2}", HI),
    "a fence": (f"```\n{HI_1}\n\n{HI_2}\n```", HI),
    "a fence with a language": (f"```markdown\n{EN_1}\n\n{EN_2}\n```\n", EN),
    "a fence on one line": (f"```{EN_2}```", EN_2),
    "bold paragraphs": (f"**{HI_1}**\n\n**{HI_2}**", HI),
    "bold words": (HI.replace("42 ग्रामों", "**42 ग्रामों**").replace("7 टैंकर", "*7 टैंकर*"), HI),
    "headings": (f"# पत्र\n\n## मुख्य भाग\n{HI_1}\n\n### अनुरोध\n{HI_2}", HI),
    "bold headings": (f"**मुख्य भाग:**\n\n{HI_1}\n\n**अनुरोध**\n\n{HI_2}", HI),
    "a whole letter in Hindi": (
        "कार्यालय कलेक्टर, जिला सीहोर\n\nक्रमांक: ____/2026\nदिनांक: 16.02.2026\n\nप्रति,\nमुख्य कार्यपालन अधिकारी,\nजिला पंचायत, सीहोर\n\n"
        f"विषय: पेयजल व्यवस्था के संबंध में।\n\nमहोदय,\n\n{HI_1}\n\n{HI_2}\n\nभवदीय,\n\n(कलेक्टर)\nजिला सीहोर\n\nप्रतिलिपि:\n1. कमिश्नर",
        HI,
    ),
    "a whole letter in English": (
        "Office of the Collector\nDistrict Sehore\n\nNo. 118/2026\nDate: 16 February 2026\n\nTo,\nThe Regional Manager,\nNagpur\n\n"
        f"Subject: Hire of tankers\n\nDear Sir,\n\n{EN_1}\n\n{EN_2}\n\nThanking you,\n\nYours faithfully,\n\n[Your Name]\nCollector",
        EN,
    ),
    "a head without a salutation": (f"प्रति,\nकलेक्टर,\nजिला सीहोर\n\nविषय:- पेयजल के संबंध में।\n\n{HI_1}\n\n{HI_2}", HI),
    "a subject only": (f"Subject: Hire of tankers\n\n{EN_1}\n\n{EN_2}", EN),
    "the salutation in the line": (f"महोदय, {HI_1}\n\n{HI_2}\n\nसादर,", HI),
    "sir in the line": (f"Sir, {EN_1}\n\n{EN_2}\n\nYours faithfully", EN),
    "a doctor is greeted": (f"Dear Dr. Sharma,\n\n{EN_1}\n\n{EN_2}\n\nWith kind regards,\nCollector", EN),
    "thanks and a signature": (f"{HI_1}\n\n{HI_2}\n\nधन्यवाद।\n\nभवदीय,\n[आपका नाम]\n[पदनाम]", HI),
    "both forms of the closing": (f"{HI_1}\n\n{HI_2}\n\nभवदीय/भवदीया,\n(हस्ताक्षर)\nनाम: ____", HI),
    "copies and enclosures without a closing": (
        f"{HI_1}\n\n{HI_2}\n\nसंलग्न: ग्रामवार सूची\n\nप्रतिलिपि:\n1. कमिश्नर, भोपाल संभाग की ओर सूचनार्थ।\n2. कार्यपालन यंत्री।",
        HI,
    ),
    "numbered paragraphs": (f"1. {HI_1}\n2. {HI_2}", HI),
    "numbered with a bracket": (f"1) {EN_1}\n\n2) {EN_2}", EN),
    "Devanagari numbers": (f"१. {HI_1}\n\n२. {HI_2}", HI),
    "bullets": (f"- {EN_1}\n- {EN_2}", EN),
    "bullets after a colon": (
        f"स्थिति निम्नानुसार है:\n- 42 ग्राम\n- 11 हैंडपंप\n\n{HI_2}",
        f"स्थिति निम्नानुसार है:\n(1) 42 ग्राम\n(2) 11 हैंडपंप\n{HI_2}",
    ),
    "thinking aloud": (f"<think>The user wants a letter. 42 villages.</think>\n\n{HI_1}\n\n{HI_2}", HI),
    "thinking cut off": (f"{HI_1}\n\n{HI_2}\n<think>Is that", HI),
    "html": (f"<p>{EN_1}</p>\n<p>{EN_2}</p><br/>", EN),
    "rules": (f"---\n{HI_1}\n\n* * *\n\n{HI_2}\n\n-----00-----", HI),
    "lines broken at a margin": (f"{EN_1.replace(' the water', chr(10) + 'the water')}\n\n{EN_2}\n\n", EN),
    "a note about the draft": (f"{HI_1}\n\n{HI_2}\n\nनोट: इस पत्र में कोष्ठक वाले स्थान भर लें।", HI),
    "an English note about the draft": (
        f"{EN_1}\n\n{EN_2}\n\nNote: Replace the placeholders in brackets before sending this draft.",
        EN,
    ),
    "offers of help": (
        f"{EN_1}\n\n{EN_2}\n\nLet me know if you would like any changes to the tone!\nFeel free to ask.",
        EN,
    ),
    "offers of help in Hindi": (
        f"{HI_1}\n\n{HI_2}\n\nयदि आप इसमें कोई बदलाव चाहते हैं तो कृपया बताएँ।\nआशा है कि यह पत्र आपके काम आएगा।",
        HI,
    ),
    "a question at the end": (f"{HI_1}\n\n{HI_2}\n\nक्या आप चाहते हैं कि मैं इसे अंग्रेज़ी में भी लिखूँ?", HI),
    "the voice and the office in one line": (f"Here is the body of the letter: {EN_1}\n\n{EN_2}", EN),
    "the voice tells what it did": (
        f"I have drafted the letter for you based on the facts below.\n\n{EN_1}\n\n{EN_2}",
        EN,
    ),
    "in quotation marks": (f"“{EN_2}”", EN_2),
    "a note-sheet's title": (
        f"कार्यालयीन टिप्पणी\n\nविषय: क्रय\n\n1. {HI_1}\n\n2. {HI_2}\n\nसादर प्रस्तुत।",
        f"{HI}\nसादर प्रस्तुत।",
    ),
    "Windows line ends": (f"Sure!\r\n\r\n{EN_1}\r\n\r\n{EN_2}\r\n", EN),
    "a link": (EN.replace("district", "[district](https://example.in)"), EN),
}

CLEAN = [
    HI,
    EN,
    "यदि आपको कोई आपत्ति हो तो 7 दिवस में प्रस्तुत करें।",
    "If you have any objection, it may be sent to this office by 25 February 2026.",
    "This letter is in continuation of this office's letter No. 118 dated 16.02.2026.",
    "Note: the office will remain closed on 26 January 2026.",
    "नोट : दिनांक 26.01.2026 को कार्यालय बंद रहेगा।",
    "The list below is to be returned. Here the roof leaks as well.",
    "यहाँ 64 विद्यार्थी पढ़ते हैं। नीचे के तल में पानी भर जाता है।",
    "Please fill in the proforma and return it by 10 March 2026.",
    "कृपया प्रपत्र भरकर दिनांक 10.03.2026 तक भेजें।",
    "It is stated as follows:\n(1) The roof leaks.\n(2) 64 students.\nYou are requested to repair it.",
    "प्रकरण के तथ्य निम्नानुसार हैं :\n(1) 64 विद्यार्थी।\n(2) भवन जर्जर है।\nअतः मरम्मत का प्रस्ताव है। अनुमोदनार्थ प्रस्तुत।",
    "प्रस्तुत प्रकरण में आवेदक ने दिनांक 02.02.2026 को आवेदन दिया है।",
    "दिनांक 25.02.2026 तक प्रतिवेदन भेजें। क्रमांक 12 की प्रविष्टि सुधारें।",
    "संख्या 42 सही है। प्रति हितग्राही 2 बोरी दी जाए।",
    "To this end 7 tankers are needed. From 1 March they will be in use. No hand pump works.",
    "धन्यवाद ज्ञापन के लिए प्राचार्य को आमंत्रित किया गया है।",
    "आपका पत्र प्राप्त हुआ। आपके कार्यालय से प्रस्ताव अपेक्षित है।",
    "Of the 42 villages, 11 have no water; the rate is Rs. 12*5*2 = 120 a trip.",
    "कार्यालय भवन की मरम्मत के लिए रु. 2,50,000/- की राशि अपेक्षित है।",
    "I hope that the matter will receive attention by 25 February 2026.",
    "मैंने दिनांक 12.02.2026 को आपके विकासखंड का निरीक्षण किया।",
    "The file is at collector_sehore_2026@example.in and in A_B_C.",
    "ग्रामवार सूची संलग्न है। संलग्न सूची के अनुसार 11 ग्राम शेष हैं।",
    "Okay from the technical side was given on 5 March 2026 by the Executive Engineer.",
]  # fmt: skip


@pytest.mark.parametrize("case", CHATTY)
def test_only_the_prose_of_a_chatty_answer_is_kept(case):
    answer, prose = CHATTY[case]
    assert prose_of(answer) == prose


@pytest.mark.parametrize("text", CLEAN)
def test_prose_without_wrapping_comes_through_letter_for_letter(text):
    assert prose_of(text) == text


@pytest.mark.parametrize("case", CHATTY)
def test_a_growing_answer_shows_only_what_the_whole_one_has(case):
    answer, prose = CHATTY[case]
    shown, astray = "", 0
    for end in range(0, len(answer) + 1, 3):
        shown = prose_of(answer[:end], ended=False)
        # For a moment a line may lack the rest that tells what it is: a bold mark's other half, the line break after it.
        astray += not _begins(prose, shown)
    assert astray * 3 <= 40, f"wrapping was shown for {astray * 3} letters"
    assert prose_of(answer) == prose


def _begins(prose: str, shown: str) -> bool:
    """Whether what is shown is the prose's beginning, whichever way its lines are broken so far."""
    return "".join(prose.split()).startswith("".join(shown.split()))


@pytest.mark.parametrize("text", CLEAN)
def test_clean_prose_grows_and_never_shrinks(text):
    lengths = [len(prose_of(text[:end], ended=False)) for end in range(len(text) + 1)]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize("answer", ["", "   \n\n", "Sure!", "महोदय,\n\nभवदीय,\n[नाम]", "```\n```", "<think>hm</think>"])
def test_an_answer_without_prose_gives_none(answer):
    assert prose_of(answer) == ""


@pytest.mark.parametrize(
    "answer",
    ["*" * 9000, "- " * 4500 + "x", "[a](b" * 1800, "यहाँ पत्र " * 900, "sure " * 1800, " " * 9000 + "x", "`" * 9000],
)
def test_an_answer_run_wild_takes_no_time(answer):
    began = time.process_time()
    prose_of(answer)
    assert time.process_time() - began < 1
