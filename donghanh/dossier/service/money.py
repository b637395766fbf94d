"""The door's part for money, copies and certifications: `service.money`.

One name of the door, because its own list is long enough.
"""

from __future__ import annotations

from ..faults_payments import (
    BookBehind,
    ChargedBefore,
    FeeUnknown,
    NoSuchCharge,
    NotACopy,
    NotCash,
    PaidBefore,
    PriceRefused,
    ReasonMissing,
    StatementUnreadable,
    TooLittle,
)
from ..records_payments import (
    Assessment,
    Book,
    Certification,
    Charge,
    Circumstances,
    CopyJob,
    CopyPrice,
    MoneyDay,
    Payment,
    PayWay,
    StatementRead,
)
from ..rules import (
    BANKS,
    CERTIFICATIONS,
    COPY_KINDS,
    COPY_PAGES_MAX,
    DIGITAL_CITIZEN,
    DIGITAL_ITEMS,
    GOES_TO,
    Booking,
    DigitalCitizen,
    FeeLine,
    certification_words,
)
from .certifications import books, certifications_of_day, number_certification, take_over_book
from .copies import copies_of_day, copy_prices, make_copies, set_copy_price
from .fees import assess, fee_units
from .money_day import count_cash, money_day
from .payments import (
    charge,
    charges_of,
    give_back,
    opened_charge,
    pay_cash,
    transfer_content,
    transfer_text,
    void_charge,
)
from .statements import last_statement, take_in_statement

__all__ = [
    "Assessment",
    "BANKS",
    "Book",
    "BookBehind",
    "Booking",
    "CERTIFICATIONS",
    "COPY_KINDS",
    "COPY_PAGES_MAX",
    "Certification",
    "Charge",
    "ChargedBefore",
    "Circumstances",
    "CopyJob",
    "CopyPrice",
    "DIGITAL_CITIZEN",
    "DIGITAL_ITEMS",
    "DigitalCitizen",
    "FeeLine",
    "FeeUnknown",
    "GOES_TO",
    "MoneyDay",
    "NoSuchCharge",
    "NotACopy",
    "NotCash",
    "PaidBefore",
    "PayWay",
    "Payment",
    "PriceRefused",
    "ReasonMissing",
    "StatementRead",
    "StatementUnreadable",
    "TooLittle",
    "assess",
    "books",
    "certification_words",
    "certifications_of_day",
    "charge",
    "charges_of",
    "copies_of_day",
    "copy_prices",
    "count_cash",
    "fee_units",
    "give_back",
    "last_statement",
    "make_copies",
    "money_day",
    "number_certification",
    "opened_charge",
    "pay_cash",
    "set_copy_price",
    "take_in_statement",
    "take_over_book",
    "transfer_content",
    "transfer_text",
    "void_charge",
]
