"""Into whose hands a result may go, and on what proof. Pure.

# Law: NĐ 118/2025 Đ.6 k.2, Đ.22 k.3: as the slip says; a lost slip is no obstacle, an identity
# paper is enough; who comes in another's place shows the paper of authorisation.
"""

from __future__ import annotations

from enum import StrEnum

from donghanh.base.text import fold


class Way(StrEnum):
    """How a result reaches the person."""

    COUNTER = "counter"
    PROXY = "proxy"
    POST = "post"
    HOME = "home"
    AT_ONCE = "at_once"
    ELSEWHERE = "elsewhere"


class CollectingProof(StrEnum):
    """What must be shown by who collects for another. ASK: the procedure does not say."""

    NOBODY = "nobody"
    NONE = "none"
    PAPER = "paper"
    CERTIFIED = "certified"
    ASK = "ask"


class HandingFault(StrEnum):
    """Why a result may not go this way."""

    UNKNOWN = "unknown"
    ONLY_THEMSELVES = "only_themselves"
    CERTIFICATION_MISSING = "certification_missing"
    AUTHORISATION_MISSING = "authorisation_missing"
    WITNESS_MISSING = "witness_missing"
    PLACE_MISSING = "place_missing"
    RECEIVER_MISSING = "receiver_missing"
    ADDRESS_MISSING = "address_missing"
    NOT_BY_POST = "not_by_post"


# What was looked at before a result was given: id -> (words, way).
SHOWN: dict[str, tuple[str, Way]] = {
    "giay_hen_va_giay_to": ("Giấy hẹn và giấy tờ tùy thân", Way.COUNTER),
    "giay_hen_va_nhan_ra": ("Giấy hẹn, cán bộ nhận ra người", Way.COUNTER),
    "chi_giay_to": ("Chỉ giấy tờ tùy thân (mất giấy hẹn)", Way.COUNTER),
    "nguoi_duoc_uy_quyen": ("Người đi thay: giấy hẹn, giấy ủy quyền", Way.PROXY),
    "uy_quyen_mat_phieu": ("Người đi thay mất giấy hẹn: giấy ủy quyền, giấy tờ", Way.PROXY),
    "uy_quyen_chung_thuc": ("Người đi thay: giấy ủy quyền có chứng thực", Way.PROXY),
    "nguoi_nha": ("Người nhà: giấy hẹn, không cần giấy ủy quyền", Way.PROXY),
    "buu_chinh": ("Gửi bưu chính", Way.POST),
    "tan_nha": ("Trao tận nhà, hai người cùng đi", Way.HOME),
    "tai_cho": ("Giải quyết ngay, trao tại chỗ", Way.AT_ONCE),
    "theo_so_tinh": ("Đã trả, theo sổ của tỉnh", Way.ELSEWHERE),
}

# How a result went, as the register of dossiers names it.
WAYS: dict[Way, str] = {
    Way.COUNTER: "Trực tiếp",
    Way.PROXY: "Trực tiếp, người khác nhận thay",
    Way.POST: "Bưu chính",
    Way.HOME: "Trao tận nhà",
    Way.AT_ONCE: "Trực tiếp, giải quyết ngay",
    Way.ELSEWHERE: "Theo sổ của tỉnh",
}

KIN = frozenset({"ong_ba", "cha_me", "con", "vo_chong", "anh_chi_em"})  # a nephew is none

# Words of a procedure by which somebody must be there: to sign, to fetch a child or a person.
_THERE = ("ky roi nhan", "phai co mat", "giao nhan con", "don tre", "bien ban ban giao")

_OPEN = ("chua ro", "hoi can bo", "hoi cong an")


def proof_to_collect(
    in_person: bool, words: str, authorisation: str | None, relation: str
) -> CollectingProof:
    """Return what who collects for another must show, by the procedure's own words.

    `in_person`: nobody may file it for them; `words`, `authorisation`: who may collect.
    """
    said = fold(authorisation or "")
    if in_person and (not said or "ky roi nhan" in fold(words)):
        return CollectingProof.NOBODY
    if not said or any(open_words in said for open_words in _OPEN):
        return CollectingProof.ASK
    if relation in KIN and "khong can giay uy quyen" in said:
        return CollectingProof.NONE
    # "Lĩnh tiền thay … chứng thực" is about the money, which no counter of ours pays out.
    if "chung thuc" in said and "linh tien" not in said:
        return CollectingProof.CERTIFIED
    return CollectingProof.PAPER


def goes_by_post(proof: CollectingProof, words: str) -> bool:
    """Return whether a result may go by post: never what somebody must be there and sign for.

    `words`: who may collect, as the procedure says it.
    """
    said = fold(words)
    return proof is not CollectingProof.NOBODY and not any(mark in said for mark in _THERE)


def ways_to_collect(*, by_post: bool) -> tuple[Way, ...]:
    """Return how a person may ask to get the result."""
    return (Way.COUNTER, Way.POST, Way.HOME) if by_post else (Way.COUNTER, Way.HOME)


def handing_fault(
    shown: str,
    proof: CollectingProof,
    *,
    receiver: str = "",
    place: str = "",
    witness: str = "",
    by_post: bool = True,
) -> HandingFault | None:
    """Return why a result may not be given like this, None when it may.

    `receiver`: who comes in another's place; `place`: where a letter goes or the home is;
    `witness`: who went along to the home; `by_post`: as `goes_by_post` says.
    """
    if shown not in SHOWN:
        return HandingFault.UNKNOWN
    way = SHOWN[shown][1]
    if way in (Way.PROXY, Way.POST) and proof is CollectingProof.NOBODY:
        return HandingFault.ONLY_THEMSELVES
    if way is Way.PROXY:
        missing = _paper_missing(shown, proof)
        return missing or (None if receiver else HandingFault.RECEIVER_MISSING)
    return _away_fault(way, place, witness, by_post) if way in (Way.POST, Way.HOME) else None


def _away_fault(way: Way, place: str, witness: str, by_post: bool) -> HandingFault | None:
    if way is Way.POST:
        missing = None if place else HandingFault.ADDRESS_MISSING
        return missing if by_post else HandingFault.NOT_BY_POST
    if not place:
        return HandingFault.PLACE_MISSING
    return None if witness else HandingFault.WITNESS_MISSING


def _paper_missing(shown: str, proof: CollectingProof) -> HandingFault | None:
    if proof is CollectingProof.CERTIFIED and shown != "uy_quyen_chung_thuc":
        return HandingFault.CERTIFICATION_MISSING
    if shown == "nguoi_nha" and proof is not CollectingProof.NONE:
        return HandingFault.AUTHORISATION_MISSING
    return None


def method_words(shown: str | None, registered: str) -> str:
    """Return by which method a result went, as Mẫu 07 asks; before that, which one was registered.

    `registered`: the way's id, empty for the counter.
    """
    if shown:
        return WAYS[way_of(shown)]
    return f"Đăng ký: {WAYS[Way(registered)].lower()}" if registered else ""


def way_of(shown: str) -> Way:
    """Return the way that goes with what was shown; the counter for what is not known any more."""
    return SHOWN[shown][1] if shown in SHOWN else Way.COUNTER
