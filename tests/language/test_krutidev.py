"""Text in the code of Kruti Dev 010 becomes the Hindi that it shows; what isn't of that font stays as it is."""

import time

import pytest

from assistant.language.krutidev import convert, is_legacy, to_unicode

PAIRS = r"""
    dk;kZy; कार्यालय ftyk जिला rglhy तहसील xzke ग्राम iapk;r पंचायत dysDVj कलेक्टर vf/kdkjh अधिकारी deZpkjh कर्मचारी
    'kklu शासन iz'kklu प्रशासन e/;izns'k मध्यप्रदेश NÙkhlx<+ छत्तीसगढ़ mŸkj उत्तर mRrj उत्तर izns'k प्रदेश i= पत्र
    Øekad क्रमांक fnukad दिनांक fo"k; विषय lanHkZ संदर्भ izfrfyfi प्रतिलिपि lwpuk सूचना vko';d आवश्यक dk;Zokgh कार्यवाही
    d`i;k कृपया vuqjks/k अनुरोध egksn; महोदय Hkonh; भवदीय Jh श्री Jherh श्रीमती vr% अतः iqu% पुनः
    izk;% प्रायः nq%[k दुःख fu%'kqYd निःशुल्क pkSjkgk चौराहा pkSM+h चौड़ी lM+d सड़क i<+kbZ पढ़ाई c<+k बढ़ा
    ftyk/;{k जिलाध्यक्ष v/;{k अध्यक्ष {ks= क्षेत्र f'k{kk शिक्षा fo|ky; विद्यालय fo|qr विद्युत f}rh; द्वितीय r`rh; तृतीय
    izFke प्रथम prqFkZ चतुर्थ o"kZ वर्ष ekg माह fnu दिन ?kaVk घंटा lIrkg सप्ताह tuojh जनवरी
    Qjojh फरवरी ekpZ मार्च vizSy अप्रैल ebZ मई twu जून tqykbZ जुलाई vxLr अगस्त flracj सितंबर
    vDVwcj अक्टूबर uoacj नवंबर fnlacj दिसंबर vFkkZr~ अर्थात् Jheku~ श्रीमान् lE;d~ सम्यक् {k.k क्षण j{kk रक्षा
    i{k पक्ष y{; लक्ष्य Kku ज्ञान foKku विज्ञान vkKk आज्ञा =qfV त्रुटि i=dkj पत्रकार LokLF; स्वास्थ्य
    O;oLFkk व्यवस्था laLFkk संस्था fLFkfr स्थिति fuekZ.k निर्माण fujh{k.k निरीक्षण ijh{kk परीक्षा loZs{k.k सर्वेक्षण O;fDr व्यक्ति
    'kfDr शक्ति eqfDr मुक्ति jDr रक्त lEcU/k सम्बन्ध laca/k संबंध lEesyu सम्मेलन vUu अन्न mUufr उन्नति
    izlUu प्रसन्न fo#) विरुद्ध 'kq) शुद्ध ;q) युद्ध :i रूप :i;s रूपये fo|kFkhZ विद्यार्थी f'k{kkFkhZ शिक्षार्थी
    xzkekas ग्रामों xzkeksa ग्रामों cSBdksa बैठकों lfefr;ksa समितियों unh नदी gS है gSa हैं gks हो
    gksaxs होंगे djsaxs करेंगे tk,¡ जाएँ vk, आए x, गए x;h गयी gqvk हुआ gqbZ हुई
    b±V ईंट ?kj घर >aMk झंडा Vsy टेल Bsdk ठेका Mkd डाक <sj ढेर Fkkuk थाना
    /kku धान Qy फल Hkou भवन ;kstuk योजना jktLo राजस्व ykHk लाभ oxZ वर्ग lgk;rk सहायता
    gkfu हानि J`a[kyk श्रृंखला vkWfQl ऑफिस dkWyst कॉलेज MkWDVj डॉक्टर vkSj और vksj ओर ,d एक
    ,sfrgkfld ऐतिहासिक _.k ऋण bZ'oj ईश्वर mi;qZDr उपर्युक्त mijksDr उपरोक्त vkfFkZd आर्थिक lkekftd सामाजिक nh?kZ दीर्घ
    LoPN स्वच्छ iqLrd पुस्तक iz'u प्रश्न fpà चिह्न czkã.k ब्राह्मण iwokZà पूर्वाह्न lk{; साक्ष्य eqnzk मुद्रा
    nzO; द्रव्य 'kwU; शून्य Je श्रम d"V कष्ट ÅtkZ ऊर्जा jk"Vª राष्ट्र Vªd ट्रक Mªe ड्रम
    ykHkkFkhZ लाभार्थी Hkwfe भूमि d`f"k कृषि Ñf"k कृषि n`f"V दृष्टि –f"V दृष्टि ân; हृदय m|ksx उद्योग
    pØ चक्र fØ;k क्रिया xzg.k ग्रहण Ýh फ्री izŒ प्र॰ e-iz- म.प्र. 11-05-2026 11.05.2026 ¼1½ (1)
    ¼d½ (क) fd;k] किया, x;kA गया। D;k\ क्या? ^x^ ‘ग‘ Þi=ß “पत्र” vk;qDr@lfpo आयुक्त/सचिव 11%00 11:00
    iSalB पैंसठ ckSuk बौना lkS सौ xkSjo गौरव Hkz"Vkpkj भ्रष्टाचार izksRlkgu प्रोत्साहन ladYi संकल्प fo'ks"k विशेष
    fo'ks"kK विशेषज्ञ vuqHkkx अनुभाग lgefr सहमति LohÑfr स्वीकृति LohÑr स्वीकृत 'ks"k शेष fdlku किसान fgUnh हिन्दी
    fganh हिंदी flapkbZ सिंचाई Vh-ih- टी.पी. vuqnku अनुदान fu;qfDr नियुक्ति inksUufr पदोन्नति fLFkr स्थित mifLFkr उपस्थित
    foÙkh; वित्तीय o`f) वृद्धि le`f) समृद्धि mn~?kkVu उद्घाटन ln~Hkko सद्भाव loZKkr सर्वज्ञात dk;ZØe कार्यक्रम vfHkys[k अभिलेख
""".split()


