"""Made-up sheets of a one-stop office, and what stands on each, field by field in its order."""

from __future__ import annotations

from datetime import UTC, date, datetime

from donghanh.documents import service as documents

from .samples import AT, due

HEAD = documents.OneStopHead(
    "Ủy ban nhân dân xã Ví Dụ", "Trung tâm Phục vụ hành chính công", "Ví Dụ", date(2026, 11, 20),
    "12",
)  # fmt: skip
WHO = documents.Person(
    "Nguyễn Thị Ví Dụ", "089148000000", "Ấp Ví Dụ", "0900 000 000", "vi.du@example.vn"
)
MATTER = documents.Matter(
    WHO, "Hưởng trợ cấp hưu trí xã hội", "H01.68-261120-0105", "HK7C4D", "Phòng Ví Dụ"
)
SHEETS: dict[str, documents.OneStopSheet] = {
    "01": documents.ReceiptSheet(
        HEAD, MATTER, documents.Person("Lê Văn Mẫu", "089148000001", "Ấp Mẫu", "0911", "m@m.vn"),
        "Giấy ủy quyền số 5", ("Văn bản đề nghị", "Bản sao Căn cước"), 1, "10 ngày làm việc", AT,
        due(9), "Quầy số 3", "2", "105", "Trần Văn Thử", ("Mã của bàn hướng dẫn: HK7C4D.",),
    ),
    "02": documents.SupplementSheet(
        HEAD, MATTER, ("Bản sao Căn cước", "Văn bản đề nghị ký lại"), "Bản nộp bị mờ",
        "Trần Văn Thử", "0297 000", date(2026, 12, 5),
    ),
    "03": documents.RefusalSheet(HEAD, MATTER, "Đang hưởng lương hưu"),
    "04": documents.ApologySheet(
        HEAD, MATTER, date(2026, 11, 20), due(7), "Cơ sở dữ liệu gián đoạn", due(14)
    ),
    "05": documents.StopSheet(HEAD, MATTER, AT, due(1), "Chuyển đi nơi khác", ("Giấy Ví Dụ",)),
    "06": documents.ControlSheet(HEAD, MATTER, "Công an xã", AT, due(9), (
        documents.Leg("", "Phòng Ví Dụ", AT, "Đúng hạn", "Bản giấy"),
        documents.Leg("Phòng Ví Dụ", "Bộ phận TN&TKQ", due(7), "Trước hạn"),
    )),
    "07": documents.RegisterSheet(HEAD, "Bảo trợ xã hội", "ngày 20/11/2026", (
        documents.RegisterLine(
            "H01.68-261120-0105", "Hưởng trợ cấp", "Nguyễn Thị Ví Dụ", "Ấp Ví Dụ", "Phòng Ví Dụ",
            "15:30 20/11/2026", "16:00 07/12/2026", "09:00 07/12/2026", "Gửi bưu chính",
        ),
    )),
}  # fmt: skip
OFFICE = (
    "ỦY BAN NHÂN DÂN XÃ VÍ DỤ", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
)  # fmt: skip
COUNTRY = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
    "Ví Dụ, ngày 20 tháng 11 năm 2026",
)  # fmt: skip
SIGN = "(Ký và ghi rõ họ tên)"
ADDRESS = ("Địa chỉ: Ấp Ví Dụ", "Số điện thoại: 0900 000 000", "Email: vi.du@example.vn")
WANTED: dict[str, tuple[str, ...]] = {
    "01": (
        *OFFICE, "Số: 12/…-TTPVHCC", *COUNTRY, "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H01.68-261120-0105", "Trung tâm Phục vụ hành chính công",
        "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Ví Dụ",
        "Số định danh cá nhân/tổ chức: 089148000000", *ADDRESS,
        "Người ủy quyền: Lê Văn Mẫu", "Số định danh cá nhân: 089148000001", "Địa chỉ: Ấp Mẫu",
        "Số điện thoại: 0911", "Email: m@m.vn", "Giấy tờ ủy quyền: Giấy ủy quyền số 5",
        "Nội dung yêu cầu giải quyết: Hưởng trợ cấp hưu trí xã hội",
        "Thành phần hồ sơ nộp gồm: 1. Văn bản đề nghị", "2. Bản sao Căn cước",
        "Số lượng hồ sơ: 1 (bộ)",
        "Thời gian giải quyết hồ sơ theo quy định là: 10 ngày làm việc",
        "Thời gian nhận hồ sơ: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026.",
        "Thời gian trả kết quả giải quyết hồ sơ: 08 giờ 00 phút, ngày 09 tháng 12 năm 2026.",
        "Đăng ký nhận kết quả tại: Quầy số 3",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 2", "Số thứ tự: 105 (nếu có)",
        "NGƯỜI NỘP HỒ SƠ", SIGN, "Nguyễn Thị Ví Dụ", "NGƯỜI TIẾP NHẬN HỒ SƠ", SIGN,
        "(Chữ ký số của người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)", "Trần Văn Thử",
        "không thuộc mẫu giấy trên", "HK7C4D",
    ),
    "02": (
        *OFFICE, "Số: 12/PBS-TTPVHCC", *COUNTRY, "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Nguyễn Thị Ví Dụ", "Nội dung yêu cầu giải quyết: Hưởng trợ cấp", *ADDRESS,
        "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau: 1. Bản sao Căn cước",
        "2. Văn bản đề nghị ký lại", "Lý do: Bản nộp bị mờ",
        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với Trần Văn Thử",
        "số điện thoại 0297 000 để được hướng dẫn./.", "NGƯỜI HƯỚNG DẪN", SIGN,
        "(Chữ ký số của Người hướng dẫn nếu là biểu mẫu điện tử)", "Trần Văn Thử",
        "chậm nhất: Thứ Bảy, 05/12/2026, tức 27 tháng Mười âm lịch",
    ),
    "03": (
        *OFFICE, "Số: 12/PTC-TTPVHCC", *COUNTRY, "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Trung tâm Phục vụ hành chính công", "Tiếp nhận hồ sơ của: Nguyễn Thị Ví Dụ",
        "Số định danh cá nhân/tổ chức: 089148000000", *ADDRESS,
        "Mã hồ sơ (nếu có): H01.68-261120-0105", "Nội dung yêu cầu giải quyết: Hưởng trợ cấp",
        "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả thông báo không tiếp nhận, giải quyết hồ sơ "
        "này với lý do cụ thể như sau: Đang hưởng lương hưu",
        "Xin thông báo cho Ông/Bà được biết và thực hiện./.",
        "NGƯỜI NỘP HỒ SƠ", SIGN, "Nguyễn Thị Ví Dụ", "NGƯỜI TIẾP NHẬN HỒ SƠ", SIGN,
        "(Chữ ký số của Người tiếp nhận hồ sơ nếu là biểu mẫu điện tử)",
    ),
    "04": (
        *OFFICE, "Số: 12/PXL", *COUNTRY, "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Nguyễn Thị Ví Dụ",
        "Ngày 20 tháng 11 năm 2026, Phòng Ví Dụ tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ "
        "tục hành chính Hưởng trợ cấp hưu trí xã hội của Ông/Bà/Tổ chức",
        "số định danh: 089148000000", "mã số hồ sơ: H01.68-261120-0105",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 08 giờ 00 phút, ngày 07 tháng 12 năm 2026.",
        "Tuy nhiên đến nay, Phòng Ví Dụ chưa trả kết quả giải quyết hồ sơ của Ông/Bà/Tổ chức đúng "
        "thời hạn quy định ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
        "Lý do: Cơ sở dữ liệu gián đoạn",
        "Phòng Ví Dụ xin trân trọng gửi lời xin lỗi đến Ông (Bà)/Tổ chức vì sự chậm trễ trong quá "
        "trình giải quyết hồ sơ có thể gây phiền hà, tốn kém về chi phí, công sức của Ông "
        "(Bà)/Tổ chức.",
        "Phòng Ví Dụ xin lỗi Ông/Bà/Tổ chức và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà/Tổ chức "
        "vào ngày 14 tháng 12 năm 2026.",
        "Mong nhận được sự thông cảm của Ông/Bà/Tổ chức vì sự chậm trễ này./.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", SIGN,
        "(Chữ ký số của Thủ trưởng cơ quan, đơn vị nếu là biểu mẫu điện tử)",
        "Ngày hẹn chưa đến.", "Thứ Hai, 14/12/2026, tức mùng 6 tháng Mười Một âm lịch",
    ),
    "05": (
        "Nội dung Mẫu 05 chưa tìm thấy", *OFFICE, "Số: 12", *COUNTRY,
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Kính gửi: Nguyễn Thị Ví Dụ",
        "Số định danh cá nhân/tổ chức: 089148000000", *ADDRESS,
        "Mã hồ sơ: H01.68-261120-0105", "Nội dung yêu cầu giải quyết: Hưởng trợ cấp hưu trí xã hội",
        "Thời gian nhận hồ sơ: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026.",
        "Cơ quan giải quyết: Phòng Ví Dụ",
        "Căn cứ khoản 1 Điều 21 Nghị định 118/2025/NĐ-CP và đề nghị của Ông/Bà/Tổ chức",
        "hồ sơ chưa có quyết định giải quyết hoặc văn bản thông báo kết quả.",
        "Trung tâm Phục vụ hành chính công thông báo dừng giải quyết hồ sơ này.",
        "Thời điểm dừng: 08 giờ 00 phút, ngày 01 tháng 12 năm 2026",
        "Lý do Ông/Bà/Tổ chức nêu (nếu có): Chuyển đi nơi khác",
        "Bản chính trả lại người nộp: 1. Giấy Ví Dụ", "nộp hồ sơ mới./.", "NGƯỜI ĐỀ NGHỊ DỪNG",
        SIGN, "Nguyễn Thị Ví Dụ", "NGƯỜI THÔNG BÁO",
    ),
    "06": (
        *OFFICE, "Số: 12/PKS-TTPVHCC", *COUNTRY, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã số hồ sơ: H01.68-261120-0105", "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Ví Dụ",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an xã", "Ngày nhận: 20/11/2026",
        "Hẹn trả kết quả vào 08 giờ 00 phút, ngày 09 tháng 12 năm 2026.",
        "Tên đơn vị", "Thời gian giao nhận hồ sơ",
        "Kết quả giải quyết hồ sơ (trước hạn/đúng hạn/quá hạn)", "Ghi chú",
        "1. Giao: Bộ phận TN&TKQ 2. Nhận: Phòng Ví Dụ", "15 giờ 30 phút, ngày 20/11/2026",
        "Người giao", "Người nhận", "Đúng hạn", "Bản giấy",
        "1. Giao: Phòng Ví Dụ 2. Nhận: Bộ phận TN&TKQ", "08 giờ 00 phút, ngày 07/12/2026",
        "Người giao", "Người nhận", "Trước hạn", "1. Giao: 2. Nhận:", "…… giờ …… phút",
        "Người giao", "1. Giao: 2. Nhận:", "Ghi chú:",
        "do bên nhận nhập thông tin/ghi khi nhận bàn giao hồ sơ.",
        "thể hiện trên mẫu phiếu điện tử.",
    ),
    "07": (
        *OFFICE, "Số: 12/STD-TTPVHCC", *COUNTRY, "SỔ THEO DÕI HỒ SƠ", "Lĩnh vực: Bảo trợ xã hội",
        "STT", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Địa chỉ/SĐT",
        "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả",
        "Trả kết quả", "Phương thức nhận kết quả", "Ký nhận",
        "1", "H01.68-261120-0105", "Hưởng trợ cấp", "Nguyễn Thị Ví Dụ", "Ấp Ví Dụ", "Phòng Ví Dụ",
        "15:30 20/11/2026", "16:00 07/12/2026", "09:00 07/12/2026", "Gửi bưu chính",
        "Ghi chú:", "theo từng lĩnh vực hoặc nhóm lĩnh vực tại Bộ phận Một cửa.",
        "phải đảm bảo đầy đủ thông tin theo quy định.",
    ),
}  # fmt: skip
NO_HOUR = datetime(2026, 12, 6, 17, tzinfo=UTC)  # midnight at the centre
