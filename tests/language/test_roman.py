"""Hindi typed in Latin letters becomes Devanagari, in the spellings that people really use; English stays."""

import re
import time
from pathlib import Path

import pytest

from assistant.language.lexicon import shorts, usual
from assistant.language.roman import distance, ranked, romanised
from assistant.language.typed import to_devanagari
from assistant.language.words import rows

OFFICE = Path(__file__).parent / "office.roman.txt"


def likeliest(typed):
    """The five words that a typed one is likeliest to be."""
    return [hindi for _, _, hindi in ranked(typed)[:5]]


PAIRS = """
    karyalay:कार्यालय sweekriti:स्वीकृति aupcharik:औपचारिक sinchai:सिंचाई vriddh:वृद्ध prakriya:प्रक्रिया chunav:चुनाव
    nirvachan:निर्वाचन shikayat:शिकायत nirakaran:निराकरण samiksha:समीक्षा baithak:बैठक vibhag:विभाग shasan:शासन
    mantralay:मंत्रालय sachiv:सचिव ayukt:आयुक्त aayukt:आयुक्त panchayat:पंचायत talab:तालाब tathya:तथ्य teeka:टीका
    tika:टीका vyaktigat:व्यक्तिगत gyapan:ज्ञापन paripatra:परिपत्र adhisuchna:अधिसूचना prativedan:प्रतिवेदन
    anumodan:अनुमोदन adhiniyam:अधिनियम kasht:कष्ट sadar:सादर nasti:नस्ती nivida:निविदा samast:समस्त anyatha:अन्यथा
    bijli:बिजली sunvai:सुनवाई chadhna:चढ़ना bhejna:भेजना rajasva:राजस्व bhumi:भूमि namantaran:नामांतरण
    seemankan:सीमांकन atikraman:अतिक्रमण shiksha:शिक्षा shikshak:शिक्षक vidyalay:विद्यालय chhatra:छात्र
    chatravriti:छात्रवृत्ति swasthya:स्वास्थ्य chikitsa:चिकित्सा aspatal:अस्पताल fasal:फसल kisan:किसान krishi:कृषि
    varsha:वर्षा badh:बाढ़ rahat:राहत muavja:मुआवजा bhugtan:भुगतान rashi:राशि vetan:वेतन avkash:अवकाश niyukti:नियुक्ति
    sthanantaran:स्थानांतरण padonnati:पदोन्नति nilamban:निलंबन satyapan:सत्यापन pramanpatra:प्रमाणपत्र praman:प्रमाण
    suchi:सूची vivran:विवरण vivaran:विवरण jankari:जानकारी spashtikaran:स्पष्टीकरण uplabdh:उपलब्ध prapt:प्राप्त
    sanlagn:संलग्न preshit:प्रेषित prastut:प्रस्तुत avgat:अवगत nirdeshit:निर्देशित anurodh:अनुरोध nivedan:निवेदन
    apeksha:अपेक्षा yojana:योजना vikas:विकास nirman:निर्माण marammat:मरम्मत bhavan:भवन sadasya:सदस्य adhyaksh:अध्यक्ष
    sarpanch:सरपंच patwari:पटवारी nagar:नगर gramin:ग्रामीण mahila:महिला bal:बाल poshan:पोषण anganwadi:आंगनवाड़ी
    rashan:राशन khadya:खाद्य apurti:आपूर्ति peyjal:पेयजल samasya:समस्या samadhan:समाधान suvidha:सुविधा surksha:सुरक्षा
    suraksha:सुरक्षा pulis:पुलिस thana:थाना aparadh:अपराध nyayalay:न्यायालय vaad:वाद pakshkar:पक्षकार gavah:गवाह
    bayan:बयान kanoon:कानून niyam:नियम dhara:धारा shart:शर्त anubandh:अनुबंध thekedar:ठेकेदार samagri:सामग्री
    vahan:वाहन margdarshan:मार्गदर्शन prashikshan:प्रशिक्षण karyakram:कार्यक्रम abhiyan:अभियान shivir:शिविर
    ayojan:आयोजन aayojit:आयोजित sampann:संपन्न samapt:समाप्त lambit:लंबित nirast:निरस्त turant:तुरंत saptah:सप्ताह
    mahina:महीना somvar:सोमवार budhwar:बुधवार shukravar:शुक्रवार zimmedari:जिम्मेदारी laparwahi:लापरवाही
    kathinai:कठिनाई truti:त्रुटि galti:गलती dhyan:ध्यान vichar:विचार nirnay:निर्णय sujhav:सुझाव sahayta:सहायता
    sahayata:सहायता anudan:अनुदान hitgrahi:हितग्राही labharthi:लाभार्थी patra:पत्र patrata:पात्रता aavas:आवास
    makan:मकान chhat:छत gir:गिर gayi:गई barish:बारिश sham:शाम subah:सुबह sahab:साहब batana:बताना ladka:लड़का
    sagar:सागर indore:इंदौर vidisha:विदिशा sehore:सीहोर ramesh:रमेश mohan:मोहन hoshangabad:होशंगाबाद jabalpur:जबलपुर
    ujjain:उज्जैन raipur:रायपुर lakhnau:लखनऊ prayagraj:प्रयागराज kya:क्या kyu:क्यों nahi:नहीं nhi:नहीं nahin:नहीं
    me:में mein:में mai:मैं main:मैं hai:है hain:हैं hoon:हूँ ki:की ke:के ka:का ko:को se:से ne:ने par:पर pr:पर aur:और
    or:और evam:एवं tatha:तथा bhi:भी hi:ही to:तो jo:जो yah:यह yeh:यह woh:वह wo:वह is:इस us:उस kr:कर karen:करें
    karein:करें kre:करे karna:करना krne:करने kiya:किया gaya:गया gya:गया jaye:जाए jaega:जाएगा rha:रहा rahe:रहे
    diya:दिया liye:लिए chahiye:चाहिए chaiye:चाहिए bahut:बहुत bohot:बहुत zyada:ज्यादा pehle:पहले baad:बाद aaj:आज
    kripya:कृपया kripaya:कृपया kirpya:कृपया sambandh:संबंध smbandh:संबंध sambndh:संबंध shri:श्री shree:श्री
    mahoday:महोदय bhavdiya:भवदीय dhanyawad:धन्यवाद gaon:गाँव ganv:गाँव jila:जिला zila:जिला karyawahi:कार्यवाही
    aavashyak:आवश्यक awashyak:आवश्यक sadak:सड़क sarak:सड़क shehar:शहर tehsil:तहसील janch:जाँच
    sarvekchhan:सर्वेक्षण samikcha:समीक्षा nirikchan:निरीक्षण istemal:इस्तेमाल sevanivrat:सेवानिवृत्त vetanvradhi:वेतनवृद्धि
    upsthiti:उपस्थिति awantan:आवंटन vidhyalay:विद्यालय swikrati:स्वीकृति mratyu:मृत्यु anganbadi:आंगनवाड़ी vraksharopan:वृक्षारोपण adhikshak:अधीक्षक
    dawa:दवा dava:दवा gadi:गाड़ी gaadi:गाड़ी gadiyon:गाड़ियों choti:छोटी bachha:बच्चा bacchi:बच्ची achhi:अच्छी kachha:कच्चा pakki:पक्की bache:बचे
    lagana:लगाना lagna:लगना kender:केंद्र upkender:उपकेंद्र mantar:मंत्र sangini:संगिनी upswasthya:उपस्वास्थ्य pkt:पैकेट manday:मानदेय rah:रह chal:चल
    padhai:पढ़ाई badi:बड़ी kheda:खेड़ा ladkiyan:लड़कियाँ jhopdi:झोपड़ी kooda:कूड़ा chai:चाय behan:बहन
    dhvajarohan:ध्वजारोहण atishbaji:आतिशबाजी pradushit:प्रदूषित gunatmak:गुणात्मक
"""
"""Typed word and the word that is meant."""


