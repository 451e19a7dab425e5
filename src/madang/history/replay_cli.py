"""`madang replay`: the record through the acts, round by round, and its legal audit; `--report json` for machines."""

import argparse
import json
import sys
import time

from madang.core.models import Event
from madang.history.audit import Report, report
from madang.history.doing import counting
from madang.history.replay import replay
from madang.history.scratch import NoScratch, scratch_database
from madang.kernel.statutes.rules import fact_label
from madang.kernel.words import Words


def run(argv: list[str]) -> int:
    """Replay into a scratch database and print what happened; 1 when no scratch database can be had."""
    parser = argparse.ArgumentParser(prog="madang replay", description="replay the national record")
    parser.add_argument("--report", choices=["text", "json"], default="text")
    parser.add_argument("--lang", choices=["ko", "en"], default="ko")
    options = parser.parse_args(argv)
    speak = _quiet if options.report == "json" else lambda words: print(words.in_(options.lang), flush=True)
    try:
        with scratch_database():
            began = time.perf_counter()
            with counting() as count:
                replay(speak)
            seconds, events = time.perf_counter() - began, Event.objects.count()
            found = report()
    except NoScratch as refusal:
        print(refusal.words.in_(options.lang), file=sys.stderr)
        return 1
    if options.report == "json":
        print(json.dumps(found.to_json(), ensure_ascii=False, indent=1))
    else:
        _print(found, options.lang)
        pace = f"{seconds:.1f} s, {count.done / seconds:.0f}/s"
        _say(
            options.lang,
            f"\n처리 {count.done}건, 남긴 기록 {events}건 ({pace})",
            f"\n{count.done} acts, {events} events ({pace})",
        )
    return 0


def _quiet(words: Words) -> None:
    pass


def _print(found: Report, lang: str) -> None:
    totals = ", ".join(map(str, found.running_totals))
    _say(lang, f"\n규제자유특구 누계: {totals}", f"\nregulation-free zones, running total: {totals}")
    _say(lang, f"글로벌 혁신특구: {found.global_zones}", f"global innovation zones: {found.global_zones}")
    for number in ("G1", "G2"):
        funnel = "/".join(str(count) for count in found.funnels[number].values())
        print(f"  {number}: {funnel}")
    for session in found.follow_up:
        day, total, ended, permits, extended = session.values()
        _say(
            lang,
            f"후속조치 {day}: {total} = 종료 {ended} + 임시허가 {permits} + 연장 {extended}",
            f"follow-up {day}: {total} = ended {ended} + interim permit {permits} + extended {extended}",
        )
    _rules(found, lang)
    _say(lang, f"\n이상 {len(found.anomalies)}건", f"\n{len(found.anomalies)} anomalies")
    for one in found.anomalies:
        print(f"  [{one.rule}] {one.subject}: {Words(one.what, one.what_en).in_(lang)}")
    _say(
        lang,
        f"\n출처가 다른 값 {len(found.conflicts)}건",
        f"\n{len(found.conflicts)} disagreements of sources",
    )
    for two in found.conflicts:
        print(
            f"  {two.subject} {two.field}: {two.shown or '–'} | {two.other or '–'}  {Words(two.note, two.note_en).in_(lang)}"
        )


def _rules(found: Report, lang: str) -> None:
    counts = found.rules
    _say(
        lang,
        f"\n법정 요건: 충족 {counts['satisfied']}, 위반 {counts['breached']}, 알 수 없음 {counts['unknown']}",
        f"\nrules: {counts['satisfied']} satisfied, {counts['breached']} breached, {counts['unknown']} unknown",
    )
    for name, count in list(found.missing.items()):
        print(f"  {count:4}  {fact_label(name).in_(lang)}")


def _say(lang: str, ko: str, en: str) -> None:
    print(Words(ko, en).in_(lang))
