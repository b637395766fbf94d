"""Vietnamese spelling, pure: one key for old and new tone placement; raw Telex and VNI undone.

A syllable is an onset and a rhyme; which exist is data (content/words/syllables.yaml).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "1", "\u0323": "5"}
_TONE_KEYS = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS = frozenset("aăâeêioôơuưy")
_DOUBLED = re.compile(r"([a-z])\1+")
_ENDINGS = (("ngh", "n"), ("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))
_ONSETS = (
    ("ngh", "ng"), ("gh", "g"), ("gi", "d"), ("tr", "ch"), ("qu", "cu"), ("k", "c"), ("q", "c"),
    ("s", "x"), ("r", "d"), ("v", "d"), ("n", "l"),
)  # fmt: skip


@lru_cache(maxsize=20000)
def marked_key(word: str) -> str:
    """Return letters with their hats, the tone as a digit at the end: hoà, hòa -> "hoa2"."""
    tone, letters = "", []
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone


@lru_cache(maxsize=20000)
def plain_key(word: str) -> str:
    """Return lower-case letters and digits without any mark, đ as d."""
    parts = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=20000)
def sound_key(plain: str) -> str:
    """Return what regions that merge sounds hear alike: n/l, tr/ch, s/x, r/d/gi/v, n/ng, t/c."""
    sound = plain.replace("y", "i")
    for ending, kept in _ENDINGS:
        if sound.endswith(ending) and len(sound) > len(ending):
            sound = sound[: -len(ending)] + kept
            break
    if sound.startswith(("ng", "nh")):
        return sound.replace("ngh", "ng", 1)
    for onset, kept in _ONSETS:
        if sound.startswith(onset) and len(sound) > len(onset):
            return kept + sound[len(onset) :]
    return sound


class Speller:
    """Knows which syllables exist, and turns keystrokes left raw back into letters."""

    def __init__(self, onsets: frozenset[str], rhymes: frozenset[str]) -> None:
        self._marked = frozenset(o + r for o in onsets for r in rhymes) | rhymes
        self._plain = frozenset(plain_key(s) for s in self._marked)

    def is_plain(self, word: str) -> bool:
        """Say whether the letters, without marks, can be a Vietnamese syllable."""
        return word in self._plain

    def is_syllable(self, marked: str) -> bool:
        """Say whether a marked key (see `marked_key`) can be a Vietnamese syllable."""
        return marked.rstrip("12345") in self._marked

    def undo_keystrokes(self, word: str) -> str:
        """Return the marked key meant by raw Telex or VNI ("ddawng" -> "đăng"), or the word."""
        if not word.isascii() or not word[:1].isalpha() or self.is_plain(word) or len(word) > 10:
            return word
        typed = _vni(word) if any(c.isdigit() for c in word) else _telex(word)
        if typed != word and self.is_syllable(typed):
            return typed
        once = _DOUBLED.sub(r"\1", word)
        return once if once != word and self.is_plain(once) else word


def _telex(word: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in _TONE_KEYS and any(c in _VOWELS for c in letters):
            tone = _TONE_KEYS[key]
        elif key == "w":
            _horn(letters)
        elif not (key in "aeod" and _double(letters, key)):
            letters.append(key)
    return "".join(letters) + tone


def _double(letters: list[str], key: str) -> bool:
    """A second a, e, o puts a hat on the first; a second d bars it. Say whether it did."""
    if key == "d":
        if not letters or letters[0] != "d":
            return False
        letters[0] = "đ"
        return True
    if key in letters:
        letters[len(letters) - 1 - letters[::-1].index(key)] = _HATS[key]
        return True
    return False


def _horn(letters: list[str]) -> None:
    """A w: uo becomes ươ, else the last a, o or u is marked, else it is an ư of its own."""
    for last in range(len(letters) - 1, -1, -1):
        if letters[last] in _HORNS:
            at = last - 1 if letters[last - 1 : last + 1] == ["u", "a"] else last
            letters[at] = _HORNS[letters[at]]
            if letters[at] == "ơ" and at and letters[at - 1] == "u":
                letters[at - 1] = "ư"
            return
    letters.append("ư")


def _vni(word: str) -> str:
    letters: list[str] = []
    tone = ""
    for key in word:
        if key in "12345":
            tone = key
        elif key == "6":
            _vni_hat(letters)
        elif key == "9" and letters and letters[0] == "d":
            letters[0] = "đ"
        elif key in "78":
            _horn(letters)
        else:
            letters.append(key)
    return "".join(letters) + tone


def _vni_hat(letters: list[str]) -> None:
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in _HATS:
            letters[at] = _HATS[letters[at]]
            return
