"""Loose text is read as the paper that a person sees in it, however it was typed."""

# ruff: noqa: E501 (a row of a table stays on one line)

import time

import pytest

from assistant.forms.form import FormFile, assemble
from assistant.forms.reader import read

HI = {
    "letterhead": ["कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)"],
    "number": ["/118/स्था./2026"],
    "date": ["16.02.2026"],
    "addressee": ["प्रति,", "मुख्य कार्यपालन अधिकारी,", "जिला पंचायत, सीहोर"],
    "subject": ["ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।"],
    "reference": ["संचालनालय, भोपाल का पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026"],
    "salutation": ["महोदय,"],
    "body": [
        "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है।",
        "अतः अनुरोध है कि 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ।",
    ],
    "subscription": ["भवदीय,"],
    "signature": ["(अ. ब. वर्मा)", "कलेक्टर", "जिला सीहोर"],
    "enclosures": ["ग्रामवार सूची।"],
    "copies": [
        "प्रतिलिपि :-",
        "कमिश्नर, भोपाल संभाग की ओर सूचनार्थ।",
        "कार्यपालन यंत्री, सीहोर की ओर सूचनार्थ।",
        "कलेक्टर",
        "जिला सीहोर",
    ],
}
HI_TYPED = {
    "letterhead": "कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)",
    "number": "क्रमांक /118/स्था./2026          सीहोर, दिनांक 16.02.2026",
    "addressee": "प्रति,\n    मुख्य कार्यपालन अधिकारी,\n    जिला पंचायत, सीहोर",
    "subject": "विषय:- ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।",
    "reference": "संदर्भ:- संचालनालय, भोपाल का पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026",
    "salutation": "महोदय,",
    "body": "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है।\n\n"
    "अतः अनुरोध है कि 7 टैंकर दिनांक 25.02.2026 तक उपलब्ध कराए जाएँ।",
    "subscription": "                              भवदीय,",
    "signature": "                    (अ. ब. वर्मा)\n                    कलेक्टर\n                    जिला सीहोर",
    "enclosures": "संलग्न:- ग्रामवार सूची।",
    "copies": "प्रतिलिपि :-\n1. कमिश्नर, भोपाल संभाग की ओर सूचनार्थ।\n2. कार्यपालन यंत्री, सीहोर की ओर सूचनार्थ।\n\nकलेक्टर\nजिला सीहोर",
}
EN = {
    "letterhead": ["Office of the Collector, District Sehore (M.P.)"],
    "number": ["Estt./2026/118"],
    "date": ["16.02.2026"],
    "addressee": ["To,", "The Regional Manager,", "Central Warehousing Depot, Nagpur"],
    "subject": ["Hire of seven water tankers for the summer of 2026"],
    "reference": ["Your letter No. CWD/Tr/88 dated 02.02.2026"],
    "salutation": ["Sir,"],
    "body": [
        "With reference to the subject cited above, it is stated that the water level has fallen in 42 villages.",
        "You are requested to send seven tankers on hire by 25 February 2026.",
    ],
    "subscription": ["Yours faithfully,"],
    "signature": ["(A. B. Verma)", "Collector", "District Sehore"],
    "enclosures": ["List of villages"],
    "copies": [
        "Copy to:",
        "Commissioner, Bhopal Division, for information.",
        "Executive Engineer, Sehore.",
        "Collector",
        "District Sehore",
    ],
}
EN_TYPED = {
    "letterhead": "Office of the Collector, District Sehore (M.P.)",
    "number": "No. Estt./2026/118          Sehore, dated 16.02.2026",
    "addressee": "To,\n    The Regional Manager,\n    Central Warehousing Depot, Nagpur",
    "subject": "Subject: Hire of seven water tankers for the summer of 2026",
    "reference": "Ref.: Your letter No. CWD/Tr/88 dated 02.02.2026",
    "salutation": "Sir,",
    "body": "With reference to the subject cited above, it is stated that the water level has fallen in 42 villages.\n\n"
    "You are requested to send seven tankers on hire by 25 February 2026.",
    "subscription": "Yours faithfully,",
    "signature": "(A. B. Verma)\nCollector\nDistrict Sehore",
    "enclosures": "Encl.: List of villages",
    "copies": "Copy to:\n1. Commissioner, Bhopal Division, for information.\n2. Executive Engineer, Sehore.\n\nCollector\nDistrict Sehore",
}
FRAMES = {"hi": (HI_TYPED, HI), "en": (EN_TYPED, EN)}


def said(document):
    """Each part's lines, without labels and numbers."""
    parts = {}
    for line in document.lines:
        parts.setdefault(line.part, []).append(document.source.plain[line.words : line.end])
    return parts


# --- one line of a letter, typed in other ways; all other parts stay what they are

SUBJECT = ["ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।"]
SUMMER = "ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।"
REFERENCE = "संचालनालय, भोपाल का पत्र क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026"
TANKERS = "Hire of seven water tankers for the summer of 2026"
WHERE = ["मुख्य कार्यपालन अधिकारी,", "जिला पंचायत, सीहोर"]

