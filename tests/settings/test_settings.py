import subprocess
import sys
from pathlib import Path

import pytest

from tui.settings.load import load_settings
from tui.settings.model import Settings, SettingsError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_anything_the_defaults_hold(path: Path) -> None:
    assert load_settings({}, {}, path) == Settings(keys_source=str(path))


def test_flags_go_before_environment_before_file(path: Path) -> None:
    path.write_text('theme = "light"\nsplit = "line"\nlayout = "rows"\nthreshold = 1\nlock = false\n')
    environ = {"DIPTYCH_THEME": "ansi", "DIPTYCH_LAYOUT": "stacked"}
    settings = load_settings({"theme": "colour-blind", "threshold": None}, environ, path)
    assert settings.theme == "colour-blind"
    assert settings.layout == "stacked"
    assert settings.split == "line"
    assert settings.threshold == 1.0 and isinstance(settings.threshold, float)
    assert settings.lock is False


def test_the_file_is_in_the_configuration_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "diptych").mkdir()
    (tmp_path / "diptych" / "config.toml").write_text('theme = "light"')
    assert load_settings({}, {}).theme == "light"


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("DIPTYCH_LOCK", "off", "lock", False),
        ("DIPTYCH_LOCK", "Yes", "lock", True),
        ("DIPTYCH_THRESHOLD", ".25", "threshold", 0.25),
        ("DIPTYCH_SPLIT", "paragraph", "split", "paragraph"),
        ("DIPTYCH_SPLIT", "", "split", "sentence"),
        ("NO_COLOR", "1", "colour", False),
        ("NO_COLOR", "", "colour", True),
    ],
)
def test_the_environment(path: Path, variable: str, text: str, name: str, value: object) -> None:
    assert getattr(load_settings({}, {variable: text}, path), name) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('thme = "dark"', "thme: unknown option; did you mean 'theme'?"),
        ("zzz = 1", "zzz: unknown option; there are theme, split, threshold, layout, lock, keys"),
        ('theme = "purple"', "theme: needs one of dark, light, ansi, ansi-light, colour-blind, not 'purple'"),
        ("theme = 3", "theme: needs one of"),
        ('threshold = "high"', "threshold: needs a number from 0 to 1, not 'high'"),
        ("threshold = 1.5", "threshold: needs a number from 0 to 1, not 1.5"),
        ("threshold = nan", "threshold: needs a number from 0 to 1, not nan"),
        ("threshold = true", "threshold: needs a number from 0 to 1, not True"),
        ('lock = "on"', "lock: needs true or false, not 'on'"),
        ("keys = 3", "keys: needs a table"),
        ("[keys]\nquit = 3", "keys: quit: needs a key or a list of keys, not 3"),
        ("[keys]\nquit = ['']", "keys: quit: needs a key or a list of keys, not ['']"),
        ("theme = ", "not valid TOML"),
        ("theme = [[\n\n\n", "not valid TOML"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_in_one_line_by_name(path: Path, text: str, said: str) -> None:
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load_settings({}, {}, path)
    assert str(caught.value).startswith(f"{path}: {said}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("flags", "environ", "said"),
    [
        ({"theme": "x"}, {}, "--theme: needs one of dark"),
        ({"threshold": 7.0}, {}, "--threshold: needs a number from 0 to 1, not 7.0"),
        ({}, {"DIPTYCH_THRESHOLD": "much"}, "DIPTYCH_THRESHOLD: needs a number from 0 to 1, not 'much'"),
        ({}, {"DIPTYCH_LOCK": "perhaps"}, "DIPTYCH_LOCK: needs true or false, not 'perhaps'"),
    ],
)
def test_what_is_wrong_elsewhere(
    path: Path, flags: dict[str, object], environ: dict[str, str], said: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(flags, environ, path)
    assert str(caught.value).startswith(said)


def test_a_file_that_cannot_be_read(path: Path) -> None:
    path.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings({}, {}, path)
    path.rmdir()
    path.write_bytes(b'theme = "\xff"')
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_settings({}, {}, path)


def test_a_byte_order_mark_does_no_harm(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbftheme = "light"\r\n')
    assert load_settings({}, {}, path).theme == "light"


def test_settings_load_no_textual() -> None:
    code = "import sys, tui.settings.load, tui.settings.keymap; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
