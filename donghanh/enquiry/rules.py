"""Decisions of the room, pure: danger first; answer, ask back, not ours, or call a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from donghanh.enquiry.records import (
    ANSWER,
    CLARIFY,
    OUT_OF_SCOPE,
    UNKNOWN,
    Alarm,
    Found,
    Topic,
    Urgent,
)
from donghanh.enquiry.records_evaluation import Evaluation, Outcome, Shares
from donghanh.enquiry.records_learning import Resemblance

# Scores as `ranking` gives them. Set by hand on the development questions.
SURE_SCORE_MIN = 1.15  # from here a procedure is named as the answer
SURE_COVER_MIN = 0.45
SUBSTANCE_MIN = 0.6  # less of what a procedure is about was not said: chance words
NEAR_SCORE_MIN = 0.7  # from here the best few are offered to choose from
OUTSIDE_COVER_MIN = 0.55  # turning away needs most of the question understood …
OUTSIDE_LEAD = 1.05  # … and a clear lead over every procedure
BACK_LEAD = 1.12  # asking back costs a tap; a plain answer does not
PLAIN_SCORE_MIN = 2.1  # from here a procedure answers even where a word of others was said
PLAIN_COVER_MIN = 0.6
STORY_WORDS_MIN = 11  # so many words that tell something are a story
DANGER_SCORE_MIN = 0.65  # from here, and nearer than any procedure, danger is heard
DANGER_LEAD = 0.95
TAUGHT_SAME_MIN = 0.97  # from here a question is the very phrase an officer taught
TAUGHT_LIKE_MIN = 0.8  # from here it is taken for it, where the search has no answer of its own
TAUGHT_NEAR_MIN = 0.65  # from here what was taught is the first of the choices
BESIDE_SHARE_MIN = 0.5  # beside an answer, what has less of its score is chance words
CHOICES_MAX = 4
PROCEDURES_MAX = 10

NOISE_LETTERS_MIN = 4
_VOWEL = re.compile(r"[aeiouy0-9]")
_JUMBLE = re.compile(r"[bcdfghjklmnpqrstvwxz]{4}|[aeiouy]{4}|(.)\1{3}")


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do: the behaviour, the procedures best first, the topic that decided it, and the
    danger the question is near to.
    """

    behaviour: str
    procedures: tuple[Found, ...]
    topic: Topic | None = None
    danger: str | None = None


def decide(
    found: Sequence[Found],
    topics: Mapping[str, Topic],
    exact: Topic | None = None,
    *,
    words: int = 0,
) -> Decision:
    """Return what to do with what was found, best first; topics are found under their codes.

    `exact`: the topic one of whose phrases was said and nothing else, or whose key was heard.
    Nobody is turned away on a guess: what is weak is `unknown`, which calls a person. `words`: how
    many tell something; in a story a key may be a mere circumstance.
    """
    ours = tuple(f for f in found if f.code not in topics)[:PROCEDURES_MAX]
    best = ours[0].score if ours else 0.0
    of_exact = next((f.score for f in found if topics.get(f.code) is exact), 0.0)
    if exact and not (exact.keys and of_exact < best and _is_plainly_ours(ours, words)):
        first = Found("", max((f.score for f in found), default=1.0), 1.0)
        return Decision(_behaviour(exact), _first(ours, exact.codes, first), exact)
    leader = next((f for f in found if f.code in topics), None)
    topic = topics[leader.code] if leader else None
    if leader and topic and topic.codes and leader.score >= max(best * BACK_LEAD, NEAR_SCORE_MIN):
        return Decision(CLARIFY, _first(ours, topic.codes, leader), topic)
    if leader and topic and not topic.codes and _is_outside(leader, best):
        return Decision(_behaviour(topic), ours, topic)
    return Decision(_by_score(ours), ours)


def with_taught(
    own: Decision,
    near: Resemblance | None,
    here: Collection[str],
    topics: Mapping[str, Topic],
) -> Decision:
    """Return the decision with what an officer of the centre taught.

    The very phrase decides; a likeness only where the search would have failed. `here`: codes that
    are done here; `topics` by their id. What names neither of them is left aside.
    """
    if near is None or near.share < TAUGHT_NEAR_MIN:
        return own
    kind, _, name = near.subject.partition(":")
    certain = near.share >= TAUGHT_SAME_MIN or (
        near.share >= TAUGHT_LIKE_MIN and own.behaviour != ANSWER
    )
    if kind == "topic":
        if not certain or name not in topics:
            return own
        return replace(own, behaviour=_behaviour(topics[name]), topic=topics[name])
    if name not in here or not (certain or own.behaviour in (UNKNOWN, CLARIFY)):
        return own
    top = max((found.score for found in own.procedures), default=SURE_SCORE_MIN)
    first = Found(name, top, near.share)
    rest = tuple(found for found in own.procedures if found.code != name)
    behaviour = ANSWER if certain else CLARIFY
    return replace(own, behaviour=behaviour, procedures=(first, *rest)[:PROCEDURES_MAX], topic=None)


def _behaviour(topic: Topic) -> str:
    if topic.codes:
        return CLARIFY
    return UNKNOWN if topic.for_a_person else OUT_OF_SCOPE


def _is_plainly_ours(ours: Sequence[Found], words: int) -> bool:
    """Nobody is turned away from what a procedure plainly answers, whatever word was in it."""
    if words >= STORY_WORDS_MIN:
        return _by_score(ours) != UNKNOWN
    return bool(ours) and ours[0].score >= PLAIN_SCORE_MIN and ours[0].cover >= PLAIN_COVER_MIN


