"""A paper is as long as its matter needs, and keeps to one matter."""


def test_a_list_is_not_one_long_sentence(quotes):
    items = "; ".join(["आष्टा के लिए सात टैंकर"] * 20)
    assert quotes("craft.long-sentence", f"निम्नानुसार सामग्री चाहिए : {items}।") == []


def test_what_stands_after_twice_the_most_is_pointed_at(quotes):
    assert quotes("craft.long", " ".join(f"शब्द{n}" for n in range(12)), length=(1, 5)) == ["शब्द10 शब्द11"]


def test_a_blank_paper_is_not_short_but_empty(quotes):
    assert quotes("craft.short", "") == []


def test_a_further_point_is_no_second_matter(quotes):
    assert quotes("craft.several-matters", "इसके अतिरिक्त 11 पंप भी चाहिए।") == []
