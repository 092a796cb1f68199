"""Papers laid out as offices lay them out, each a little unlike the form's own page: their parts are found all the same."""

# ruff: noqa: E501 (a paper stays in few lines)

import pytest

from assistant.forms.reader import read
from assistant.forms.states import state_of


def parts(assistant, form, language, text):
    return {
        part: [words] if isinstance(words, str) else words
        for part, words in read(text, assistant.library.form(form), language).by_part().items()
    }


def test_papers_listed_under_the_sentence_that_forwards_them(assistant):
    text = (
        "OFFICE OF THE DISTRICT JUDGE, DEWAS (M.P.)\n\nEndorsement No. 644/2026        Dewas, dated 05-05-2026\n\n"
        "A copy each of the papers mentioned below is forwarded to the District Treasury Officer, Dewas.\n\n"
        "1. Order No. B/1877 dated 28-04-2026\n2. Last pay certificate\n\n(V. Narwaria)\nSuperintendent\n\nTo\nThe District Treasury Officer\nDewas"
    )
    found = parts(assistant, "endorsement", "en", text)
    assert found["enclosures"] == ["1. Order No. B/1877 dated 28-04-2026", "2. Last pay certificate"]
    assert len(found["body"]) == 1


def test_an_office_between_a_press_note_and_its_headline(assistant):
    text = "PRESS NOTE\nOffice of the Divisional Forest Officer, Panna\n\nLeopard released in forest\n\nPanna, 2 February 2026: A leopard that had entered a shed was released in the forest on Sunday. No person was hurt.\n\nDivisional Forest Officer"
    found = parts(assistant, "press-note", "en", text)
    assert found["letterhead"] == ["Office of the Divisional Forest Officer, Panna"]
    assert found["headline"] == ["Leopard released in forest"]


def test_a_department_in_the_line_of_the_id_number(assistant):
    text = (
        "Department of Drinking Water\n\nSubject: Age limit for consultants\n\n1. The guidelines of this Department lay down an age limit.\n\n"
        "2. The advice may kindly be given by 10 December 2026.\n\n(Rohit Sabharwal)\nUnder Secretary\n\nDepartment of Personnel and Training\nNorth Block, New Delhi\n\n"
        "Department of Drinking Water and Sanitation I.D. No. Z-11011/3/2026-Estt. dated 19 November 2026"
    )
    found = parts(assistant, "id-note", "en", text)
    assert found["date"][0].endswith("19 November 2026")
    assert found["addressee"] == ["Department of Personnel and Training", "North Block, New Delhi"]


def test_a_sentence_with_an_address_in_it_signs_nothing(assistant):
    text = (
        "MEETING NOTICE\n\nTo: All Chief Medical Officers\n\nSubject: Drug stock\n\nThe monthly meeting will be held on Wednesday, 3 June 2026, at 3.00 p.m. in the hall.\n\n"
        "Agenda:\n1. Minutes of the last meeting\n2. Stock of vaccine\n\nStock figures as on 31 May 2026 may be sent to store@example.in by 1 June 2026.\n\n(Dr. S. Toppo)\nJoint Director"
    )
    found = parts(assistant, "meeting-notice", "en", text)
    assert found["signature"] == ["(Dr. S. Toppo)", "Joint Director"]
    assert found["body"][-1].startswith("Stock figures")