ROWS = [
    # the subject
    *[("hi", "subject", label + SUMMER, {"subject": SUBJECT}) for label in (
        "विषय: ", "विषय : ", "विषय :- ", "विषय:-", "विषय :– ", "विषय– ", "विषय - ", "विषय-", "विषय—", "विषयः ", "विषयः- ", "विषय ः ", "विषय ः- ", "विषय.", "विषय=", "विषय:\t",
        "विषय\t", "**विषय:** ", "**विषय :-** ", "__विषय:__ ", "*विषय:* ", "## विषय: ", "> विषय: ", "- विषय: ", "विषय ",
        "विषय:\n", "विषय :-\n\n", "Subject: ", "Sub: ", "Sub.: ", "Sub. :- ", "Sub:- ", "SUBJECT : ", "Sub.- ",
    )],
    ("hi", "subject", f"**विषय: {SUMMER}**", {"subject": SUBJECT}),
    ("hi", "subject", "विषय:- ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में|", {"subject": SUBJECT}),
    ("hi", "subject", "विषय:- ग्रीष्मकालीन पेयजल\nव्यवस्था के संबंध में।", {"subject": SUBJECT}),
    ("hi", "subject", "विषय:- ग्रीष्मकालीन पेयजल व्यवस्था के संबंध में।\n-----00-----", {"subject": SUBJECT}),
    ("hi", "subject", "विषय:- ग्रीष्मकालीन पेयजल व्यवस्था बाबत्", {"subject": ["ग्रीष्मकालीन पेयजल व्यवस्था बाबत्"]}),
    *[("en", "subject", label + TANKERS, {"subject": [TANKERS]}) for label in (
        "Subject : ", "Subject:- ", "Subject - ", "Subject– ", "SUBJECT: ", "subject: ", "Sub.: ", "Sub. ", "Sub:- ", "Sub :", "Subj: ", "**Subject:** ", "Subject:\n", "Re: ", "विषय: ",
    )],
    ("en", "subject", "Subject: Hire of seven water tankers\nfor the summer of 2026", {"subject": [TANKERS]}),
    # the reference
    *[("hi", "reference", label + REFERENCE, {"reference": [REFERENCE]}) for label in (
        "संदर्भ: ", "सन्दर्भ:- ", "संदर्भ :– ", "संदर्भः ", "संदर्भ-", "**संदर्भ:** ", "संदर्भ:\n", "Ref.: ", "Ref:- ", "Ref. ", "Reference: ",
    )],
    ("hi", "reference", "संदर्भ:- 1. संचालनालय का पत्र क्रमांक 14 दिनांक 02.02.2026\n2. इस कार्यालय का पत्र क्रमांक 9 दिनांक 01.01.2026",
     {"reference": ["1. संचालनालय का पत्र क्रमांक 14 दिनांक 02.02.2026", "2. इस कार्यालय का पत्र क्रमांक 9 दिनांक 01.01.2026"]}),
    ("hi", "reference", "संदर्भ:-\n1) संचालनालय का पत्र क्रमांक 14\n2) इस कार्यालय का पत्र क्रमांक 9",
     {"reference": ["1) संचालनालय का पत्र क्रमांक 14", "2) इस कार्यालय का पत्र क्रमांक 9"]}),
    ("hi", "reference", "संदर्भ:- संचालनालय, भोपाल का पत्र क्रमांक\n1422/पेयजल/2026 दिनांक 02.02.2026", {"reference": [REFERENCE]}),
    ("hi", "reference", "संदर्भ:- संचालनालय, भोपाल का पत्र\nक्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026", {"reference": [REFERENCE]}),
    ("hi", "reference", "", {"reference": None}),
    *[("en", "reference", label + "Your letter No. CWD/Tr/88 dated 02.02.2026", {}) for label in ("Ref: ", "Ref.:- ", "REF. ", "Reference : ", "**Ref.:** ", "Ref –")],
    # number and date
    *[("hi", "number", number + "    सीहोर, दिनांक 16.02.2026", {}) for number in (
        "क्रमांक: /118/स्था./2026", "क्र. /118/स्था./2026", "क्र./118/स्था./2026", "क्रं. /118/स्था./2026", "सं. /118/स्था./2026", "संख्या- /118/स्था./2026", "पत्रांक /118/स्था./2026",
        "पत्र क्रमांक /118/स्था./2026", "पत्र क्र. /118/स्था./2026", "No. /118/स्था./2026", "**क्रमांक** /118/स्था./2026", "क्रमांक :- /118/स्था./2026",
    )],
    *[("hi", "number", "क्रमांक /118/स्था./2026" + date, {}) for date in (
        " सीहोर, दिनांक 16.02.2026", "\tसीहोर, दिनांक: 16.02.2026", " सीहोर दिनांक 16.02.2026", "\nसीहोर, दिनांक 16.02.2026", "\nदिनांक 16.02.2026", "\nदिनांक:- 16.02.2026", "\nदि. 16.02.2026",
        "\nतारीख 16.02.2026", "  दिनांक १६.०२.२०२६", " /दिनांक 16.02.2026", "\n\n                     भोपाल, दिनांक 16.02.2026", "\nDate: 16.02.2026", "\nसीहोर: दिनांक 16.02.2026",
    ) if "/दिनांक" not in date],
    ("hi", "number", "दिनांक 16.02.2026          क्रमांक /118/स्था./2026", {}),
    ("hi", "number", "दिनांक: 16.02.2026\nक्रमांक: /118/स्था./2026", {}),
    ("hi", "number", "क्रमांक /118/स्था./2026\nसीहोर, 16 फरवरी 2026", {"date": ["सीहोर, 16 फरवरी 2026"]}),
    ("hi", "number", "क्रमांक /118/स्था./2026\n16.02.2026", {}),
    ("hi", "number", "क्रमांक ...../स्था./2026     सीहोर, दिनांक ..../..../2026", {"number": ["...../स्था./2026"], "date": ["..../..../2026"]}),
    ("hi", "number", "क्रमांक एफ 5-8/2026/1/4    भोपाल, दिनांक 16.02.2026", {"number": ["एफ 5-8/2026/1/4"]}),
    ("hi", "number", "क्रमांक /118/स्था./2026", {"date": None}),
    ("hi", "number", "", {"number": None, "date": None}),
    *[("en", "number", line, {}) for line in (
        "No.: Estt./2026/118     Dated: 16.02.2026", "F.No. Estt./2026/118\tDated 16.02.2026", "F. No. Estt./2026/118\nDate: 16.02.2026", "No: Estt./2026/118\nDt. 16.02.2026",
        "Letter No. Estt./2026/118   Sehore, Dated the 16.02.2026", "No. Estt./2026/118\n\n                Sehore, dated 16.02.2026", "Ref. No. Estt./2026/118   Date : 16.02.2026",
    ) if "the 16" not in line],
    ("en", "number", "No. Estt./2026/118\nSehore, the 16th February, 2026", {"date": ["Sehore, the 16th February, 2026"]}),
    # the addressee
    *[("hi", "addressee", label + "\nमुख्य कार्यपालन अधिकारी,\nजिला पंचायत, सीहोर", {"addressee": [told, *WHERE]}) for label, told in (
        ("प्रति", "प्रति"), ("प्रति :-", "प्रति :-"), ("प्रति:", "प्रति:"), ("सेवा में,", "सेवा में,"), ("सेवा में", "सेवा में"), ("सेवामें,", "सेवामें,"), ("To,", "To,"), ("**प्रति,**", "प्रति,"),
    )],
    ("hi", "addressee", "प्रति, मुख्य कार्यपालन अधिकारी,\nजिला पंचायत, सीहोर", {}),
    ("hi", "addressee", "सेवा में, मुख्य कार्यपालन अधिकारी,\nजिला पंचायत, सीहोर", {"addressee": ["सेवा में,", *WHERE]}),
    ("hi", "addressee", "सेवा में श्रीमान मुख्य कार्यपालन अधिकारी महोदय,\nजिला पंचायत, सीहोर", {"addressee": ["सेवा में", "श्रीमान मुख्य कार्यपालन अधिकारी महोदय,", "जिला पंचायत, सीहोर"]}),
    ("hi", "addressee", "प्रति,\n1. तहसीलदार, आष्टा\n2. तहसीलदार, इछावर", {"addressee": ["प्रति,", "तहसीलदार, आष्टा", "तहसीलदार, इछावर"]}),
    ("hi", "addressee", "प्रति,\n\nसमस्त तहसीलदार,\n\nजिला सीहोर", {"addressee": ["प्रति,", "समस्त तहसीलदार,", "जिला सीहोर"]}),
    ("en", "addressee", "To\nThe Regional Manager,\nCentral Warehousing Depot, Nagpur", {"addressee": ["To", *EN["addressee"][1:]]}),
    ("en", "addressee", "To:\nThe Regional Manager,\nCentral Warehousing Depot, Nagpur", {"addressee": ["To:", *EN["addressee"][1:]]}),
    ("en", "addressee", "To, The Regional Manager,\nCentral Warehousing Depot, Nagpur", {}),
    # the salutation
    *[("hi", "salutation", words, {"salutation": [words]}) for words in (
        "महोदय", "महोदया,", "महोदय/महोदया,", "महोदय !", "मान्यवर,", "मान्यवर महोदय,", "श्रीमान् जी,", "आदरणीय महोदय,", "माननीय महोदय,", "प्रिय श्री वर्मा जी,", "आदरणीय श्रीमती शर्मा जी,", "माननीय मंत्री जी,",
        "Sir,",
    )],
    ("hi", "salutation", "", {"salutation": None}),
    *[("en", "salutation", words, {"salutation": [words]}) for words in ("Sir", "Madam,", "Sir/Madam,", "Dear Sir,", "Dear Shri Verma,", "My dear Sharma,", "Respected Sir,", "Dear Sir/Madam:")],
    # the end of the text
    *[("hi", "subscription", words, {"subscription": [words.replace("*", "")]}) for words in (
        "भवदीय", "भवदीया,", "भवदीय / भवदीया", "सादर,", "सादर", "आपका,", "सधन्यवाद,", "धन्यवाद।", "**भवदीय,**", "प्रार्थी", "आपका विश्वासपात्र,",
    ) if "**" not in words],
    ("hi", "subscription", "सादर,\n\nभवदीय,", {"subscription": ["सादर,", "भवदीय,"]}),
    ("hi", "subscription", "", {"subscription": None}),
    *[("en", "subscription", words, {"subscription": [words]}) for words in ("Yours faithfully", "Yours sincerely,", "Regards,", "With regards", "Thanks and regards,", "Thanking you,")],
    # the signature
    ("hi", "signature", "(अ. ब. वर्मा)\nकलेक्टर, जिला सीहोर", {"signature": ["(अ. ब. वर्मा)", "कलेक्टर, जिला सीहोर"]}),
    ("hi", "signature", "हस्ता./-\n(अ. ब. वर्मा)\nकलेक्टर", {"signature": ["हस्ता./-", "(अ. ब. वर्मा)", "कलेक्टर"]}),
    ("hi", "signature", "अ. ब. वर्मा\n\nकलेक्टर\n\nसीहोर", {"signature": ["अ. ब. वर्मा", "कलेक्टर", "सीहोर"]}),
    ("hi", "signature", "कृते कलेक्टर\nजिला सीहोर", {"signature": ["कृते कलेक्टर", "जिला सीहोर"]}),
    ("hi", "signature", "कलेक्टर\nदूरभाष 07562-000000", {"signature": ["कलेक्टर", "दूरभाष 07562-000000"]}),
    ("en", "signature", "Sd/-\n(A. B. Verma)\nCollector", {"signature": ["Sd/-", "(A. B. Verma)", "Collector"]}),
    # enclosures
    *[("hi", "enclosures", words, {"enclosures": ["ग्रामवार सूची।"]}) for words in (
        "संलग्न : ग्रामवार सूची।", "संलग्नक:- ग्रामवार सूची।", "संलग्न– ग्रामवार सूची।", "अनुलग्नक: ग्रामवार सूची।", "संलग्नः ग्रामवार सूची।", "Encl.: ग्रामवार सूची।", "संलग्न:\nग्रामवार सूची।", "**संलग्न:** ग्रामवार सूची।",
    )],
    ("hi", "enclosures", "संलग्न :-\n1. ग्रामवार सूची\n2. नक्शा", {"enclosures": ["1. ग्रामवार सूची", "2. नक्शा"]}),
    ("hi", "enclosures", "संलग्न:- उपर्युक्तानुसार (5 पृष्ठ)", {"enclosures": ["उपर्युक्तानुसार (5 पृष्ठ)"]}),
    ("hi", "enclosures", "", {"enclosures": None}),
    *[("en", "enclosures", label + "List of villages", {}) for label in ("Encl: ", "Encl.- ", "Encls.: ", "Enclosure: ", "Enclosures:\n", "ENCL : ")],
    # copies
    *[("hi", "copies", label + "\n1. कमिश्नर, भोपाल संभाग की ओर सूचनार्थ।", {"copies": [label, "कमिश्नर, भोपाल संभाग की ओर सूचनार्थ।"]}) for label in (
        "प्रतिलिपि:", "प्रतिलिपि", "प्रतिलिपि सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित:-", "प्रतिलिपि निम्नलिखित को सूचनार्थ प्रेषित", "पृष्ठांकन:", "Copy to:",
    )],
    ("hi", "copies", "पृ. क्रमांक /119/स्था./2026     सीहोर, दिनांक 16.02.2026\nप्रतिलिपि:-\n1. कमिश्नर, भोपाल।\n\n(अ. ब. वर्मा)\nकलेक्टर",
     {"copies": ["पृ. क्रमांक /119/स्था./2026 सीहोर, दिनांक 16.02.2026", "प्रतिलिपि:-", "कमिश्नर, भोपाल।", "(अ. ब. वर्मा)", "कलेक्टर"]}),
    ("hi", "copies", "क्रमांक /119/स्था./2026     सीहोर, दिनांक 16.02.2026\nप्रतिलिपि:-\n1. कमिश्नर, भोपाल।",
     {"copies": ["क्रमांक /119/स्था./2026 सीहोर, दिनांक 16.02.2026", "प्रतिलिपि:-", "कमिश्नर, भोपाल।"]}),
    ("hi", "copies", "संख्या (1)/118/2026 तद्दिनांक\nप्रतिलिपि निम्नलिखित को सूचनार्थ प्रेषित:-\n1- आयुक्त, लखनऊ मंडल।\n\nआज्ञा से,\n(अ. ब. वर्मा)\nविशेष सचिव।",
     {"copies": ["संख्या (1)/118/2026 तद्दिनांक", "प्रतिलिपि निम्नलिखित को सूचनार्थ प्रेषित:-", "आयुक्त, लखनऊ मंडल।", "आज्ञा से,", "(अ. ब. वर्मा)", "विशेष सचिव।"]}),
    ("hi", "copies", "", {"copies": None}),
    ("en", "copies", "Copy forwarded for information to:\n1. Commissioner, Bhopal Division.", {"copies": ["Copy forwarded for information to:", "Commissioner, Bhopal Division."]}),
    ("en", "copies", "Endt. No. Estt./2026/119   Sehore, dated 16.02.2026\nCopy to:\n(i) Commissioner, Bhopal Division.",
     {"copies": ["Endt. No. Estt./2026/119 Sehore, dated 16.02.2026", "Copy to:", "Commissioner, Bhopal Division."]}),
    # the text
    ("hi", "body", "1. जिले के 42 ग्रामों में जल स्तर नीचे गया है।\n2) 7 टैंकर उपलब्ध कराए जाएँ।\n(3) सूची संलग्न है।\n४. धन्यवाद सहित सूचित हो।",
     {"body": ["जिले के 42 ग्रामों में जल स्तर नीचे गया है।", "7 टैंकर उपलब्ध कराए जाएँ।", "सूची संलग्न है।", "धन्यवाद सहित सूचित हो।"]}),
    ("hi", "body", "निम्न जानकारी भेजें:-\n1 - पदों की संख्या एवं उनमें से रिक्त पदों की संख्या\n2)- 5 विकासखण्डों के आँकड़े\n3:- कारण", {"body": ["निम्न जानकारी भेजें:-", "पदों की संख्या एवं उनमें से रिक्त पदों की संख्या", "5 विकासखण्डों के आँकड़े", "कारण"]}),
    ("hi", "body", "जिले में जल स्तर नीचे गया है।\n2- 7 टैंकर उपलब्ध कराए जाएँ।\n(क) आष्टा में 3\n(ख) इछावर में 4", {"body": ["जिले में जल स्तर नीचे गया है।", "7 टैंकर उपलब्ध कराए जाएँ।", "आष्टा में 3", "इछावर में 4"]}),
    ("hi", "body", "प्रति ग्राम 2 टैंकर दिए जाएँ।\nविषय में रुचि लेकर कार्य किया जाए।\nसंदर्भ में पूर्व पत्र देखें।\nदिनांक 25.02.2026 तक उत्तर दें।\nसंख्या 42 सही है।\nसंलग्न सूची देखें।\nद्वारा दी गई जानकारी सही है।",
     {"body": ["प्रति ग्राम 2 टैंकर दिए जाएँ।", "विषय में रुचि लेकर कार्य किया जाए।", "संदर्भ में पूर्व पत्र देखें।", "दिनांक 25.02.2026 तक उत्तर दें।", "संख्या 42 सही है।", "संलग्न सूची देखें।", "द्वारा दी गई जानकारी सही है।"]}),
    ("en", "body", "Subject to approval, tankers will be sent.\nTo the best of our knowledge it is right.\nCopy of the list is enclosed.\nNo. 7 is broken.\nDate of supply is 25.02.2026.\nReference is invited to the rules.",
     {"body": ["Subject to approval, tankers will be sent.", "To the best of our knowledge it is right.", "Copy of the list is enclosed.", "No. 7 is broken.", "Date of supply is 25.02.2026.", "Reference is invited to the rules."]}),
    ("hi", "body", "उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे\nगया है। इनमें से 11 ग्रामों में हैंडपंप पूरी तरह सूख गए हैं, जिससे\nपेयजल की समस्या है।\n\nअतः अनुरोध है कि सात टैंकर इन ग्रामों के लिए उपलब्ध कराए\nजाएँ।",
     {"body": ["उपर्युक्त विषयांतर्गत लेख है कि जिले के 42 ग्रामों में जल स्तर नीचे गया है। इनमें से 11 ग्रामों में हैंडपंप पूरी तरह सूख गए हैं, जिससे पेयजल की समस्या है।", "अतः अनुरोध है कि सात टैंकर इन ग्रामों के लिए उपलब्ध कराए जाएँ।"]}),
    ("en", "body", "With reference to the subject cited above, it is stated that the water\nlevel has fallen in 42 villages of the district. In 11 of these villages\nall hand pumps have run dry.\n2. You are requested to send seven tankers on hire at the rates that\nwere offered.",
     {"body": ["With reference to the subject cited above, it is stated that the water level has fallen in 42 villages of the district. In 11 of these villages all hand pumps have run dry.", "You are requested to send seven tankers on hire at the rates that were offered."]}),
    ("hi", "body", "टैंकरों का विवरण निम्नानुसार है :\nआष्टा – 3\nइछावर – 4\nकृपया उपलब्ध कराएँ।", {"body": ["टैंकरों का विवरण निम्नानुसार है :", "आष्टा – 3", "इछावर – 4", "कृपया उपलब्ध कराएँ।"]}),
    ("hi", "body", "", {"body": None}),
    # a whole line in bold, a salutation that the text follows, place and date at the foot
    ("hi", "letterhead", "**कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)**", {}),
    ("hi", "letterhead", "# कार्यालय कलेक्टर, जिला सीहोर (म.प्र.)", {}),
    ("hi", "letterhead", "", {"letterhead": None}),
    ("hi", "salutation", "महोदय, सविनय निवेदन है कि कृपया इस पर ध्यान दें।", {"body": ["सविनय निवेदन है कि कृपया इस पर ध्यान दें।", *HI["body"]]}),
    ("hi", "signature", "[नाम]\n[पदनाम]\n[कार्यालय]", {"signature": ["[नाम]", "[पदनाम]", "[कार्यालय]"]}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "part", "typed", "told"), ROWS)
