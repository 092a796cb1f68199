"""A paper that is open in two tabs: whoever has seen all may write, and nothing that was typed in either is lost."""

KEY = "a-browser"


def subjects(records):
    return [draft.answers.get("subject") for draft in records.look(KEY)[1]]


def test_a_tab_that_only_looks_takes_nothing_from_the_one_that_writes(records):
    records.sit_down(KEY, "first")
    assert records.save(KEY, "first", answers={"subject": "शाला"})
    for tab in ("second", "third"):
        records.sit_down(KEY, tab)
    assert records.save(KEY, "first", answers={"subject": "शाला भवन"})
    assert records.save(KEY, "third", answers={"subject": "पंचायत भवन"}) is None, "it hasn't seen the first one's words"


def test_a_tab_goes_on_only_where_it_has_seen_all_or_takes_the_paper_over(records):
    id = records.sit_down(KEY, "first")[1][-1].id
    records.save(KEY, "first", answers={"subject": "शाला"})
    records.sit_down(KEY, "second")
    assert records.save(KEY, "second", answers={"subject": "शाला भवन"})
    assert records.save(KEY, "first", answers={"subject": "शाला, सीहोर"}) is None
    assert records.take_over(KEY, "first", id, answers={"subject": "शाला, सीहोर"}, step=2) is True
    assert subjects(records) == ["शाला भवन", "शाला, सीहोर"]
    assert records.save(KEY, "second", answers={"subject": "x"}) is None
    assert records.take_over(KEY, "second", id, answers={"subject": "शाला, सीहोर"}, step=2) is False, "nothing is lost"


def test_what_stands_on_a_page_is_not_laid_on_the_next_persons_desk(records):
    id = records.sit_down(KEY, "first")[1][-1].id
    records.sit_down("the-next-one", "second")
    assert records.take_over("the-next-one", "first", id, answers={"subject": "शाला"}, step=2) is None
    assert not records.look("the-next-one")[1][-1].answers