def test_copies_and_those_present_under_labels_of_other_hands(assistant):
    text = (
        "कार्यालय जिला विद्यालय निरीक्षक, बाराबंकी\n\nकार्यवृत्त\n\nदिनांक 05 नवम्बर, 2026 को पूर्वाह्न 11.00 बजे पुस्तकालय कक्ष में आयोजित पुस्तकालय सुदृढ़ीकरण समिति की बैठक\n\n"
        "उपस्थिति :\n1- डा० राकेश मिश्र, प्रधानाचार्य\n2- श्री इमरान अली, पुस्तकालयाध्यक्ष\n\nनिर्णय लिया गया कि जीर्ण पुस्तकों की सूची तैयार की जाय।\n\n"
        "(ओम प्रकाश)\nजिला विद्यालय निरीक्षक\n\nप्रतिलिपि समस्त सदस्यगण को सूचनार्थ।"
    )
    found = parts(assistant, "minutes", "hi", text)
    assert len(found["attendees"]) == 2
    assert found["copies"] == ["प्रतिलिपि समस्त सदस्यगण को सूचनार्थ।"]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("उत्तर प्रदेश शासन\nगृह विभाग", "up"),
        ("कार्यालय जिलाधिकारी, जनपद बाराबंकी", "up"),
        ("कार्यालय कलेक्टर, जिला कोरबा (छ.ग.)", "cg"),
        ("Government of India\nMinistry of Culture\nBhopal", "goi"),
        ("OFFICE OF THE COLLECTOR, MANDLA (M.P.)", "mp"),
        ("कार्यालय प्रबंधक", "mp"),  # it writes to its own state
    ],
)
def test_whose_practice_a_paper_follows_is_seen_on_its_head(assistant, head, state):
    text = f"{head}\n\nक्रमांक 12/2026        दिनांक 05.05.2026\n\nप्रति,\nसचिव, मध्यप्रदेश शासन\n\nविषय: मरम्मत के संबंध में\n\nलेख है कि भवन की मरम्मत की जानी है।\n\nप्रबंधक"
    assert state_of(read(text, assistant.library.form("letter"), "hi")) == state


def test_a_title_with_a_serial_of_its_own_above_the_number(assistant):
    text = "DIRECTORATE OF TREASURIES, MADHYA PRADESH\n\nCIRCULAR No. 17/2026\n\nNo. DTA/IT/2026/2991        Bhopal, dated 24th February 2026\n\nTo,\n    All District Treasury Officers\n\nSubject: Closing of bills\n\nIt has been observed that bills come late.\n\nCommissioner"
    found = parts(assistant, "circular", "en", text)
    assert (found["title"], found["number"]) == (["CIRCULAR No. 17/2026"], ["No. DTA/IT/2026/2991"])
    assert found["date"] == ["Bhopal, dated 24th February 2026"]


def test_a_place_of_several_words_before_the_date(assistant):
    text = "छत्तीसगढ़ शासन\nसामान्य प्रशासन विभाग\n\nआदेश\n\nनवा रायपुर अटल नगर, दिनांक 9 नवम्बर 2026\n\nक्रमांक एफ 1-6/2026\n\nराज्य शासन एतद्द्वारा श्री अ. ब. वर्मा को नियुक्त करता है।\n\nअवर सचिव"
    found = parts(assistant, "order", "hi", text)
    assert found["letterhead"] == ["छत्तीसगढ़ शासन", "सामान्य प्रशासन विभाग"]
    assert found["date"] == ["नवा रायपुर अटल नगर, दिनांक 9 नवम्बर 2026"]


def test_number_and_date_at_the_right_edge_beside_who_writes(assistant):
    text = "Dr. Neelima Joshi, IFS            D.O. No. 7-3/2026-PT\nInspector General of Forests      New Delhi, 3 March 2026\n\nMy dear Shri Verma,\n\nI was happy to see how well your staff are working.\n\nYours sincerely,\n\n(Neelima Joshi)\n\nShri Alok Verma\nField Director"
    found = parts(assistant, "do-letter", "en", text)
    assert found["from"] == ["Dr. Neelima Joshi, IFS", "Inspector General of Forests"]
    assert (found["number"], found["date"]) == (["D.O. No. 7-3/2026-PT"], ["New Delhi, 3 March 2026"])


def test_a_table_right_under_the_sentence_below_the_title(assistant):
    text = "कार्यालय प्राचार्य, रायपुर\nक्रमांक 1477/2026        रायपुर, दिनांक 24/07/2026\nकार्यालय आदेश\nमहाविद्यालय की समितियों का सत्र 2026-27 हेतु निम्नानुसार पुनर्गठन किया जाता है :-\nक्र.    समिति            संयोजक\n1      प्रवेश समिति      डॉ. वर्षा\n2      क्रीड़ा समिति      श्री विजय\nयह आदेश तत्काल प्रभाव से लागू होगा।\n                    प्राचार्य"
    found = parts(assistant, "office-order", "hi", text)
    assert len(found["letterhead"]) == 1
    assert found["body"][0].startswith("महाविद्यालय")
    assert "unplaced" not in found


