"""A report as a table and as advice, in words for the head of a centre."""

from __future__ import annotations

from .records import DISCIPLINE_WORDS, Discipline, Outcome, Report, ShareResult, Spread

_HEAD = f"{'Diện ưu tiên':<13}{'Cách mời':<26}{'Ưu tiên':>18}{'Người khác':>20}{'Tất cả':>20}"


def table(report: Report) -> str:
    """Return the waits as lines of text: mean / what 95 of 100 stay under / longest, in minutes."""
    scenario = report.scenario
    lines = [
        f"{scenario.days} ngày thử, mỗi ngày {scenario.visits} lượt, {scenario.counters} quầy,"
        f" {scenario.minutes_a_visit:g} phút một lượt, một nửa đến trong hai giờ đầu.",
        "Phút chờ: trung bình / 95 % chờ không quá / lâu nhất.",
        "",
        _HEAD,
    ]
    for result in report.results:
        for outcome in result.outcomes:
            share = f"{result.share} %" if outcome is result.outcomes[0] else ""
            lines.append(f"{share:<13}{_row(outcome)}")
    return "\n".join([*lines, "", *(_ratios(result) for result in report.results)])


def advice(report: Report) -> str:
    """Return what the head may conclude: narrow standing where it burdens more than it helps."""
    if any(result.overloaded for result in report.results):
        return (
            "Số quầy này không kịp số lượt đến: gọi theo cách nào thì ai cũng phải chờ lâu."
            " Nên mở thêm quầy, hoặc hẹn bớt người sang giờ vắng."
        )
    wide = [result.share for result in report.results if result.too_wide]
    if not wide:
        return "Ở các tỷ lệ đã thử, ưu tiên giúp người cần mà người khác không phải chờ hơn nhiều."
    return (
        f"Khi từ {min(wide)} % lượt đến có diện ưu tiên, người khác chờ lâu hơn một phần ba, còn"
        " người ưu tiên được lợi ít đi. Nên thu hẹp diện ưu tiên, hoặc mở thêm quầy giờ đông."
    )


def _row(outcome: Outcome) -> str:
    name = DISCIPLINE_WORDS[outcome.discipline]
    first, others, all_ = map(_spread, (outcome.with_standing, outcome.ordinary, outcome.everyone))
    return f"{name:<26}{first:>18}{others:>20}{all_:>20}"


def _spread(spread: Spread) -> str:
    return f"{spread.mean:.1f} / {spread.p95:.0f} / {spread.longest:.0f}"


def _ratios(result: ShareResult) -> str:
    kept = result.of(Discipline.OURS).promises_kept
    promised = f"; lời hẹn đúng {kept:.0%}" if kept is not None else ""
    return (
        f"{result.share} %: so với ai đến trước mời trước, ưu tiên chờ {result.standing_ratio:.0%},"
        f" người khác {result.ordinary_ratio:.0%}"
        f" (95 % chờ không quá: {result.ordinary_p95_ratio:.0%}){promised}."
    )


def as_json(report: Report) -> dict[str, object]:
    """Return the report as one JSON object."""
    scenario = report.scenario
    return {
        "schema": 1,
        "days": scenario.days,
        "visits": scenario.visits,
        "counters": scenario.counters,
        "minutes_a_visit": scenario.minutes_a_visit,
        "seed": scenario.seed,
        "shares": [_share_json(result) for result in report.results],
        "advice": advice(report),
    }


def _share_json(result: ShareResult) -> dict[str, object]:
    return {
        "share": result.share,
        "standing_ratio": round(result.standing_ratio, 3),
        "ordinary_ratio": round(result.ordinary_ratio, 3),
        "ordinary_p95_ratio": round(result.ordinary_p95_ratio, 3),
        "too_wide": result.too_wide,
        "disciplines": {str(one.discipline): _outcome_json(one) for one in result.outcomes},
    }


def _outcome_json(outcome: Outcome) -> dict[str, object]:
    groups = {
        "with_standing": outcome.with_standing,
        "ordinary": outcome.ordinary,
        "everyone": outcome.everyone,
    }
    waits: dict[str, object] = {
        name: {"mean": round(s.mean, 1), "p95": round(s.p95, 1), "max": round(s.longest, 1)}
        for name, s in groups.items()
    }
    if outcome.promises_kept is not None:
        waits["promises_kept"] = round(outcome.promises_kept, 3)
    return waits
