"""SQL jobs of one Flink cluster, through its SQL Gateway and its JobManager."""

from streamt.runtimes.flink.plan import Job, Known, LiveJob, plan
from streamt.runtimes.flink.runtime import FlinkJobs

__all__ = ["FlinkJobs", "Job", "Known", "LiveJob", "plan"]