@pytest.mark.parametrize("pair", PAIRS.split())
def test_a_word_as_people_type_it_is_the_word_that_is_meant(pair):
    typed, meant = pair.split(":")
    assert to_devanagari(f"{typed} ke") == f"{meant} के"


def test_there_are_enough_pairs_to_speak_of():
    assert len(set(PAIRS.split())) >= 150


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ke sambandh me", "के संबंध में"),
        ("Kripya jile ke sambandh me aadesh jari karne ka kasht karen", "कृपया जिले के संबंध में आदेश जारी करने का कष्ट करें"),
        ("mahoday, nivedan hai ki bijli nahi aati", "महोदय, निवेदन है कि बिजली नहीं आती"),
        ("kya aap sunvai kar sakte hain?", "क्या आप सुनवाई कर सकते हैं?"),
        ("gram panchayat rampur mein peyjal ki samasya hai", "ग्राम पंचायत रामपुर में पेयजल की समस्या है"),
        ("DM sahab ko avgat karaya jaye", "DM साहब को अवगत कराया जाए"),
        ("report collector@mp.gov.in par bhejna hai", "रिपोर्ट collector@mp.gov.in पर भेजना है"),
        ("kal 11 baje meeting hogi", "कल 11 बजे मीटिंग होगी"),
        ("patra kramank 1422/PHE/2026 dinank 02.02.2026", "पत्र क्रमांक 1422/PHE/2026 दिनांक 02.02.2026"),
        ("जिले me pani nahi hai", "जिले में पानी नहीं है"),
        ("school ki chhat gir gayi, collector sahab ko batana hai", "स्कूल की छत गिर गई, कलेक्टर साहब को बताना है"),
        ("janpad panchayaton ke 7 tanker in gramon ke liye", "जनपद पंचायतों के 7 टैंकर इन ग्रामों के लिए"),
        ("uparyukt vishyantargat lekh hai ki", "उपर्युक्त विषयांतर्गत लेख है कि"),
        ("teen mahine se vetan nahin mila hai", "तीन महीने से वेतन नहीं मिला है"),
        ("form www.mp.gov.in se len", "फॉर्म www.mp.gov.in से लें"),
    ],
)
def test_a_sentence_is_read_word_by_word(typed, meant):
    assert to_devanagari(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Please send the compliance report to the Collector.",
        "This is for your information and necessary action.",
        "file.docx MP04CA1234 M.P. GST",
        "ram.yadav@example.in",
        "कार्यालय कलेक्टर, जिला सीहोर",
        "2.5 + 3 = 5.5",
        "",
    ],
)
def test_english_addresses_acronyms_and_hindi_stay(text):
    assert to_devanagari(text) == text


