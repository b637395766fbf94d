"""The interview: the front door. A form is asked question by question and laid out for a print.

Two ways in. Pure: who calls holds the answers (`page`, `answer`, `form_print`). Kept: a helper sits
down with a visitor and fills drafts, sealed, for a day (`sit_down`, `open_draft`, `keep_answer` …).
Nothing is sent anywhere.
"""

from __future__ import annotations

from .. import card, journey, library
from ..card import Card
from ..draft_rules import KEEP_DAYS_MAX
from ..faults import (
    DraftGone,
    ForThemselves,
    KeptTooLong,
    MayNotSit,
    NotFinished,
    NotSitting,
    PageNotOpen,
    StopsHere,
)
from ..journey import CheckLine, Page
from ..library import FormCheck, NoSuchForm, check
from ..old_addresses import AddressSuggestion
from ..questions import people_rows
from ..records import (
    Answers,
    Choice,
    Fault,
    Form,
    FormSigning,
    FormVersion,
    Gains,
    Given,
    Known,
    Province,
    Question,
    Raw,
    Value,
)
from ..records_drafts import (
    CardKept,
    CardPerson,
    CheckAnswers,
    CopyingSheet,
    CopyLine,
    Draft,
    DraftPage,
    Ending,
    Kept,
    Party,
    PrintKind,
    Sitting,
)
from ..rules import Concern
from ..sheets import Letterhead
from .answering import confirm_answer, draft_page, keep_answer, keep_unknown
from .cards import card_people, compare_card, keep_card
from .drafts import draft, drafts_of_visit, open_draft
from .ending import check_answers, consent_to_keep, copied_to_portal, finish, wipe
from .files import file_folder, sweep_files
from .forgetting import forget_drafts
from .forms import (
    answer,
    fill_from_card,
    finished,
    first_page,
    form_print,
    form_version,
    forms,
    forms_for,
    page,
    read_back,
)
from .prints import copying_sheet, print_of
from .sittings import leave, sit_down, sitting, wipe_counter

next_page = journey.after
not_known = journey.not_known
aside = journey.aside
shared = journey.shared
carried = journey.carried
stops_for_gain = journey.stops_for_gain
confirm = journey.confirmed
read_card = card.read
provinces = library.provinces

__all__ = [
    "KEEP_DAYS_MAX",
    "AddressSuggestion",
    "Answers",
    "Card",
    "CardKept",
    "CardPerson",
    "CheckAnswers",
    "CheckLine",
    "Choice",
    "Concern",
    "CopyLine",
    "CopyingSheet",
    "Draft",
    "DraftGone",
    "DraftPage",
    "Ending",
    "Fault",
    "ForThemselves",
    "Form",
    "FormCheck",
    "FormSigning",
    "FormVersion",
    "Gains",
    "Given",
    "Kept",
    "KeptTooLong",
    "Known",
    "Letterhead",
    "MayNotSit",
    "NoSuchForm",
    "NotFinished",
    "NotSitting",
    "Page",
    "PageNotOpen",
    "Party",
    "PrintKind",
    "Province",
    "Question",
    "Raw",
    "Sitting",
    "StopsHere",
    "Value",
    "answer",
    "aside",
    "card_people",
    "carried",
    "check",
    "check_answers",
    "compare_card",
    "confirm",
    "confirm_answer",
    "consent_to_keep",
    "copied_to_portal",
    "copying_sheet",
    "draft",
    "draft_page",
    "drafts_of_visit",
    "file_folder",
    "fill_from_card",
    "finish",
    "finished",
    "first_page",
    "forget_drafts",
    "form_print",
    "form_version",
    "forms",
    "forms_for",
    "keep_answer",
    "keep_card",
    "keep_unknown",
    "leave",
    "next_page",
    "not_known",
    "open_draft",
    "page",
    "people_rows",
    "print_of",
    "provinces",
    "read_back",
    "read_card",
    "shared",
    "sit_down",
    "sitting",
    "stops_for_gain",
    "sweep_files",
    "wipe",
    "wipe_counter",
]
