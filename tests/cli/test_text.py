"""`edaksh text`: Kruti Dev into Unicode, roman Hindi into Devanagari, and a text in its normal form."""


def test_kruti_dev_becomes_unicode(run, tmp_path):
    (tmp_path / "old.txt").write_text("dk;kZy; dysDVj\n", encoding="utf-8")
    assert run("text", "to-unicode", "old.txt") == (0, "कार्यालय कलेक्टर\n", "")
    assert run("text", "to-unicode", "-", typed="dk;kZy; dysDVj") == (0, "कार्यालय कलेक्टर\n", "")


def test_roman_hindi_becomes_devanagari(run, tmp_path):
    (tmp_path / "notes.md").write_text("pani ki samasya ke sambandh me\n", encoding="utf-8")
    assert run("text", "to-devanagari", "notes.md") == (0, "पानी की समस्या के संबंध में\n", "")
    assert run("text", "to-devanagari", "-", typed="gaon me bijli nahi hai").out == "गाँव में बिजली नहीं है\n"


def test_a_text_is_set_right_and_its_digits_only_on_request(run):
    text = "अत: दिनांक १६.०२.2026 तक करें|\n"
    assert run("text", "normalise", "-", typed=text) == (0, "अतः दिनांक १६.०२.2026 तक करें।\n", "")
    assert run("text", "normalise", "--digits", "ascii", "-", typed=text).out == "अतः दिनांक 16.02.2026 तक करें।\n"
    assert run("text", "normalise", "-", "--digits", "devanagari", typed=text).out == "अतः दिनांक १६.०२.२०२६ तक करें।\n"


def test_wrong_input_is_one_line_and_leaves_with_2(run, tmp_path):
    (tmp_path / "old.txt").write_bytes(b"\xe0\xff")
    (tmp_path / "old.xls").write_bytes(b"x")
    for args in (
        ("to-unicode", "nothing.txt"),
        ("to-devanagari", "old.txt"),
        ("normalise", "old.xls"),
        ("normalise", "-", "--digits", "roman"),
        ("to-unicode",),
        ("to-english", "-"),
        (),
    ):
        done = run("text", *args)
        assert (done.status, done.out) == (2, ""), args
        assert done.err.count("\n") == 1, args