def test_there_are_enough_words_to_trust_the_table():
    assert len(PAIRS) // 2 >= 120


@pytest.mark.parametrize(("typed", "shown"), zip(PAIRS[::2], PAIRS[1::2], strict=True))
def test_a_word_is_read_as_the_font_shows_it(typed, shown):
    assert convert(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ftys ds 42 xzkeksa esa ty Lrj uhps x;k gSA", "जिले के 42 ग्रामों में जल स्तर नीचे गया है।"),
        ('vr% vuqjks/k gS fd tkudkjh Hkstus dk d"V djsaA', "अतः अनुरोध है कि जानकारी भेजने का कष्ट करें।"),
        ('fo"k;%& is;ty O;oLFkk ds laca/k esaA', "विषय:- पेयजल व्यवस्था के संबंध में।"),
        ("tkudkjh deo.vidisha@example.in ij rFkk PDF esa HkstsaA", "जानकारी deo.vidisha@example.in पर तथा PDF में भेजें।"),
    ],
)
def test_a_line_is_converted_and_addresses_in_it_stay(typed, shown):
    assert is_legacy(typed)
    assert to_unicode(typed) == shown


@pytest.mark.parametrize(
    "line",
    [
        "The water level has fallen in 42 villages of the district.", "Zile ke 42 gramon mein pani ki kami hai.", "No. Estt./2026/118",
        "collector.sehore@example.in", "M/s ABC Traders, Block A-12", "in us is my", "application school", "GeM e-Office PDF", "https://example.in/a;b[c",
        "12.05.2026", "", "जिले के ग्रामों में", "Shri R. K. Verma, Sub-Engineer (Civil)", "Kindly send the report by 5 p.m. today",
    ],
)  # fmt: skip
def test_other_text_is_left_alone(line):
    assert not is_legacy(line)
    assert to_unicode(line) == line


def test_lines_of_both_kinds_are_told_apart():
    assert (
        to_unicode("The list is attached.\nftys ds xzkeksa dh lwph layXu gSA\n")
        == "The list is attached.\nजिले के ग्रामों की सूची संलग्न है।\n"
    )


@pytest.mark.parametrize("sign", ["k", "f", "Z", "a", "@", ";", "d ", "।"])
def test_a_megabyte_of_one_sign_takes_no_time(sign):
    begun = time.process_time()
    to_unicode(sign * (1_000_000 // len(sign)))
    assert time.process_time() - begun < 5
