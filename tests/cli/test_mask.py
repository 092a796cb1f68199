"""`edaksh mask`: what a model would be shown of a paper."""

import json

PAPER = "श्री रामलाल यादव, आधार २३४५ ६७८९ ०१२४, मोबाइल 98930\n12345, खसरा नंबर 123/2, भोपाल-462003।\nश्री रामलाल यादव\n"
SHOWN = "श्री [NAME-1], आधार [AADHAAR-1], मोबाइल [PHONE-1], खसरा नंबर 123/2, भोपाल-462003।\nश्री [NAME-1]\n"


def test_the_text_is_printed_with_tokens_for_what_is_personal(run, tmp_path):
    (tmp_path / "complaint.txt").write_text(PAPER, encoding="utf-8")
    assert run("mask", "complaint.txt") == (0, SHOWN, "")
    assert run("mask", "-", typed=PAPER) == (0, SHOWN, "")


def test_json_has_the_text_and_the_counts_and_never_the_values(run):
    done = run("mask", "-", "--json", typed=PAPER)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out) == {
        "text": SHOWN,
        "masked": [{"kind": "aadhaar", "count": 1}, {"kind": "phone", "count": 1}, {"kind": "name", "count": 1}],
    }
    assert not any(value in done.out for value in ("रामलाल", "२३४५", "98930"))


def test_a_text_with_nothing_personal_is_shown_as_it_is(run):
    text = "क्रमांक 1422/पेयजल/2026 दिनांक 02.02.2026, राशि रु. 2,50,000/-\n"
    assert run("mask", "-", typed=text) == (0, text, "")
    assert json.loads(run("mask", "-", "--json", typed=text).out) == {"text": text, "masked": []}


def test_a_word_file_is_read_as_well(run, tmp_path):
    import docx

    paper = docx.Document()
    paper.add_paragraph("श्री रामलाल यादव को सूचित हो।")
    paper.save(tmp_path / "paper.docx")
    assert "श्री [NAME-1] को सूचित हो।" in run("mask", "paper.docx").out


def test_wrong_input_is_one_line_and_leaves_with_2(run, tmp_path):
    (tmp_path / "paper.xls").write_bytes(b"x")
    for args in (("nothing.txt",), ("paper.xls",), ()):
        done = run("mask", *args)
        assert (done.status, done.out) == (2, ""), args
        assert done.err.count("\n") == 1, args