def test_a_purpose_that_stands_once_below_all_the_copies(assistant):
    text = "मध्यप्रदेश शासन\nराजस्व विभाग\n\nक्रमांक एफ 6-31/2026        भोपाल, दिनांक 10/07/2026\n\nप्रति,\n    समस्त कलेक्टर\n\nविषय:- सर्वेक्षण के संबंध में।\n\nसर्वेक्षण 7 दिवस में पूर्ण किया जाए।\n\nप्रमुख सचिव\n\nप्रतिलिपि :\n1. राहत आयुक्त, मध्यप्रदेश\n2. आयुक्त, भू-अभिलेख, ग्वालियर\nकी ओर सूचनार्थ एवं आवश्यक कार्यवाही हेतु।\n\nअवर सचिव"
    found = parts(assistant, "circular", "hi", text)
    assert found["copies"][-2:] == ["की ओर सूचनार्थ एवं आवश्यक कार्यवाही हेतु।", "अवर सचिव"]
    assert "unplaced" not in found


def test_a_heading_ends_the_list_of_those_present(assistant):
    text = "OFFICE OF THE COLLECTOR, BALOD (C.G.)\nNo. 44/2026    Balod, 22/06/2026\nMINUTES OF THE MEETING\nSubject: Vigilance Committee of 19/06/2026\nThe meeting was held on 19/06/2026 at 12 noon under the chairmanship of the Collector, Balod.\nPresent:\n1. Food Officer\n2. District Manager\nDecisions:\n1. Two new shops are to be opened by the Food Officer by 15/08/2026.\nFood Officer"
    found = parts(assistant, "minutes", "en", text)
    assert len(found["attendees"]) == 2
    assert found["body"][0] == "Decisions:"


def test_the_head_of_the_mail_that_brought_a_paper_is_no_part_of_it(assistant):
    text = "-----Original Message-----\nFrom: deo.guna@example.in\nTo: principals@example.in\nSent: Tuesday, August 25, 2026 4:10 PM\nSubject: Fwd: ओलंपियाड\n\nकार्यालय जिला शिक्षा अधिकारी, जिला गुना (म.प्र.)\nक्रमांक/3190        गुना, दिनांक 25.08.2026\n\nप्रति,\nसमस्त प्राचार्य\n\nविषय: गणित ओलंपियाड के पंजीयन बाबत।\n\nसूची दिनांक 08.09.2026 तक भेजें।\n\n(अ. ब. वर्मा)\nजिला शिक्षा अधिकारी, गुना"
    found = parts(assistant, "letter", "hi", text)
    assert found["letterhead"] == ["कार्यालय जिला शिक्षा अधिकारी, जिला गुना (म.प्र.)"]
    assert found["addressee"] == ["प्रति,", "समस्त प्राचार्य"]


def test_a_sentence_that_speaks_of_a_telephone_is_text(assistant):
    text = "जनसंपर्क कार्यालय, सतना\n\nप्रेस विज्ञप्ति\n\nगुमशुदा व्यक्ति मिला\n\nसतना, 14 मई 2026। गुमशुदा व्यक्ति को पुलिस ने खोज लिया है।\nउसके मोबाइल नंबर से स्थान का पता चला।\n\nसहायक संचालक\nजनसंपर्क सतना"
    found = parts(assistant, "press-note", "hi", text)
    assert found["signature"] == ["सहायक संचालक", "जनसंपर्क सतना"]


def test_an_office_without_its_name_in_capitals_and_a_weekday_before_the_day(assistant):
    text = "PRESS RELEASE\n\nPolice Headquarters, Nava Raipur\n\nCyber help desks from 1 July\n\nNava Raipur: Saturday, 27 June 2026\n\nTwenty-eight police stations of the State will have a cyber help desk from 1 July 2026.\n\nPublic Relations Officer"
    found = parts(assistant, "press-note", "en", text)
    assert found["letterhead"] == ["Police Headquarters, Nava Raipur"]
    assert found["headline"] == ["Cyber help desks from 1 July"]
    assert found["date"] == ["Nava Raipur: Saturday, 27 June 2026"]


