"""The deployments topic: `_streamt.<project>.<environment>.deployments`, compacted, one partition.

It says who is at work (the lease), what was begun and done to every thing (so that an apply killed anywhere is finished
by the next, and only what is ours is ever deleted), and which manifests were deployed.
"""

from streamt.deploy.journal.records import Entry, Journal, Lease, topic_name
from streamt.deploy.journal.topic import LostLease, Writer, create_topic, read_journal

__all__ = ["Entry", "Journal", "Lease", "LostLease", "Writer", "create_topic", "read_journal", "topic_name"]