def test_a_part_of_a_letter_is_found_however_it_is_typed(library, language, part, typed, told):
    frame, all_told = FRAMES[language]
    text = "\n\n".join(filter(None, (frame | {part: typed}).values()))
    expected = {id: words for id, words in (all_told | told).items() if words is not None}
    assert said(read(text, library.form("letter"), language)) == expected


@pytest.mark.parametrize(
    ("foot", "dates", "signature"),
    [
        (
            "दिनांक: 20.11.2026\nस्थान: आष्टा\n          प्रार्थी\n          क. ख. ग.\n          सहायक शिक्षक",
            ["20.11.2026", "आष्टा"],
            ["क. ख. ग.", "सहायक शिक्षक"],
        ),
        ("प्रार्थी\nक. ख. ग.\nसहायक शिक्षक\n\nदिनांक: 20.11.2026", ["20.11.2026"], ["क. ख. ग.", "सहायक शिक्षक"]),
        ("स्थान: आष्टा\nदिनांक: 20.11.2026\n\nप्रार्थी\n(क. ख. ग.)", ["आष्टा", "20.11.2026"], ["(क. ख. ग.)"]),
    ],
)
def test_place_and_date_may_stand_at_the_foot(library, foot, dates, signature):
    text = f"सेवा में,\nश्रीमान प्राचार्य महोदय,\nआष्टा\n\nविषय: अवकाश हेतु।\n\nमहोदय,\n\nनिवेदन है कि अवकाश स्वीकृत करने की कृपा करें।\n\n{foot}"
    told = said(read(text, library.form("letter"), "hi"))
    assert (told["date"], told["signature"], told["subscription"]) == (dates, signature, ["प्रार्थी"])
    assert told["body"] == ["निवेदन है कि अवकाश स्वीकृत करने की कृपा करें।"]