def test_a_state_in_letters_is_no_item_and_a_post_is_known_in_either_spelling(assistant):
    text = "कार्यालय जिला प्रबन्धक, वन विकास निगम\nक्रमांक 1877        छिन्दवाड़ा, दिनांक 21/10/2026\nप्रति,\n    वन परिक्षेत्र अधिकारी\nविषय:- चिन्हांकन बाबत।\nचिन्हांकन दिनांक 15/11/2026 तक पूर्ण कराएँ।\n          जिला प्रबन्धक\n     म.प्र. राज्य वन विकास निगम"
    assert parts(assistant, "letter", "hi", text)["signature"] == ["जिला प्रबन्धक", "म.प्र. राज्य वन विकास निगम"]


def test_what_was_when_and_where_over_those_present(assistant):
    text = "कार्यालय तहसीलदार, नागदा\nक्रमांक 611/2026        नागदा, दिनांक 10.09.2026\n\nकार्यवाही विवरण\n\nविषय : शांति समिति की बैठक\n\nदिनांक : 09.09.2026, सायं 5:00 बजे\nस्थान : थाना परिसर, नागदा\n\nउपस्थित :\n(1) तहसीलदार\n(2) समिति के 21 सदस्य\n\n1. तार ऊँचे कराए जाएँगे।\n\nबैठक समाप्त हुई।\n\n                           अनुविभागीय दण्डाधिकारी\n                           नागदा\n\nप्रतिलिपि :\n1. तहसीलदार, नागदा"
    found = parts(assistant, "minutes", "hi", text)
    assert found["opening"] == ["दिनांक : 09.09.2026, सायं 5:00 बजे", "स्थान : थाना परिसर, नागदा"]
    assert len(found["attendees"]) == 2
    assert found["signature"] == ["अनुविभागीय दण्डाधिकारी", "नागदा"]


def test_who_acts_in_brackets_signs_nothing(assistant):
    text = "कार्यालय तहसीलदार, सदर\n\nकार्यवाही विवरण\n\nविषय: समीक्षा बैठक\n\nबैठक दिनांक 06.08.2026 को हुई।\n\n1. तार: 6 में से 4 शिकायतें निपटीं।\n(कार्यवाही: अवर अभियन्ता, विद्युत)\n\n2. मार्ग: दोनों मार्ग पूर्ण कराये जायें।\n\n(हिमाद्रि जोशी)\nतहसीलदार"
    found = parts(assistant, "minutes", "hi", text)
    assert len(found["body"]) == 4
    assert found["signature"] == ["(हिमाद्रि जोशी)", "तहसीलदार"]


def test_a_place_without_a_label_on_the_left_of_who_signs(assistant):
    text = "प्रति,\n     वनमंडलाधिकारी, पन्ना\n\nविषय : अवकाश बाबत्।\n\nमहोदय,\n\n     अवकाश स्वीकृत करने की कृपा करें।\n\nपवई                                         प्रार्थी\nदिनांक 05.10.2026\n\n                                         (ब्रजकिशोर पटेरिया)"
    found = parts(assistant, "application", "hi", text)
    assert "".join(found["date"]) == "पवईदिनांक 05.10.2026"
    assert (found["subscription"], found["signature"]) == (["प्रार्थी"], ["(ब्रजकिशोर पटेरिया)"])


def test_a_name_and_a_post_that_no_list_has(assistant):
    text = "प्रति,\nखंड चिकित्सा अधिकारी, देवसर\n\nविषय - सत्रों का निरीक्षण प्रतिवेदन\n\nसभी बच्चे मिल गए।\n\nसुमन कोल\nसेक्टर सुपरवाइजर, जियावन\nदेवसर, दिनांक 06.11.2026"
    found = parts(assistant, "report", "hi", text)
    assert found["signature"] == ["सुमन कोल", "सेक्टर सुपरवाइजर, जियावन"]
    assert found["date"] == ["देवसर, दिनांक 06.11.2026"]


