"""People as they tell of themselves, in a short notation, and what may apply to each.

"76 pension=0 poor=no" is someone of 76 without a pension whose household is not poor; "70-71" tells
the year of birth alone. Words stand for the rules, so that a row can be read across.
"""

from __future__ import annotations

from datetime import date

from donghanh.guidance.entitlements import Age, Person

NOW = "2026-11-21"
OLD, ALONE, FEAST, FIRST = (
    "huu_tri_xa_hoi",
    "nguoi_gia_khong_ai_phung_duong",
    "mung_tho",
    "kham_benh_truoc",
)
HOME, CIVIL = "mien_le_phi_cu_tru", "mien_le_phi_ho_tich"
DISABLED, CARER, DEGREE = "tro_cap_khuyet_tat", "cham_soc_khuyet_tat", "xac_dinh_khuyet_tat"
ORPHAN, SINGLE, TODDLER = (
    "tre_khong_nguon_nuoi",
    "don_than_ngheo_nuoi_con",
    "tre_duoi_ba_tuoi_ngheo",
)
SCHOOL, POOR, POOR_NEW = "ho_tro_hoc_tap", "cong_nhan_ho_ngheo", "cong_nhan_ho_ngheo_chuan_moi"
KIN, ALTAR, LIMB, STUDY = (
    "than_nhan_liet_si",
    "tho_cung_liet_si",
    "phuong_tien_chinh_hinh",
    "con_nguoi_co_cong_di_hoc",
)
BURY_OLD, BURY, BURY_MERIT = "mai_tang_huu_tri", "mai_tang_bao_tro", "nguoi_co_cong_mat"