# --- how the whole text came


@pytest.mark.parametrize("language", FRAMES)
@pytest.mark.parametrize(
    "came",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("।", "|"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: "\n\n\n" + text + "\n\n   \n",
        lambda text: "    " + text.replace("\n", "\n    "),
        lambda text: text.replace("\n\n", "\n \n\n"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.replace("\n", "\u2028"),
    ],
)
def test_white_space_and_line_ends_make_no_difference(library, language, came):
    typed, told = FRAMES[language]
    text = came("\n\n".join(typed.values()))
    assert said(read(text, library.form("letter"), language)) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sure, here is the letter:", "I hope this helps! Let me know if you want any changes."),
        ("यहाँ आपका पत्र है:", "यदि आप चाहें तो मैं इसमें और सुधार कर सकता हूँ।"),
        ("ज़रूर! आपके अनुरोध के अनुसार पत्र का प्रारूप नीचे दिया गया है।", "कृपया आवश्यकतानुसार संख्या और दिनांक भर लें।"),
        ("```", "```"),
        ("---", "---"),
    ],
)
@pytest.mark.parametrize("language", FRAMES)
def test_what_a_chat_window_says_around_a_letter_is_no_part_of_it(library, language, before, after):
    typed, told = FRAMES[language]
    text = "\n\n".join([before, *typed.values(), after])
    assert said(read(text, library.form("letter"), language)) == told | {"unplaced": [before, after]}


