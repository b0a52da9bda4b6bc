"""SQL jobs of one Flink cluster, through its SQL Gateway and its JobManager."""

from streamt.runtimes.flink.plan import Job, Known, LiveJob, plan
from streamt.runtimes.flink.runtime import FlinkJobs
from streamt.runtimes.flink.state import newest

__all__ = ["FlinkJobs", "Job", "Known", "LiveJob", "newest", "plan"]
