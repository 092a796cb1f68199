"""A demand as the heading under which it is answered: no order of ours, and with room behind it."""

import pytest

from assistant.drafting.headings import heading
from assistant.forms.template import BLANK


@pytest.mark.parametrize(
    ("demand", "named"),
    [
        ("प्रभावित ग्रामों की सूची उपलब्ध कराएँ।", "प्रभावित ग्रामों की सूची"),
        ("विषयांतर्गत कृपया अपने जिले के रिक्त पदों की जानकारी ई-मेल पर भेजें।", "अपने जिले के रिक्त पदों की जानकारी"),
        ("अतः संलग्न प्रपत्र में जानकारी भेजना सुनिश्चित करें।", "संलग्न प्रपत्र में जानकारी"),
        ("साथ ही प्रतिवेदन की प्रति भेजी जाए।", "प्रतिवेदन की प्रति"),
        ("जानकारी अधोहस्ताक्षरी को अनिवार्य रूप से उपलब्ध करावें, अन्यथा कार्यवाही की जाएगी।", "जानकारी"),
        ("उपयोगिता प्रमाण पत्र भेजने का कष्ट करें ताकि शासन को अवगत कराया जा सके।", "उपयोगिता प्रमाण पत्र"),
        ("आपके जिले की सूची चाही गई है।", "हमारे जिले की सूची"),
        ("कृपया यह भी अवगत करावें कि रिपोर्ट क्यों नहीं भेजी गई।", "रिपोर्ट क्यों नहीं भेजी गई"),
        ("शेष का प्रशिक्षण कब तक होगा।", "शेष का प्रशिक्षण कब तक होगा"),
        ("पटवारी के विरुद्ध कार्यवाही की जाए।", "पटवारी के विरुद्ध कार्यवाही करना"),
        ("निर्माण कार्य पूर्ण कराया जाना सुनिश्चित करें।", "निर्माण कार्य पूर्ण कराना"),
        ("अतः अनुरोध है कि दो अधिकारियों को प्रतिनियुक्त करने का कष्ट करें।", "दो अधिकारियों को प्रतिनियुक्त करना"),
        ("प्रतिभागियों की सूची भेज दें।", "प्रतिभागियों की सूची"),
        ("विवरणी 29 जनवरी तक भर दें।", "विवरणी 29 जनवरी तक भर देना"),
        ("बैठक में स्वयं उपस्थित हों।", "बैठक में स्वयं उपस्थित होना"),
        ("A copy of the contingency plan may also be sent.", "A copy of the contingency plan"),
        (
            "Please furnish the number of your vacant posts to this office immediately.",
            "The number of our vacant posts",
        ),
        ("It may be clarified why the monthly report was not sent.", "Why the monthly report was not sent"),
        ("I shall be grateful if you could let me have your views.", "Our views"),
        ("You are requested to depute two officers.", "Request to depute two officers"),
        ("The staff may be deputed – at once.", "Request that the staff may be deputed – at once"),
    ],
)
def test_a_demand_is_named_without_ordering_anybody(demand, named):
    assert heading(demand) == f"{named}: {BLANK}"
