"""What is written about a data error: the letter, and the text for the official system."""

from __future__ import annotations

from donghanh.base.clock import local
from donghanh.catalogue import service as catalogue
from donghanh.centre import service as centre
from donghanh.documents import service as documents

from .. import asked, rules
from ..models import DataError as Row
from ..records import Flawed, OpenedDataError

UNKNOWN = "chưa rõ"


def data_error_text(told: OpenedDataError, place: str) -> str:
    """Return the text to lay into the official system for phản ánh, kiến nghị; it names nobody.

    The plan: "Ghi nhận lỗi, gửi hệ thống phản ánh kiến nghị". Who it is stands in the letter alone.
    """
    one, flawed = told.error, told.flawed
    dossier = f"Hồ sơ liên quan: {one.dossier_code}\n" if one.dossier_code else ""
    return (
        f"Phản ánh lỗi dữ liệu: {asked.registers()[one.register].name}\n"
        f"Nơi ghi nhận: Trung tâm Phục vụ hành chính công {place}, số {one.label}, "
        f"ngày {local(one.taken_at):%d/%m/%Y}\n"
        f"Lỗi: {asked.flaws()[one.flaw].lower()}. Mục: {flawed.entry or UNKNOWN}\n{dossier}"
        "Đề nghị kiểm tra, sửa dữ liệu và báo lại Trung tâm. Họ tên, số định danh của người dân "
        "gửi riêng bằng văn bản. Trung tâm vẫn nhận hồ sơ giấy."
    )


def letter_for(row: Row, flawed: Flawed) -> documents.DataLetter:
    """Return the letter to who keeps the register."""
    here = centre.by_id(row.centre_id)
    place = centre.commune_words(here)
    register = asked.registers()[row.register]
    procedure = register.way
    if register.procedure:
        title = catalogue.procedure(register.procedure).title
        procedure = f"{title} (mã {register.procedure})"
    return documents.DataLetter(
        governing_body=f"ỦY BAN NHÂN DÂN {place.upper()}",
        office=here.name,
        place=here.commune,
        commune=place,
        reference=row.reference,
        label=rules.label("LDL", row.number, row.year),
        made_on=local(row.letter_at or row.taken_at).date(),
        to=register.to.format(place=place),
        register=register.name,
        flaw=asked.flaws()[row.flaw],
        full_name=flawed.full_name,
        personal_number=flawed.personal_number,
        born=flawed.born,
        entry=flawed.entry,
        stands=flawed.stands,
        right=flawed.right,
        evidence=flawed.evidence,
        dossier_code=flawed.dossier_code,
        procedure=procedure,
        law=register.law,
    )