NAMES = """
    WhatsApp:व्हाट्सएप Whatsapp:व्हाट्सएप YouTube:यूट्यूब DigiLocker:डिजिलॉकर WiFi:वाई-फाई Wi-Fi:वाई-फाई wi-fi:वाई-फाई FaceBook:फेसबुक e-KYC:ई-केवाईसी
    e-mail:ई-मेल e-Office:ई-ऑफिस e-Uparjan:ई-उपार्जन MPeB:MPeB DoPT:DoPT PayTM:PayTM LinkedIn:LinkedIn ChatGPT:ChatGPT GooglePay:GooglePay
    JavaScript:JavaScript BhopAl:भोपाल AdhikArI:आधिकारी UShA:ऊषा RAjya:राज्य TopI:टोपी InAm:ईनाम aTThA:अट्ठा paDhnA:पढ्ना viShaya:विषय alag-alag:अलग-अलग
"""
"""What capitals and hyphens inside a word make of it: English names are known or stay, an exact scheme's letters are read."""


@pytest.mark.parametrize("pair", NAMES.split())
def test_capitals_and_hyphens_inside_a_word_tell_names_from_an_exact_scheme(pair):
    typed, meant = pair.split(":")
    assert to_devanagari(f"{typed} ke") == f"{meant} के"


def test_what_is_typed_in_capitals_throughout_is_no_acronym():
    assert to_devanagari("PANI NAHI HAI") == "पानी नहीं है"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("zubu", "जुबू"), ("kundanpur", "कुंदनपुर"), ("girdhwaj", "गिरध्वज"), ("sonakhedi", "सोनाखेड़ी"), ("dhanvarsha", "धनवर्षा")],
)  # fmt: skip
def test_a_name_that_no_list_has_is_written_as_words_of_its_sound_are(typed, meant):
    assert meant in likeliest(typed)


def test_what_a_word_can_be_stands_once_and_the_likeliest_is_first():
    found = [hindi for _, _, hindi in ranked("kam")]
    assert found[0] == "कम"
    assert "काम" in found
    assert len(set(found)) == len(found)


def test_a_hindi_word_is_typed_without_its_silent_vowels():
    assert romanised("कार्यालय") == ("kAryAlay",)
    assert romanised("सड़क") == ("sadak", "sarak")
    assert romanised("बिजली") == ("bijli",)


def test_a_vowel_more_counts_less_than_another_consonant():
    assert distance("shikayat", "shikAyat") < distance("shikayat", "shikyat") < distance("shikayat", "shibayat")


