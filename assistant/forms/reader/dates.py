"""What a date looks like where it stands by itself in a paper's head or foot."""

import re

DATE_LABEL = re.compile(
    r"(?<![A-Za-z\u0900-\u0963/-])"
    r"(?:दिनांक|दिनाँक|दिनाङ्क|(?<!\.)दि\.|तारीख|तारीख़|तिथि|तद्दिनांक|Dated|Date|Dtd?\.?)(?![A-Za-z\u0904-\u0963])(?:[ :ः–-]|\.(?!\.)){0,5}",
    re.IGNORECASE,
)
_MONTH = (
    "जनवरी|फ़?रवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर|"
    "jan[a-z]{0,6}|feb[a-z]{0,6}|mar[a-z]{0,3}|apr[a-z]{0,3}|may|june?|july?|aug[a-z]{0,4}|sep[a-z]{0,6}|oct[a-z]{0,5}|nov[a-z]{0,6}|dec[a-z]{0,6}"
)
DAY = (
    r"(?:(?:the )?[0-9]{1,2}(?:st|nd|rd|th)?"
    rf"(?:(?:[./-][0-9]{{1,2}}[./-])(?:[0-9]{{4}}|[0-9]{{2}})|[ ,.-]{{1,2}}(?:{_MONTH})[ ,.-]{{1,3}}[0-9]{{4}})(?: ?ई\.?)?[।.]?"
    rf"|(?:{_MONTH}) [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}})"
)
_WEEKDAY = "(?:[A-Za-z\u0900-\u0963]{2,9}(?:वार|day),? )?"
BARE_DATE = re.compile(rf"(?:[^\d,:]{{2,40}}[,:] ?)?{_WEEKDAY}{DAY}", re.IGNORECASE)
