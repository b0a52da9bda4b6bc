"""What the real Flink planner says of a query, and how far streamt agrees.

`python -m tests.oracle ask | record | generate | compare`; `tests/oracle/README.md` is the guide.
"""