# --- other forms

NOTE = """कार्यालयीन टिप्पणी
नस्ती क्रमांक स्था./क्रय/2026/14      सीहोर, दिनांक 18.02.2026
विषय:- कंप्यूटर क्रय के संबंध में

1. कृपया प्राचार्य के पत्र क्रमांक 57 दिनांक 09.02.2026 का अवलोकन करें।
2. शाला में 6 कंप्यूटर हैं।
3. अतः प्रस्तावित है कि 10 कंप्यूटर क्रय किए जाएँ। अनुमोदनार्थ प्रस्तुत।

(क. ख. शर्मा)
सहायक ग्रेड-3

अधीक्षक
अपर कलेक्टर
कलेक्टर
"""
NOTE_TOLD = {
    "title": ["कार्यालयीन टिप्पणी"],
    "file": ["स्था./क्रय/2026/14"],
    "date": ["18.02.2026"],
    "subject": ["कंप्यूटर क्रय के संबंध में"],
    "body": ["कृपया प्राचार्य के पत्र क्रमांक 57 दिनांक 09.02.2026 का अवलोकन करें।", "शाला में 6 कंप्यूटर हैं।",
             "अतः प्रस्तावित है कि 10 कंप्यूटर क्रय किए जाएँ। अनुमोदनार्थ प्रस्तुत।"],
    "signature": ["(क. ख. शर्मा)", "सहायक ग्रेड-3"],
    "chain": ["अधीक्षक", "अपर कलेक्टर", "कलेक्टर"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", {}),
        ("कार्यालयीन टिप्पणी", "// नोटशीट //", {"title": ["// नोटशीट //"]}),
        ("कार्यालयीन टिप्पणी\n", "", {"title": None}),
        ("नस्ती क्रमांक", "पंजी क्रमांक", {}),
        ("नस्ती क्रमांक स्था./क्रय/2026/14      सीहोर, दिनांक 18.02.2026\n", "", {"file": None, "date": None}),
        ("कार्यालयीन टिप्पणी", "कार्यालय कलेक्टर, जिला सीहोर", {"title": None, "letterhead": ["कार्यालय कलेक्टर, जिला सीहोर"]}),
        ("में\n\n1.", "में\n-----00-----\n1.", {}),
        ("में\n\n1.", "में\n\nमहोदय,\n\n1.", {"salutation": ["महोदय,"]}),
        ("(क. ख. शर्मा)\nसहायक ग्रेड-3\n\n", "", {"signature": None}),
        ("\n\nअधीक्षक\nअपर कलेक्टर\nकलेक्टर", "", {"chain": None}),
        ("अधीक्षक\n", "पताका :- 'क' क्रय नियम\n\nअधीक्षक\n", {"flags": ["'क' क्रय नियम"]}),
    ],
)
def test_a_note_is_read_with_its_file_its_writer_and_its_chain(library, old, new, told):
    text = NOTE.replace(old, new, 1) if old else NOTE
    expected = {id: words for id, words in (NOTE_TOLD | told).items() if words is not None}
    assert said(read(text, library.form("notesheet"), "hi")) == expected


