"""The systems a project is deployed to: one folder each, all shaped alike (`base.Runtime`).

Reading and writing are a runtime's own; what differs is worked out by a pure function in its `plan.py`, from the
artifacts of a manifest and what was observed. Nothing here knows about projects, orders or journals.
"""
