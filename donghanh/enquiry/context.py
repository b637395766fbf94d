"""What a word means beside others, pure: ages, and "mất" of a person or of a paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from donghanh.enquiry.records import Token

DIED = Token("chêt1", "chet")
LOST = Token("matdo", "matdo")
_MAT = ("mât1", "mat")
_SPENT = frozenset(
    {"bao", "may", "nhieu", "tien", "phi", "cong", "thoi", "ngay", "het", "le", "bn"}
)
_KIN_BEFORE_MAX = 3  # "ba của tui mất": the one who died stands at most this far before
_LOST_BY = frozenset({"lam", "bi", "rot", "danh", "roi", "bao"})
_AGE_WORD = "tuoi"
_AGES = ((6, "tuoinho"), (14, "tuoithieunien"), (18, "tuoimuoibon"), (60, "tuoilon"))
_AGE_OLD = "tuoigia"
_OLD_MIN = 60
_DIGITS_OF_OLD = 2


def with_ages(
    tokens: Sequence[Token], numerals: Mapping[str, int], kin: frozenset[str]
) -> tuple[Token, ...]:
    """Return the tokens with "75 tuổi", "bảy mươi lăm tuổi" as one token of the age's group.

    A high number right after a person is an age too: "mẹ tôi 75".
    """
    if not any(token.plain == _AGE_WORD or token.plain.isdecimal() for token in tokens):
        return tuple(tokens)
    result: list[Token] = []
    for token in tokens:
        number = _number_before(result, numerals) if token.plain == _AGE_WORD else None
        if token.plain == _AGE_WORD and result and result[-1] == _age(_OLD_MIN):
            continue
        if number is None:
            result.append(_age(_OLD_MIN) if _is_old(token, result, kin) else token)
            continue
        years, taken = number
        del result[len(result) - taken :]
        result.append(_age(years))
    return tuple(result)


def _is_old(token: Token, before: Sequence[Token], kin: frozenset[str]) -> bool:
    number = token.plain
    if len(number) != _DIGITS_OF_OLD or not number.isdecimal() or int(number) < _OLD_MIN:
        return False
    return any(word.plain in kin for word in before[-2:])


def _age(years: int) -> Token:
    group = next((name for limit, name in _AGES if years < limit), _AGE_OLD)
    return Token(group, group)


def _number_before(tokens: Sequence[Token], numerals: Mapping[str, int]) -> tuple[int, int] | None:
    """Return the number that ends the tokens and how many tokens it takes."""
    if tokens and tokens[-1].plain.isdecimal() and len(tokens[-1].plain) < 4:
        return int(tokens[-1].plain), 1
    taken = 0
    while taken < min(4, len(tokens)) and tokens[-1 - taken].plain in numerals:
        taken += 1
    if not taken:
        return None
    return _spoken([numerals[t.plain] for t in tokens[len(tokens) - taken :]]), taken


def _spoken(digits: Sequence[int]) -> int:
    """Return what digits read out mean: [7, 10, 5] is 75, [7, 5] is 75, [10, 2] is 12."""
    total = 0
    for digit in digits:
        if digit == 10:
            total = max(total, 1) * 10
        elif total % 10 == 0:
            total += digit
        else:
            total = total * 10 + digit
    return total


def with_losses(
    tokens: Sequence[Token], kin: frozenset[str], losable: frozenset[str]
) -> tuple[Token, ...]:
    """Return the tokens with "mất" told apart: said of a person "chết", of a thing one word.

    "ba tui mất hồi hôm" is a death, "mất thẻ" and "thẻ bị mất" a loss, "mất bao lâu" neither.
    """
    return tuple(
        _meant(tokens, place, kin, losable) if token.plain == "mat" else token
        for place, token in enumerate(tokens)
    )


def _meant(
    tokens: Sequence[Token], place: int, kin: frozenset[str], losable: frozenset[str]
) -> Token:
    if _of_person(tokens, place, kin, losable):
        return DIED
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    before = tokens[place - 1].plain if place else ""
    lost = after in losable - _SPENT or before in _LOST_BY - _SPENT
    return LOST if lost and tokens[place].marked in _MAT else tokens[place]


def _of_person(
    tokens: Sequence[Token], place: int, kin: frozenset[str], losable: frozenset[str]
) -> bool:
    if tokens[place].marked not in _MAT:
        return False
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    before = tokens[place - 1].plain if place else ""
    if after in losable or before in _LOST_BY:
        return False
    near = [token.plain for token in tokens[max(0, place - _KIN_BEFORE_MAX) : place]]
    return after in kin or any(word in kin for word in near)