def keyed(topics: Iterable[Topic], hears: Callable[[str], bool]) -> Topic | None:
    """Return the topic a key of which is heard, and nothing that keeps the question ours."""
    for topic in topics:
        if any(hears(key) for key in topic.keys) and not any(hears(key) for key in topic.unless):
            return topic
    return None


def _is_outside(leader: Found, best: float) -> bool:
    return leader.cover >= OUTSIDE_COVER_MIN and leader.score >= max(
        best * OUTSIDE_LEAD, NEAR_SCORE_MIN
    )


def _by_score(ours: Sequence[Found]) -> str:
    if not ours or ours[0].score < NEAR_SCORE_MIN or ours[0].substance < SUBSTANCE_MIN:
        return UNKNOWN
    sure = ours[0].score >= SURE_SCORE_MIN and ours[0].cover >= SURE_COVER_MIN
    return ANSWER if sure else CLARIFY


def beside_an_answer(behaviour: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """Return what is worth naming: beside an answer only what comes near it, of choices all."""
    if behaviour != ANSWER or not found:
        return tuple(found)
    return tuple(one for one in found if one.score >= found[0].score * BESIDE_SHARE_MIN)


def _first(ours: Sequence[Found], codes: Sequence[str], leader: Found) -> tuple[Found, ...]:
    """Return the choices of a topic in its order, then what else was found."""
    known = {found.code: found for found in ours}
    chosen = tuple(
        Found(code, leader.score, known[code].cover if code in known else leader.cover)
        for code in codes
    )
    return (chosen + tuple(f for f in ours if f.code not in codes))[:PROCEDURES_MAX]


def is_noise(typed: Sequence[str]) -> bool:
    """Say whether words are keys hit without meaning: no vowel, long rows of consonants."""
    return (
        bool(typed)
        and all(
            word.isascii() and (not _VOWEL.search(word) or _JUMBLE.search(word) is not None)
            for word in typed
        )
        and any(len(word) >= NOISE_LETTERS_MIN for word in typed)
    )


def share_of_score(score: float) -> float:
    """Return a score as 0…1 for show; the order stays."""
    return round(score / (1 + score), 3)


def nearest_danger(found: Sequence[Found], prefix: str) -> str | None:
    """Return the code of the danger a question is nearest to, nearer than to anything else."""
    danger = next((f for f in found if f.code.startswith(prefix)), None)
    other = next((f.score for f in found if not f.code.startswith(prefix)), 0.0)
    if danger is None or danger.score < DANGER_SCORE_MIN or danger.substance < SUBSTANCE_MIN:
        return None
    return danger.code if danger.score >= other * DANGER_LEAD else None


def alarm(alarms: Iterable[Alarm], hears: Callable[[str], bool]) -> Urgent | None:
    """Return the danger heard, all its numbers together; `hears` says whether a phrase is said."""
    numbers: list[str] = []
    why = danger = ""
    for entry in alarms:
        if not entry.all_of or not all(
            any(hears(phrase) for phrase in group) for group in entry.all_of
        ):
            continue
        if any(hears(phrase) for phrase in entry.none_of):
            continue
        numbers.extend(number for number in entry.numbers if number not in numbers)
        why, danger = why or entry.why, danger or entry.danger
    return Urgent(tuple(numbers), why, danger) if numbers else None


def evaluation(outcomes: Sequence[Outcome]) -> Evaluation:
    """Return the figures over labelled lines that were asked."""
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.line.kind, []).append(outcome)
    times = sorted(outcome.milliseconds for outcome in outcomes)
    return Evaluation(
        total=shares(outcomes),
        with_record=shares([outcome for outcome in outcomes if outcome.has_record]),
        by_kind={kind: shares(group) for kind, group in sorted(kinds.items())},
        p50=_percentile(times, 50),
        p95=_percentile(times, 95),
        outcomes=tuple(outcomes),
    )


def shares(outcomes: Sequence[Outcome]) -> Shares:
    """Return the shares over a group of lines; those with no line to count are None."""
    answers = [o for o in outcomes if o.line.behaviour == ANSWER]
    return Shares(
        lines=len(outcomes),
        recall_at_1=_share(answers, lambda o: _hit(o, 1)),
        recall_at_3=_share(answers, lambda o: _hit(o, 3)),
        answered=_share(answers, _is_answered),
        false_out_of_scope=_share(answers, lambda o: o.behaviour == OUT_OF_SCOPE),
        clarify=_met(outcomes, CLARIFY),
        out_of_scope=_met(outcomes, OUT_OF_SCOPE),
    )


def _met(outcomes: Sequence[Outcome], behaviour: str) -> float | None:
    labelled = [o for o in outcomes if o.line.behaviour == behaviour]
    return _share(labelled, lambda o: o.behaviour == behaviour)


def _hit(outcome: Outcome, rank: int) -> bool:
    return any(code in outcome.line.expect for code in outcome.codes[:rank])


def _is_answered(outcome: Outcome) -> bool:
    """Answered, or asked back with a right procedure among the choices shown."""
    if outcome.behaviour == CLARIFY:
        return _hit(outcome, CHOICES_MAX)
    return outcome.behaviour == ANSWER


def _share(outcomes: Sequence[Outcome], test: Callable[[Outcome], bool]) -> float | None:
    if not outcomes:
        return None
    return round(sum(1 for o in outcomes if test(o)) / len(outcomes), 4)


def _percentile(values: Sequence[float], percent: int) -> float:
    """Return the nearest-rank percentile of sorted values; 0.0 of none."""
    if not values:
        return 0.0
    rank = -(-len(values) * percent // 100)
    return round(values[max(rank, 1) - 1], 3)