def test_a_listed_spelling_is_of_a_known_word_and_the_lists_can_be_read():
    assert all(re.fullmatch("[a-z]+", spelling) for row in rows("roman.txt") for spelling in row[1].split())
    assert {row[0] for row in rows("roman.txt")} <= set(usual())
    assert all(re.fullmatch("[\u0900-\u0963-]+", word) and 1 <= digit <= 9 for word, digit in usual().items())


def test_the_list_of_words_holds_five_thousand_or_more_and_no_known_slip():
    assert len(usual()) >= 5000
    assert not {row[0] for row in rows("slips.hi.txt")} & set(usual())


def test_the_office_list_comes_out_right_first_time():
    meant = [
        (spelling, word)
        for line in OFFICE.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for spellings, word in [line.split(":")]
        for spelling in spellings.split()
    ]
    assert len({word for _, word in meant}) >= 300
    first = sum(to_devanagari(spelling) == word for spelling, word in meant)
    among_five = sum(word in likeliest(spelling) for spelling, word in meant)
    assert first >= 0.95 * len(meant)
    assert among_five >= 0.98 * len(meant)


def test_a_word_that_no_list_has_is_made_of_those_that_it_is_made_of():
    assert likeliest("hastaksharit")[0] == "हस्ताक्षरित"
    assert likeliest("jalprabandhan")[0] == "जलप्रबंधन"


def test_capitals_inside_a_word_are_the_letters_of_an_exact_scheme():
    assert to_devanagari("kAryAlaya meM paTavArI") == "कार्यालय में पटवारी"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kripya monthly report bhejen", "कृपया monthly report भेजें"),
        ("Please send the file today", "Please send the file today"),
        ("PWD ke engineer ko notice den", "PWD के इंजीनियर को नोटिस दें"),
        ("kal 3 baje online baithak hai", "कल 3 बजे ऑनलाइन बैठक है"),
        ("bad me file bhej di", "बाद में फाइल भेज दी"),
        ("MP04CA1234 ki jaanch", "MP04CA1234 की जाँच"),
        ("ice pack ki kami", "ice pack की कमी"),
    ],
)
def test_english_that_the_office_says_in_hindi_letters_is_so_written_and_other_english_stays(typed, meant):
    assert to_devanagari(typed) == meant


SHORT = (
    ("patra kr. 1422 di. 25.02.2026 ko mila.", "पत्र क्र. 1422 दि. 25.02.2026 को मिला।"),
    ("jankari di. dr. sharma ne ku. rekha ko di.", "जानकारी दी। डॉ. शर्मा ने कु. रेखा को दी।"),
    ("ta. ichhawar, ji. sehore, m.pr. mo.no. 9424000000", "त. इछावर, जि. सीहोर, म.प्र. मो.नं. 9424000000"),
    ("vi.kha. budhni, chh.g. u.pr. ki pra.vi. me", "वि.खं. बुधनी, छ.ग. उ.प्र. की प्रा.वि. में"),
    ("at: anurodh hai", "अतः अनुरोध है"),
    ("jawab 10 din me likho. suchi jodna.", "जवाब 10 दिन में लिखो। सूची जोड़ना।"),
    ("yah likho 5 shabd me.\npradhan adhyapak.", "यह लिखो 5 शब्द में।\nप्रधान अध्यापक।"),
    ("R.K. sharma ko vitamin A dena.", "R.K. शर्मा को विटामिन A देना।"),
    ("1. gaon 2. sadak", "1. गाँव 2. सड़क"),
)
"""Short forms with their dots, and dots that end a Hindi sentence."""


@pytest.mark.parametrize(("typed", "meant"), SHORT)
def test_a_short_form_keeps_its_dot_and_a_hindi_sentence_ends_in_a_danda(typed, meant):
    assert to_devanagari(typed) == meant


def test_a_short_form_in_english_stays():
    text = "Dr. Sharma visited the village. The order no. is given."
    assert to_devanagari(text) == text


def test_a_short_form_is_listed_as_it_is_typed():
    for mark in ("", "figure"):
        assert all(re.fullmatch(r"[a-z.]+[.:]", one) for one in shorts(mark))
    assert not set(shorts()) & set(shorts("figure"))


@pytest.mark.parametrize("piece", ["a", "ka ", "1", "a@", "a.", "1a", "shrivastavaji"])
def test_a_long_odd_text_is_read_in_no_time(piece):
    to_devanagari("kya")
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    to_devanagari(text)
    assert time.perf_counter() - start < 2