# (told, day, what may apply)
PEOPLE: list[tuple[str, str, set[str]]] = [
    # Nothing told, or nothing that matters
    ("", NOW, set()),
    ("30 pension=0 poor=no disability=none merit=no", NOW, set()),
    ("poor=no", NOW, set()),
    ("pension=900000", NOW, set()),
    # 59 and 60: an elderly person by law
    ("59 poor=no", NOW, set()),
    ("60 poor=no", NOW, {HOME}),
    ("59 poor=yes", NOW, {HOME, CIVIL}),
    ("60 poor=yes", NOW, {ALONE, HOME, CIVIL}),
    ("60 poor=near", NOW, {HOME}),
    ("59-60 poor=no", NOW, {HOME}),
    ("58-59 poor=no", NOW, set()),
    # 69 and 70: the allowance for the poor and the nearly poor
    ("69 pension=0 poor=yes", NOW, {ALONE, HOME, CIVIL}),
    ("70 pension=0 poor=yes", NOW, {OLD, ALONE, FEAST, HOME, CIVIL}),
    ("69 pension=0 poor=near", NOW, {HOME}),
    ("70 pension=0 poor=near", NOW, {OLD, FEAST, HOME}),
    ("70 pension=0 poor=no", NOW, {FEAST, HOME}),
    ("70 pension=0", NOW, {OLD, FEAST, HOME}),
    ("70 pension=0 poor=unknown", NOW, {OLD, FEAST, HOME, POOR}),
    ("69-70 pension=0 poor=yes", NOW, {OLD, ALONE, FEAST, HOME, CIVIL}),
    ("68-69 pension=0 poor=yes", NOW, {ALONE, HOME, CIVIL}),
    # 74 and 75: the allowance for everyone
    ("74 pension=0 poor=no", NOW, {HOME}),
    ("75 pension=0 poor=no", NOW, {OLD, FEAST, HOME}),
    ("74 pension=0 poor=near", NOW, {OLD, HOME}),
    ("74 pension=0 poor=yes", NOW, {OLD, ALONE, HOME, CIVIL}),
    ("75 pension=0 poor=yes", NOW, {OLD, ALONE, FEAST, HOME, CIVIL}),
    ("74-75 pension=0 poor=no", NOW, {OLD, FEAST, HOME}),
    ("73-74 pension=0 poor=no", NOW, {HOME}),
    ("76 pension=0 poor=no", NOW, {OLD, HOME}),
    ("76", NOW, {OLD, HOME}),
    ("pension=0", NOW, {OLD}),
    # 79 and 80
    ("79 pension=0 poor=no", NOW, {OLD, HOME}),
    ("80 pension=0 poor=no", NOW, {OLD, FEAST, FIRST, HOME}),
    ("81 pension=900000 poor=no", NOW, {FIRST, HOME}),
    ("100 pension=900000", NOW, {FEAST, FIRST, HOME}),
    ("101 pension=900000", NOW, {FIRST, HOME}),
    # One đồng below the allowance, and at it, before and after it was raised
    ("76 pension=539999", NOW, {OLD, HOME}),
    ("76 pension=540000", NOW, {HOME}),
    ("76 pension=540001", NOW, {HOME}),
    ("72 pension=539999 poor=near", NOW, {OLD, HOME}),
    ("72 pension=540000 poor=near", NOW, {HOME}),
    ("76 pension=499999", "2026-06-30", {OLD, HOME}),
    ("76 pension=500000", "2026-06-30", {HOME}),
    ("76 pension=500000", "2026-07-01", {OLD, HOME}),
    ("76 pension=540000", "2026-07-01", {HOME}),
    ("76 pension=unknown", NOW, {OLD, HOME}),
    # Degrees of disability, on both sides of 16 and 60
    ("40 disability=none", NOW, set()),
    ("40 disability=mild", NOW, {HOME, CIVIL}),
    ("40 disability=severe", NOW, {DISABLED, HOME, CIVIL}),
    ("40 disability=very_severe", NOW, {DISABLED, CARER, HOME, CIVIL}),
    ("40 disability=unknown", NOW, {DEGREE}),
    ("15 disability=severe", NOW, {DISABLED, HOME, CIVIL}),
    ("16 disability=severe", NOW, {DISABLED, HOME, CIVIL}),
    ("disability=severe", NOW, {DISABLED, HOME, CIVIL}),
    ("76 pension=0 disability=severe", NOW, {OLD, DISABLED, HOME, CIVIL}),
    ("40 disability=severe", "2026-10-04", {DISABLED, HOME, CIVIL}),
    ("40 disability=severe", "2026-10-05", {DISABLED, HOME, CIVIL}),
    # Children
    ("15", NOW, {HOME}),
    ("16", NOW, set()),
    ("3 orphan=yes", NOW, {ORPHAN, SCHOOL, HOME}),
    ("4 orphan=yes", NOW, {ORPHAN, SCHOOL, HOME}),
    ("15 orphan=yes", NOW, {ORPHAN, SCHOOL, HOME}),
    ("16 orphan=yes", NOW, {ORPHAN, SCHOOL}),
    ("22 orphan=yes", NOW, {ORPHAN, SCHOOL}),
    ("23 orphan=yes", NOW, {SCHOOL}),
    ("9 orphan=no", NOW, {HOME}),
    ("2 poor=yes", NOW, {TODDLER, HOME, CIVIL}),
    ("2 poor=near", NOW, {TODDLER, HOME}),
    ("3 poor=near", NOW, {HOME}),
    # One parent alone
    ("30 single_parent=yes children=yes poor=yes", NOW, {SINGLE, SCHOOL, HOME, CIVIL}),
    ("30 single_parent=yes poor=yes", NOW, {SINGLE, HOME, CIVIL}),
    ("30 single_parent=yes", NOW, {SINGLE}),
    ("30 single_parent=yes poor=near", NOW, set()),
    ("30 single_parent=yes poor=no", NOW, set()),
    ("30 single_parent=no children=yes poor=yes", NOW, {SCHOOL, HOME, CIVIL}),
    # Merit
    ("60 merit=yes", NOW, {KIN, ALTAR, LIMB, HOME, CIVIL}),
    ("40 merit=yes children=yes", NOW, {KIN, ALTAR, LIMB, STUDY, HOME, CIVIL}),
    ("40 merit=no", NOW, set()),
    ("40 merit=unknown", NOW, set()),
    # Poor or not: the standard changes with the year
    ("poor=unknown", "2026-12-31", {POOR}),
    ("poor=unknown", "2027-01-01", {POOR_NEW}),
    # The law on civil status changes; what is due does not vanish
    ("40 poor=yes", "2027-02-28", {HOME, CIVIL}),
    ("40 poor=yes", "2027-03-01", {HOME, CIVIL}),
    # For those who are left
    ("80 pension=0 deceased", NOW, {BURY_OLD}),
    ("75 pension=0 deceased", NOW, {BURY_OLD}),
    ("74 pension=0 poor=no deceased", NOW, set()),
    ("74 pension=0 poor=near deceased", NOW, {BURY_OLD}),
    ("74 pension=0 poor=yes deceased", NOW, {BURY_OLD, BURY}),
    ("80 pension=540000 poor=no deceased", NOW, set()),
    ("40 disability=severe deceased", NOW, {BURY}),
    ("40 disability=mild deceased", NOW, set()),
    ("50 merit=yes deceased", NOW, {BURY_MERIT}),
    ("30 single_parent=yes poor=yes deceased", NOW, {BURY}),
    ("6 orphan=yes deceased", NOW, {BURY}),
]

