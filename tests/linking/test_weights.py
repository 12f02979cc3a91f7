from vnparty_nlp.linking.weights import load_weights


def test_every_weight_is_a_share_or_a_factor() -> None:
    weights = load_weights()
    shares = ("syllable", "name", "year", "position", "document")
    assert all(0 < value <= 1 for section in shares for value in weights[section].values())
    assert all(value >= 0 for section in weights.values() for value in section.values())


def test_worse_slips_are_rarer_and_more_doubtful() -> None:
    syllable, doubt = load_weights()["syllable"], load_weights()["doubt"]
    assert syllable["same"] > syllable["marks_lost"] > syllable["tone_swapped"]
    assert doubt["exact"] < doubt["shortened"] < doubt["slip"] < doubt["swapped"]