def test_the_last_word_of_a_subject_is_no_title_and_a_firm_is_addressed_without_a_label(assistant):
    text = "कार्यालय नगर पंचायत सिकन्दरपुर\nपत्रांक: 14/2026        दिनांक: 21-07-2026\n\nकारण बताओ नोटिस\n\nमेसर्स पूर्वांचल क्लीन सर्विसेज,\nमोहल्ला डोमनपुरा\n\nविषय: कूड़ा उठान की शिकायत पर प्रस्तुत जाँच आख्या में दर्शित कमियों के सम्बन्ध में\nआदेश।\n\n1- वार्ड 4, 7 एवं 10 में दिनांक 06-07-2026 से 11-07-2026 तक वाहन नहीं पहुंचा\nतथा 17 शिकायतें मिलीं।\n\n(कमलेश कुमार)\nअधिशासी अधिकारी"
    found = parts(assistant, "show-cause", "hi", text)
    assert found["addressee"] == ["मेसर्स पूर्वांचल क्लीन सर्विसेज,", "मोहल्ला डोमनपुरा"]
    assert found["title"] == ["कारण बताओ नोटिस"]


def test_dotted_letters_are_a_post_and_one_letter_with_words_is_an_item(assistant):
    text = "टीप\nविषय- स्टेशनरी क्रय।\n\nक. स्टेशनरी समाप्त है और तीन माह से नहीं आई।\nख. अतः क्रय हेतु स्वीकृति का प्रस्ताव है।\n\n(दीपक साहू) स.ग्रे.-3\n12/05/2026\n\nब.मं.अ."
    found = parts(assistant, "notesheet", "hi", text)
    assert len(found["body"]) == 2
    assert (found["signature"], found["chain"]) == (["(दीपक साहू) स.ग्रे.-3"], ["ब.मं.अ."])


def test_a_place_that_ends_in_a_stop_and_a_circle_with_its_number(assistant):
    head = "कार्यालय तहसील सदर\nपत्रांक: 88/2026        दिनांक: 12.05.2026\n\nसेवा में,\n     तहसीलदार,\n     सदर।\n\nविषय: आख्या।\n\nआख्या सादर प्रस्तुत है।\n\n"
    assert parts(assistant, "report", "hi", head + "ह0 अपठनीय\nलेखपाल\nसिसवा।")["signature"][-1] == "सिसवा।"
    assert parts(assistant, "report", "hi", head + "हल्का पटवारी\nप.ह.नं. 14, पेटला")["signature"][-1] == "प.ह.नं. 14, पेटला"


def test_what_is_enclosed_on_the_left_of_who_signs(assistant):
    text = "कार्यालय कलेक्टर, जिला सीहोर\nक्रमांक 118/2026    सीहोर, दिनांक 16.02.2026\n\nप्रति,\nतहसीलदार, इछावर\n\nविषय :- सूची।\n\nसूची संलग्न है।\n\nसंलग्न : सूची                         (प्रमोद झा)\n                                   डिप्टी कलेक्टर"
    found = parts(assistant, "letter", "hi", text)
    assert (found["enclosures"], found["signature"]) == (["सूची"], ["(प्रमोद झा)", "डिप्टी कलेक्टर"])


def test_a_title_over_two_lines_and_a_day_below_the_address(assistant):
    text = "कार्यालय जिलाधिकारी, बाराबंकी\nसंख्या- 1472/2026        दिनांक 14 सितम्बर, 2026\nजिला पर्यावरण समिति की बैठक दिनांक 11 सितम्बर, 2026\nका कार्यवृत्त\n\nबैठक जिलाधिकारी की अध्यक्षता में दिनांक 11 सितम्बर, 2026 को सम्पन्न हुई।\n\n(शशांक)\nजिलाधिकारी"
    assert parts(assistant, "minutes", "hi", text)["title"] == [
        "जिला पर्यावरण समिति की बैठक दिनांक 11 सितम्बर, 2026 का कार्यवृत्त"
    ]
    text = "खाद्य प्रशासन, उत्तर प्रदेश\nसंख्या-127/2026\n\nपरिपत्र\n\nसेवा में,\n    समस्त सहायक आयुक्त\n             लखनऊ:  दिनांक 28 सितम्बर, 2026\n\nविषयः- मेलों के सम्बन्ध में।\n\nनमूने लिये जायें।\n\n(कुलदीप)\nअपर आयुक्त"
    assert parts(assistant, "circular", "hi", text)["date"] == ["लखनऊ: दिनांक 28 सितम्बर, 2026"]