# (told, day, rule, đồng)
SUMS: list[tuple[str, str, str, int | None]] = [
    ("76 pension=0", "2026-06-30", OLD, 500_000),
    ("76 pension=0", "2026-07-01", OLD, 540_000),
    ("76 pension=0", "2026-10-04", OLD, 540_000),
    ("76 pension=0", "2026-10-05", OLD, 540_000),
    ("76 pension=300000", NOW, OLD, 240_000),
    ("76 pension=539999", NOW, OLD, 1),
    ("76 pension=499999", "2026-06-30", OLD, 1),
    ("40 disability=severe", NOW, DISABLED, 810_000),
    ("59 disability=severe", NOW, DISABLED, 810_000),
    ("60 disability=severe", NOW, DISABLED, 1_080_000),
    ("15 disability=severe", NOW, DISABLED, 1_080_000),
    ("16 disability=severe", NOW, DISABLED, 810_000),
    ("40 disability=very_severe", NOW, DISABLED, 1_080_000),
    ("60 disability=very_severe", NOW, DISABLED, 1_350_000),
    ("15 disability=very_severe", NOW, DISABLED, 1_350_000),
    ("40 disability=severe", "2026-06-30", DISABLED, None),
    ("3 orphan=yes", NOW, ORPHAN, 1_350_000),
    ("4 orphan=yes", NOW, ORPHAN, 810_000),
    ("16 orphan=yes", NOW, ORPHAN, None),
    ("30 single_parent=yes poor=yes", NOW, SINGLE, 540_000),
    ("80 pension=0 deceased", NOW, BURY_OLD, 10_800_000),
    ("40 disability=severe deceased", "2026-07-01", BURY, 10_800_000),
    ("40 disability=severe deceased", "2026-06-30", BURY, None),
    ("60 poor=yes", NOW, ALONE, None),
]


def person(told: str) -> Person:
    """Return the person of a row."""
    words = told.split()
    facts = dict(word.split("=") for word in words if "=" in word)
    ages = next((word.split("-") for word in words if word[0].isdigit()), None)
    pension = facts.pop("pension", "unknown")
    return Person(
        age=Age(int(ages[0]), int(ages[-1])) if ages else None,
        pension=None if pension == "unknown" else int(pension),
        answers=facts,
        deceased="deceased" in words,
    )


def day(text: str) -> date:
    """Return a day."""
    return date.fromisoformat(text)
