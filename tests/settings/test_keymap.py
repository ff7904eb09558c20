import pytest
from textual.keys import _character_to_key

from tui.settings.keymap import key_name, resolve_keymap
from tui.settings.model import SettingsError

REGISTRY = [
    ("quit", "q"),
    ("next_match", ["]"]),
    ("next_conflict", "c"),
    ("down", ["j", "down"]),
    ("pin", "p"),
]


def test_without_user_keys_the_defaults_hold() -> None:
    keymap = resolve_keymap(REGISTRY, {})
    assert keymap.keys["next_match"] == ("right_square_bracket",)
    assert keymap.keys["down"] == ("j", "down")
    assert keymap.action("c") == "next_conflict"
    assert keymap.action("z") is None


def test_user_keys_replace_the_defaults() -> None:
    keymap = resolve_keymap(REGISTRY, {"down": ["ctrl+n"], "quit": [], "pin": ["q"]})
    assert keymap.keys["down"] == ("ctrl+n",)
    assert keymap.keys["quit"] == ()
    assert keymap.action("q") == "pin"


def test_two_actions_may_swap_keys() -> None:
    assert resolve_keymap(REGISTRY, {"pin": ["c"], "next_conflict": ["p"]}).action("c") == "pin"


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ({"pin": ["c"]}, "f: c is the key of next_conflict and of pin"),
        ({"pin": ["x"], "quit": ["X", "x"]}, "f: x is the key of quit and of pin"),
        ({"pin": ["right_square_bracket"]}, "f: right_square_bracket is the key of next_match and of pin"),
        ({"pni": ["x"]}, "f: unknown action 'pni' (did you mean 'pin'?)"),
        ({"pin": ["entr"]}, "f: pin: unknown key 'entr' (did you mean 'enter'?)"),
        ({"pin": ["hold+x"]}, "f: pin: unknown key 'hold+x'"),
        ({"pin": ["c"], "zz": ["1"]}, "f: unknown action 'zz'; c is the key of next_conflict and of pin"),
    ],
)
def test_every_problem_is_named(user: dict[str, list[str]], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve_keymap(REGISTRY, user, source="f")
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("G", "G"),
        ("shift+g", "G"),
        ("Ctrl+D", "ctrl+d"),
        ("control+d", "ctrl+d"),
        ("PgDn", "pagedown"),
        ("ESC", "escape"),
        ("F1", "f1"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("plus", "plus"),
        ("slash", "slash"),
        ("question_mark", "question_mark"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("ctrl+i", "tab"),
        ("ctrl+m", "enter"),
        ("ctrl+[", "escape"),
        (" ", "space"),
        ("é", "é"),
        ("", None),
        ("ctrl+", None),
        ("f25", None),
        ("jj", None),
    ],
)
def test_keys_as_people_write_them(written: str, name: str | None) -> None:
    assert key_name(written) == name


def test_every_character_has_textuals_name() -> None:
    for code in range(33, 0x250):
        character = chr(code)
        if character.isprintable() and not character.isspace():
            assert key_name(character) == _character_to_key(character), character
