"""Putting right what a keyboard did to scanned Vietnamese, only where it is certain. Pure.

A scanner types. What arrives may be whole, or decomposed, or UTF-8 read as Latin letters, or the
bare keys of Telex or VNI ("Nguyeenx", "Nguye6n4"). What could mean two things is not repaired.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from donghanh.base.text import nfc, squeeze

_LOST = re.compile(r"[?\ufffd\x00-\x1f]")
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
_RHYME = (
    "(?:[aăâeêioôơuưy]|ai|ao|au|âu|ay|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uô|uơ|uy|"
    "ưa|ưi|ươ|ưu|yê|oai|oay|oao|oeo|uai|uao|uay|uây|iêu|yêu|uôi|ươi|ươu|uya|uyê|uyu|uêu|ue|ueo)"
)
_SYLLABLE = re.compile(f"{_ONSET}{_RHYME}(?:ch|nh|ng|[cmnpt])?")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_TELEX_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TELEX_LETTERS = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("aw", "ă"),
                  ("ow", "ơ"), ("uw", "ư"))  # fmt: skip
_VNI_LETTERS = (("d9", "đ"), ("a6", "â"), ("e6", "ê"), ("o6", "ô"), ("uo7", "ươ"), ("a8", "ă"),
                ("o7", "ơ"), ("u7", "ư"))  # fmt: skip
# Cards write both Hòa and Hoà, Thủy and Thuỷ: bare keys do not tell which.
_TWO_WAYS = re.compile(r"([òóỏõọ][ae]|[ùúủũụ]y)\W*$", re.IGNORECASE)
_Keys = tuple[tuple[str, str], ...]
_CARRIERS = "êơâăôưaoeiuy"  # where the tone stands, when there is more than one vowel


class _Meaning(NamedTuple):
    """A syllable that keys could mean; certain when they hold a letter's key and a tone's."""

    word: str
    certain: bool


def repaired(text: str) -> str | None:
    """Return the text as it was on the card, None when that is not certain.

    Bare keys are certain when some word needs both a letter's key and a tone's: "Vox" may be Võ or
    a name, "Nguyeenx" can only be Nguyễn.
    """
    whole = squeeze(_as_utf8(nfc(text)))
    if _LOST.search(whole):
        return None
    if not whole.isascii():
        return whole
    meanings = [(word, _meanings(word)) for word in whole.split(" ")]
    found = [meant for _, meant in meanings if meant]
    if not found:
        return whole
    if any(len(meant) > 1 for meant in found) or not any(one.certain for (one, *_) in found):
        return None
    return " ".join(meant[0].word if meant else word for word, meant in meanings)


def spelt(word: str) -> bool:
    """Whether a word is spelt like one Vietnamese syllable, with at most one tone."""
    tones = sum(char in _TONES for char in unicodedata.normalize("NFD", word))
    return tones <= 1 and _SYLLABLE.fullmatch(_toneless(word)) is not None


def _toneless(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))


def _as_utf8(text: str) -> str:
    """Return UTF-8 that was read as Latin letters as what it was; any other text as it is."""
    try:
        found = b"".join(char.encode("latin-1" if ord(char) < 256 else "cp1252") for char in text)
        return nfc(found.decode("utf-8"))
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def _meanings(word: str) -> tuple[_Meaning, ...]:
    """Return the syllables that a word's keys could mean, none for a word that is no keys."""
    core = word.strip(".,;:-/()'")
    if not core.isalnum() or not core[0].isalpha():
        return ()
    telex = _from_keys(core, _TELEX_LETTERS, _TELEX_TONES)
    vni = _from_keys(core, _VNI_LETTERS, _VNI_TONES)
    found = [_Meaning(word.replace(core, one.word), one.certain) for one in (telex, vni) if one]
    spelt_two_ways = [one for one in found if _TWO_WAYS.search(one.word)]
    return (*found, *spelt_two_ways)


def _from_keys(core: str, letters: _Keys, tones: dict[str, str]) -> _Meaning | None:
    word, tone = core.lower(), ""
    key = next((char for char in reversed(word[1:]) if char in tones), "")
    if key:
        tone = tones[key]
        place = word.rindex(key)
        word = word[:place] + word[place + 1 :]
    marked = word
    for keys, letter in letters:
        marked = marked.replace(keys, letter)
    if not marked.isalpha() or not spelt(marked) or marked == core.lower():
        return None
    return _Meaning(_cased(_toned(marked, tone), core), bool(tone) and marked != word)


def _toned(word: str, tone: str) -> str:
    """Return the syllable with its tone where today's spelling has it."""
    if not tone:
        return word
    start = 2 if word.startswith(("qu", "gi")) and len(word) > 2 else 0
    vowels = [place for place in range(start, len(word)) if word[place] in _CARRIERS]
    marked = [place for place in vowels if word[place] in "êơâăôư"]
    if marked:
        at = marked[-1]
    elif len(vowels) > 1 and (vowels[-1] < len(word) - 1 or len(vowels) == 3):
        at = vowels[1]
    else:
        at = vowels[0]
    return unicodedata.normalize("NFC", word[: at + 1] + tone + word[at + 1 :])


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word