@pytest.mark.parametrize("number", ["संख्या: ........./2026\n", ""])
def test_an_office_with_its_number_between_a_press_note_s_title_and_its_headline(assistant, number):
    text = f"प्रेस विज्ञप्ति\n\nजिला सूचना कार्यालय बाराबंकी (उ.प्र.)\n{number}\nजनपद में 22 सितम्बर से लगेंगे स्वास्थ्य मेले\n\nबाराबंकी, 18 सितम्बर 2026। जनपद के सभी विकास खण्डों में स्वास्थ्य मेले लगाए जाएँगे। जाँच निःशुल्क होगी।\n\nजिला सूचना अधिकारी"
    found = parts(assistant, "press-note", "hi", text)
    assert found["letterhead"] == ["जिला सूचना कार्यालय बाराबंकी (उ.प्र.)"]
    assert found["headline"] == ["जनपद में 22 सितम्बर से लगेंगे स्वास्थ्य मेले"]


@pytest.mark.parametrize("label", ["पृ.क्रं.", "पृ0क्रं0", "पृष्ठां. क्रं.", "पृष्ठ क्रमांक", "पृ.संख्या"])
def test_the_number_of_the_copies_however_it_is_cut_short(assistant, label):
    text = f"कार्यालय कलेक्टर, रायसेन\n\nक्रं. 12/2026   रायसेन, दिनांक 12.11.2026\n\nप्रति,\n    जिला प्रबंधक, रायसेन\n\nविषय:- भण्डारण बाबत्।\n\nभण्डारण 25.11.2026 तक किया जाए।\n\nजिला आपूर्ति अधिकारी\nरायसेन\n{label} /खाद्य/2026   रायसेन, दिनांक 12.11.2026\nप्रतिलिपि :-\n1- कलेक्टर रायसेन की ओर सूचनार्थ।"
    found = parts(assistant, "letter", "hi", text)
    assert found["signature"] == ["जिला आपूर्ति अधिकारी", "रायसेन"]
    assert found["copies"][0].startswith(label)


@pytest.mark.parametrize(
    "greeting", ["sir ji namaste aap ko 🙏", "आदरणीय सर जी को नमस्कार", "Hello sir, hope you are well"]
)
def test_a_greeting_is_no_subject(assistant, greeting):
    text = f"{greeting}\nमुझे कल रात से बुखार है। दिनांक 14.10.2026 से 16.10.2026 तक छुट्टी दीजिए। मेरा काम सुरेश भाई देख लेंगे।\nरमेश"
    assert "subject" not in parts(assistant, "application", "hi", text)


def test_who_writes_with_the_office_at_the_right_edge(assistant):
    text = "डॉ. नीलिमा सक्सेना, आई.ए.एस.        अ.शा. पत्र संख्या ....../कैम्प/2026\nमुख्य विकास अधिकारी                  कार्यालय मुख्य विकास अधिकारी, जनपद हरदोई\n                      हरदोई, दिनांक 12 मई, 2026\n\nप्रिय श्री त्रिपाठी जी,\n\nमैं आपका ध्यान भूसे के भण्डारण की ओर आकर्षित करना चाहती हूँ।\n\nभवदीया,\n\n(नीलिमा सक्सेना)\n\nश्री आलोक त्रिपाठी,\nखण्ड विकास अधिकारी,"
    found = parts(assistant, "do-letter", "hi", text)
    assert found["from"] == ["डॉ. नीलिमा सक्सेना, आई.ए.एस.", "मुख्य विकास अधिकारी"]
    assert found["letterhead"] == ["कार्यालय मुख्य विकास अधिकारी, जनपद हरदोई"]
