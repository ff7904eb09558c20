"""Function words: which they are, and the language they tell."""

from __future__ import annotations

import pytest

from tui.language.function_words import function_words, language_of
from tui.language.words import words

SENTENCES = {
    "english": "The minister told them that it was not for her to say.",
    "german": "Der Minister hat ihnen gesagt, dass es nicht an ihr ist.",
    "french": "Le ministre leur a dit que ce n’était pas à elle de décider.",
    "spanish": "El ministro les dijo que no era asunto de ella.",
    "italian": "Il ministro ha detto loro che non era compito della signora.",
    "portuguese": "O ministro disse que não era com ela, mas com os outros.",
    "dutch": "De minister zei dat het niet aan haar was en dat hij er niets van wist.",
    "swedish": "Ministern sade att det inte var upp till henne och att han inte visste.",
    "polish": "Minister powiedział im, że to nie jest jej sprawa i że się nie zgadza.",
    "russian": "Министр сказал им, что это не её дело и что он не знал.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert language_of(word.form for word in words(SENTENCES[language])) == language


@pytest.mark.parametrize(
    "text", ["", "Zelenskyy met Kallas", "東京タワー", "Son of a gun", "Die Hard war film"]
)
def test_what_tells_no_language_is_taken_for_english(text: str) -> None:
    assert language_of(word.form for word in words(text)) == "english"


def test_the_tables_hold_forms_as_words_are_compared() -> None:
    tables = function_words()
    assert {"the", "a", "don't"} <= tables["english"]
    assert {"fur", "die"} <= tables["german"]
    assert {word.form for word in words("été pour")} <= tables["french"]
    assert not any("war" in tables[language] for language in ("english", "french", "spanish"))


def test_an_article_that_lost_its_vowel_is_a_word_of_its_own() -> None:
    assert [w.form for w in words("L’eau d'un puits qu’elle n’a pas dell'anno")] == [
        "l", "eau", "d", "un", "puits", "qu", "elle", "n", "a", "pas", "dell", "anno",
    ]  # fmt: skip
    assert [w.form for w in words("don’t O'Brien o’clock they’re Novak’s")] == [
        "don't", "o'brien", "o'clock", "they're", "novak",
    ]  # fmt: skip
