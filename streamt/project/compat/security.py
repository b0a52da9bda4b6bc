"""Older spellings of policies, and the policy that is not supported."""

from __future__ import annotations

from typing import Any

from streamt.load.document import Route
from streamt.load.text import line_text
from streamt.project.compat.spelling import Names, conflict, older, replaced
from streamt.project.draft import Draft


def policies(draft: Draft, _: Names) -> None:
    _masking(draft)
    policies = draft.at("security", "policies")
    if not isinstance(policies, list):
        return
    refused = [
        index for index, policy in enumerate(policies) if isinstance(policy, dict) and "encrypt" in policy
    ]
    for index in refused:
        draft.report(
            "compat.encrypt",
            draft.place("security", "policies", index, "encrypt").key_span,
            f"{draft.label} asks for encryption, which is not supported; masking is",
            expected="a `mask:` policy",
            got="`encrypt:`",
            help="mask the column (hash, redact, partial, tokenize, null), or leave it out of the SELECT",
        )
    if refused:
        draft.keep(
            ("security", "policies"), [index for index in range(len(policies)) if index not in refused]
        )
    for index, policy in enumerate(draft.at("security", "policies")):
        if isinstance(policy, dict) and isinstance(policy.get("mask"), dict):
            _mask(draft, ("security", "policies", index, "mask"))


def _masking(draft: Draft) -> None:
    """`masking: [{column, policy}]` for `policies: [{mask: {column, method}}]`."""
    masking = draft.at("security", "masking")
    if not isinstance(masking, list) or not all(isinstance(mask, dict) for mask in masking):
        return
    older(
        draft,
        "mask",
        ("security", "masking"),
        "`security.masking`",
        "`security.policies` with `mask:` entries",
    )
    origin = draft.origin(("security", "masking"))
    draft.drop("security", "masking")
    present = draft.at("security", "policies")
    first = len(present) if isinstance(present, list) else 0
    if not first:
        draft.put(("security", "policies"), [], origin)
    for index, mask in enumerate(masking):
        renamed = {"method" if key == "policy" else key: value for key, value in mask.items()}
        draft.at("security", "policies").append({"mask": renamed})
        draft.moved[(*draft.route, "security", "policies", first + index)] = (*origin, index)
        draft.moved[(*draft.route, "security", "policies", first + index, "mask")] = (*origin, index)
        draft.moved[(*draft.route, "security", "policies", first + index, "mask", "method")] = (
            *origin,
            index,
            "policy",
        )


def _mask(draft: Draft, steps: Route) -> None:
    mask = draft.mapping(*steps)
    if mask.get("method") == "tokenization":
        replaced(draft, "mask", (*steps, "method"), "tokenize")
    elif "method" in mask and mask["method"] is None and _written(draft, (*steps, "method")) == "null":
        draft.put((*steps, "method"), "null", draft.origin((*steps, "method")))
    applied = mask.get("applied_in")
    if not isinstance(applied, list | dict):
        return
    roles = _roles(applied if isinstance(applied, list) else [applied])
    older(
        draft, "mask", (*steps, "applied_in"), "`applied_in`", f"`for_roles: [{', '.join(map(str, roles))}]`"
    )
    origin = draft.origin((*steps, "applied_in"))
    draft.drop(*steps, "applied_in")
    present = draft.at(*steps, "for_roles")
    if present is None:
        draft.put((*steps, "for_roles"), roles, origin)
    elif present != roles:
        conflict(draft, (*steps, "for_roles"), roles, origin)


def _roles(parts: list[Any]) -> list[Any]:
    """The roles of all entries, each once, whatever they are: wrong ones are reported as `for_roles`."""
    found: list[Any] = []
    for part in parts:
        roles = part.get("roles") if isinstance(part, dict) else None
        for role in roles if isinstance(roles, list) else [roles]:
            if role is not None and role not in found:
                found.append(role)
    return found


def _written(draft: Draft, steps: Route) -> str:
    """The text of a scalar, as in the file."""
    mark = draft.document.mark(draft.origin(steps))
    if mark is None or mark.value.line != mark.value.end_line:
        return ""
    return line_text(draft.document.text, mark.value.line)[mark.value.column - 1 : mark.value.end_column - 1]