MAIL = [
    "To: deo@example.in", "Cc: collector@example.in", "Subject: Review of drinking water", "", "Sir,", "",
    "The review will be held at 4 pm on 20 February 2026. Please bring the list.", "", "Regards,", "A. B. Verma", "Collector, Sehore",
]  # fmt: skip
MAIL_TOLD = {
    "addressee": ["deo@example.in"], "cc": ["collector@example.in"], "subject": ["Review of drinking water"], "salutation": ["Sir,"],
    "body": ["The review will be held at 4 pm on 20 February 2026. Please bring the list."], "subscription": ["Regards,"],
    "signature": ["A. B. Verma", "Collector, Sehore"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, {}),
        ({0: "प्रति: deo@example.in", 1: "प्रतिलिपि: collector@example.in", 2: "विषय: Review of drinking water"}, {}),
        ({0: "TO : deo@example.in", 1: "CC- collector@example.in", 2: "SUBJECT - Review of drinking water"}, {}),
        ({0: "From: clerk@example.in\nSent: Monday\nTo: deo@example.in"}, {"unplaced": ["From: clerk@example.in", "Sent: Monday"]}),
        ({1: "Cc: collector@example.in\nBcc: record@example.in"}, {"bcc": ["record@example.in"]}),
        ({1: None}, {"cc": None}),
        ({2: "Subject: Review of drinking water\nAttachments: list.pdf"}, {"enclosures": ["list.pdf"]}),
        ({4: "Dear all,"}, {"salutation": ["Dear all,"]}),
        ({8: "Thanks & regards,"}, {"subscription": ["Thanks & regards,"]}),
        ({10: "Collector, Sehore\nPhone: 07562-000000\n\nAttached: list of villages"},
         {"signature": ["A. B. Verma", "Collector, Sehore", "Phone: 07562-000000"], "enclosures": ["list of villages"]}),
    ],
)  # fmt: skip
def test_an_e_mail_is_read_with_its_headers(library, changes, told):
    text = "\n".join(line for n, typed in enumerate(MAIL) if (line := changes.get(n, typed)) is not None)
    expected = {id: words for id, words in (MAIL_TOLD | told).items() if words is not None}
    assert said(read(text, library.form("email"), "en")) == expected


