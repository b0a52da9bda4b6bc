"""What is known of a project: its graph, its queries, the columns of every node."""

from streamt.analysis.analyse import analyse
from streamt.analysis.model import Analysis, NodeColumn, column_id

__all__ = ["Analysis", "NodeColumn", "analyse", "column_id"]
