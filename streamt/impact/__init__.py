"""What a change breaks, and for whom: two manifests compared.

compare(old, new) -> Iterator[Change]          each difference, with its kind (`kinds.KINDS`), before and after
report(Side(..), Side(..)) -> Report           the changes with whom each reaches, worst first
closing(report, fail_on) -> Iterator[Impact]   what closes the gate
report.markdown, report.text, report.data, report.github render a Report
"""

from __future__ import annotations

from streamt.impact.assessment import FAIL_ON, FailOn, Impact, Report, Side, assess, closing, state
from streamt.impact.change import Change
from streamt.impact.compare import compare

__all__ = ["FAIL_ON", "Change", "FailOn", "Impact", "Report", "Side", "assess", "closing", "compare", "state"]