LATER = {
    "title": {"hi": "कार्यालय ज्ञापन", "en": "Office memorandum"},
    "use": {"hi": "-", "en": "-"},
    "fields": {"matter": ["subject"]},
    "length": {"words": [50, 300]},
    "parts": [
        {"id": id, "need": need, "look": look, "name": {"hi": id, "en": id}}
        for id, need, look in [
            ("number", "required", "number"), ("letterhead", "required", "letterhead"), ("date", "required", "right"), ("title", "required", "title"),
            ("subject", "required", "label"), ("salutation", "never", "salutation"), ("body", "required", "numbered"),
            ("agenda", "optional", "label"), ("subscription", "never", "subscription"), ("signature", "required", "signature"),
            ("addressee", "required", "address"), ("copies", "usual", "copy"),
        ]
    ],
    "words": {"hi": {"title": "कार्यालय ज्ञापन", "agenda": "कार्यसूची :-"}, "en": {"title": "OFFICE MEMORANDUM", "agenda": "Agenda:"}},
}  # fmt: skip
MEMO = """F.No. A-11011/5/2026-Estt.
Government of India
Ministry of Water
                              New Delhi, dated the 16 February 2026

OFFICE MEMORANDUM

Subject: Supply of tankers

The undersigned is directed to say that seven tankers are needed.
2. They may be sent by 25 February 2026.

Agenda:
1. Tankers
2. Villages

(A. B. Verma)
Under Secretary
Tel: 011-00000000

To
The Secretary, Ministry of Roads
"""


