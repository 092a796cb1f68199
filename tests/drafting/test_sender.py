"""Whose letter it is: the post and the whole office to write to, and how the letter is cited."""

import pytest

from assistant.drafting.sender import sender
from assistant.forms.labels import labels

HEALTH = "लोक स्वास्थ्य एवं चिकित्सा शिक्षा विभाग"


@pytest.mark.parametrize(
    ("head", "signed", "whom", "office"),
    [
        (f"मध्यप्रदेश शासन\n{HEALTH}\nमंत्रालय, वल्लभ भवन, भोपाल", f"(आर. के. शर्मा)\nअवर सचिव\nमध्यप्रदेश शासन, {HEALTH}",
         f"अवर सचिव, मध्यप्रदेश शासन, {HEALTH}, मंत्रालय, वल्लभ भवन, भोपाल", f"मध्यप्रदेश शासन, {HEALTH}"),
        ("GOVERNMENT OF MADHYA PRADESH\nDirectorate of Health Services, Bhopal", "(Dr. R. K. Mishra)\nDirector",
         "Director, Directorate of Health Services, Bhopal", "Directorate of Health Services, Bhopal"),
        ("GOVERNMENT OF INDIA\nMinistry of Health\nNirman Bhawan, New Delhi - 110011", "(A. Rao)\nUnder Secretary to the Government of India",
         "Under Secretary, Government of India, Ministry of Health, Nirman Bhawan, New Delhi", "Government of India, Ministry of Health"),
        ("कार्यालय जिला शिक्षा अधिकारी\nजिला सीहोर (म.प्र.)\nदूरभाष 07562-224411", "जिला शिक्षा अधिकारी\nजिला सीहोर",
         "जिला शिक्षा अधिकारी, जिला सीहोर (म.प्र.)", "जिला शिक्षा अधिकारी, जिला सीहोर (म.प्र.)"),
        ("कार्यालय जिला पंचायत, सीहोर", "(राम)\nमुख्य कार्यपालन अधिकारी\nजिला पंचायत सीहोर",
         "मुख्य कार्यपालन अधिकारी, जिला पंचायत, सीहोर", "जिला पंचायत, सीहोर"),
        ("संचालनालय लोक स्वास्थ्य\nसतपुड़ा भवन, भोपाल", "(राम)\nकृते आयुक्त",
         "आयुक्त, संचालनालय लोक स्वास्थ्य, सतपुड़ा भवन, भोपाल", "संचालनालय लोक स्वास्थ्य"),
        ("सत्यमेव जयते\nकार्यालय कलेक्टर, जिला सीहोर\n(स्थापना शाखा)\nबेटी बचाओ, बेटी पढ़ाओ", "अपर कलेक्टर", "कलेक्टर, जिला सीहोर", "कलेक्टर, जिला सीहोर"),
        ("Government of India\nMinistry of Road Transport\nTransport Bhawan, New Delhi", "Under Secretary",
         "Under Secretary, Government of India, Ministry of Road Transport, Transport Bhawan, New Delhi",
         "Government of India, Ministry of Road Transport"),
        ("", "(राम)\nसरपंच\nग्राम पंचायत मोगरा", "सरपंच, ग्राम पंचायत मोगरा", "सरपंच, ग्राम पंचायत मोगरा"),
    ],
)  # fmt: skip
def test_an_answer_goes_to_the_post_in_the_whole_office_and_cites_the_office(library, head, signed, whom, office):
    assert sender({"letterhead": head, "signature": signed}, labels(library.form("letter"))) == (whom, office)


def test_who_writes_on_top_of_the_text_and_a_citizen_are_found(library):
    known = labels(library.form("letter"))
    assert (
        sender({"from": "प्रेषक,\nसचिव,\nमध्यप्रदेश शासन,\nगृह विभाग।", "signature": "सचिव"}, known).whom
        == "सचिव, मध्यप्रदेश शासन, गृह विभाग"
    )
    assert sender({"subscription": "आवेदिका", "signature": "रामकली बाई\nग्राम देवली"}, known).whom == "रामकली बाई"