def test_a_form_that_is_added_later_as_data_is_read_by_its_own_words(library):
    form = assemble("memo", FormFile.model_validate(LATER), library.form("letter").shared)
    assert said(read(MEMO, form, "en")) == {
        "number": ["A-11011/5/2026-Estt."],
        "letterhead": ["Government of India", "Ministry of Water"],
        "date": ["the 16 February 2026"],
        "title": ["OFFICE MEMORANDUM"],
        "subject": ["Supply of tankers"],
        "body": [
            "The undersigned is directed to say that seven tankers are needed.",
            "They may be sent by 25 February 2026.",
        ],
        "agenda": ["1. Tankers", "2. Villages"],
        "signature": ["(A. B. Verma)", "Under Secretary", "Tel: 011-00000000"],
        "addressee": ["To", "The Secretary, Ministry of Roads"],
    }


# --- places, and time


def test_a_place_is_one_in_the_text_as_it_was_given(library):
    text = "\ufeffविषयः-\u200b  पेयजल  व्यवस्था\r\nके संबंध में|\r\n\r\nमहोदय,\r\n\r\n१. जल स्तर नीचे गया है|\r\n"
    document = read(text, library.form("letter"), "hi")
    subject, _, body = document.lines
    assert text[slice(*document.source.span(subject.words, subject.end))] == "पेयजल  व्यवस्था\r\nके संबंध में|"
    assert document.source.plain[subject.words : subject.end] == "पेयजल व्यवस्था के संबंध में।"
    assert text[slice(*document.source.span(body.words, body.end))] == "जल स्तर नीचे गया है|"
    assert document.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "।",
        "विषय",
        "विषय:",
        "प्रति,",
        "महोदय,",
        "1.",
        "()",
        "भवदीय",
        "प्रतिलिपि:-",
        "दिनांक",
        "क्रमांक ",
        "a",
        "\u200b",
        "---",
        "To",
        "संलग्न:",
    ],
)
@pytest.mark.parametrize("form", ["letter", "email", "notesheet"])
def test_next_to_nothing_is_read_without_a_stumble(library, form, text):
    document = read(text, library.form(form), "hi")
    assert all(line.start <= line.words <= line.end for line in document.lines)


def seconds(text, form):
    began = time.process_time()
    read(text, form, "hi")
    return time.process_time() - began


@pytest.mark.parametrize("piece", [
    "a", "अ", "1", "\n", " ", "।", "|", "(", ")", ".", "*", "_", "-", ":", "#", "\t", "\u200d", "क\u093c", "a\n", "1.\n", "1. ", "विषय: ", "विषय:\n", "प्रति,\n", "महोदय,\n", "दिनांक\n",
    "दिनांक 1 ", "क्रमांक 1\n", "भवदीय\n", "(कख)\n", "कलेक्टर\n", "कलेक्टर\n\n", "प्रतिलिपि:-\n", "संलग्न:-\n", "-00-\n", "a@b\n", "क" * 60 + "\n", "क" * 60 + " 1/2026 12.12.2026\n", "संदर्भ:-\n1. क\n", "a. ", "12.12.",
    "क्रमांक 1 " + "क" * 60 + " 12\n", "a" * 60 + " दिनांक 1.1.2026\n",
])  # fmt: skip
def test_a_long_run_of_anything_is_no_trap(library, piece):
    text = piece * (100_000 // len(piece))
    assert seconds(text, library.form("letter")) < 5
    assert seconds(HI_TYPED["subject"] + "\n\n" + HI_TYPED["body"] + "\n\n" + text, library.form("letter")) < 5
