"""Every kind of change: how bad it can be, whom it concerns, and why. One line a kind; ids are a public contract.

scope   column   readers of that column, through column lineage
        rows     everything downstream: what rows there are, or what a row means, changes
        topic    who reads or writes the topic itself
        roles    exposures with one of the policy's roles
        none     nobody downstream
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Severity: TypeAlias = Literal["breaking", "risky", "safe"]
Scope: TypeAlias = Literal["column", "rows", "topic", "roles", "none"]
SEVERITIES: tuple[Severity, ...] = ("breaking", "risky", "safe")


class Kind(NamedTuple):
    severity: Severity
    scope: Scope
    reason: str


KINDS: dict[str, Kind] = {
    # nodes
    "source.added": Kind("safe", "none", "a new input"),
    "source.removed": Kind("breaking", "rows", "its readers lose their input"),
    "model.added": Kind("safe", "none", "nobody reads it yet"),
    "model.removed": Kind("breaking", "rows", "its readers lose their input"),
    "test.added": Kind("safe", "none", "more is checked"),
    "test.removed": Kind("risky", "none", "what it checked is no longer checked"),
    "exposure.added": Kind("safe", "none", "a new reader or producer"),
    "exposure.removed": Kind("safe", "none", "it no longer counts as a reader or producer"),
    # columns
    "column.added": Kind("safe", "none", "readers that name their columns do not see it"),
    "column.removed": Kind("breaking", "column", "its readers find no value, or fail"),
    "column.renamed": Kind(
        "risky", "none", "a column of the same type and origin appeared where this one went: a rename?"
    ),
    "column.type_changed": Kind(
        "breaking", "column", "readers cannot decode or compare its values as before"
    ),
    "column.type_widened": Kind(
        "risky", "column", "readers that keep the old type may refuse or truncate values"
    ),
    "column.type_narrowed": Kind("risky", "column", "values may no longer fit where they are made"),
    "column.type_lost": Kind("risky", "column", "its type and origin are no longer known"),
    "column.type_learnt": Kind("safe", "none", "its type and origin are now known"),
    "column.became_nullable": Kind("risky", "column", "readers may meet NULL where there was none"),
    "column.became_not_null": Kind("safe", "none", "readers meet no NULL any more"),
    "column.classification_raised": Kind("risky", "column", "its readers now handle more sensitive data"),
    "column.classification_lowered": Kind("risky", "column", "it is protected less than before"),
    "column.classification_changed": Kind("risky", "column", "it is classified otherwise"),
    "column.origin_changed": Kind(
        "risky", "column", "same name and type, but its values come from elsewhere"
    ),
    "column.computation_changed": Kind(
        "risky", "column", "same origins, but its values are computed otherwise"
    ),
    "column.expression_changed": Kind("risky", "column", "it is computed otherwise"),
    "column.metadata_changed": Kind("risky", "column", "it is read from other metadata of the record"),
    "columns.opened": Kind("risky", "none", "the list of columns is no longer all there is"),
    "columns.closed": Kind("safe", "none", "the list of columns is now all there is"),
    # what a row means
    "key.changed": Kind("breaking", "rows", "records are partitioned, ordered and replaced by another key"),
    "changelog.became_updating": Kind(
        "breaking", "rows", "readers that append would count updates as new rows"
    ),
    "changelog.became_append": Kind(
        "risky", "rows", "rows are no longer updated: readers may meet several per key"
    ),
    "changelog.changed": Kind("breaking", "rows", "updates and deletes arrive in another form"),
    "changelog.lost": Kind("risky", "none", "whether and how its rows are updated is no longer known"),
    "changelog.learnt": Kind("safe", "none", "whether and how its rows are updated is now known"),
    "upsert_key.changed": Kind("risky", "rows", "rows replace each other by another key"),
    "time_attribute.added": Kind("safe", "none", "readers may now use windows and temporal joins on it"),
    "time_attribute.removed": Kind("breaking", "column", "windows and temporal joins on it no longer plan"),
    "time_attribute.changed": Kind(
        "breaking", "column", "windows and temporal joins on it use another clock"
    ),
    "determinism.lost": Kind("risky", "rows", "a replay may give other values"),
    "determinism.gained": Kind("safe", "none", "a replay gives the same values"),
    "sql.changed": Kind("risky", "rows", "which rows there are, or what they hold, may differ"),
    "input.added": Kind("safe", "none", "it reads one more input"),
    "input.removed": Kind("risky", "none", "it no longer reads this input"),
    "lookup.changed": Kind("risky", "rows", "it looks rows up elsewhere"),
    "event_time.added": Kind("risky", "rows", "its readers now order by event time"),
    "event_time.removed": Kind("breaking", "rows", "windows and temporal joins on it no longer plan"),
    "event_time.changed": Kind("breaking", "rows", "its readers order by another column"),
    "watermark.delay_reduced": Kind("risky", "rows", "records that arrive late are dropped earlier"),
    "watermark.delay_extended": Kind("risky", "rows", "results come later"),
    "watermark.delay_changed": Kind("risky", "rows", "when results come and what counts as late changes"),
    "watermark.idleness_changed": Kind(
        "risky", "rows", "when idle partitions stop holding results back changes"
    ),
    # where and how it is made
    "materialization.changed": Kind("risky", "topic", "another engine fills the topic"),
    "materialization.topic_removed": Kind("breaking", "rows", "it no longer offers a topic to read"),
    "materialization.virtualized": Kind("breaking", "topic", "direct readers must go through the Gateway"),
    "materialization.made_real": Kind(
        "risky", "topic", "it is stored now: masks at the Gateway's virtual topic no longer apply"
    ),
    "state.unbounded": Kind("risky", "none", "the job's state now grows without bound"),
    "state.changed": Kind("risky", "none", "the job keeps other state"),
    "flink.state_incompatible": Kind(
        "risky", "rows", "the job cannot resume from its savepoint: it needs a rebuild or a new version"
    ),
    "flink.state_ttl_reduced": Kind(
        "risky", "rows", "state is forgotten earlier: joins and aggregates may miss rows"
    ),
    "flink.state_ttl_extended": Kind("safe", "none", "state is kept longer and takes more room"),
    "flink.state_ttl_changed": Kind("risky", "rows", "how long state is kept changes"),
    "flink.delivery_weakened": Kind("risky", "rows", "readers may meet duplicates after a failure"),
    "flink.delivery_strengthened": Kind(
        "safe", "none", "no duplicates after a failure; results are visible at checkpoints"
    ),
    "flink.delivery_changed": Kind(
        "risky", "rows", "whether readers meet duplicates after a failure changes"
    ),
    "flink.startup_changed": Kind("risky", "rows", "a fresh job starts reading elsewhere"),
    "flink.malformed_changed": Kind("risky", "rows", "records that cannot be read are treated otherwise"),
    "flink.consumer_group_changed": Kind("risky", "none", "committed offsets stay with the old group"),
    "flink.setting_changed": Kind("safe", "none", "how the job runs, not what it yields"),
    "flink.cluster_moved": Kind("risky", "none", "the job moves to another cluster; its state stays behind"),
    "sink.connector_changed": Kind("risky", "topic", "another connector writes the external table"),
    "sink.config_changed": Kind("risky", "topic", "the connector behaves otherwise"),
    "connect.cluster_moved": Kind(
        "risky", "none", "the connector moves to another cluster; its offsets stay behind"
    ),
    "gateway.changed": Kind("risky", "topic", "the Gateway treats its readers otherwise"),
    # the topic and its schema
    "topic.renamed": Kind("breaking", "topic", "who reads or writes the old topic by name is left behind"),
    "topic.cluster_moved": Kind(
        "breaking", "topic", "who reads or writes it on the old cluster is left behind"
    ),
    "topic.partitions_increased": Kind(
        "risky", "topic", "records of one key move to another partition: order per key breaks once"
    ),
    "topic.partitions_decreased": Kind("breaking", "topic", "Kafka cannot: the topic must be created anew"),
    "topic.partitions_changed": Kind("risky", "topic", "the number of partitions may differ"),
    "topic.replication_increased": Kind("safe", "none", "more copies"),
    "topic.replication_reduced": Kind("risky", "topic", "fewer copies: a broker's loss may lose data"),
    "topic.replication_changed": Kind("risky", "topic", "the number of copies may differ"),
    "topic.retention_reduced": Kind(
        "risky", "topic", "readers that lag or start from earliest find less history"
    ),
    "topic.retention_extended": Kind("safe", "none", "more history is kept"),
    "topic.retention_changed": Kind("risky", "topic", "how much history is kept may differ"),
    "topic.cleanup_changed": Kind("breaking", "topic", "what Kafka keeps changes: by age or by key"),
    "topic.config_changed": Kind("risky", "topic", "the topic behaves otherwise"),
    "schema.added": Kind("safe", "none", "its schema is now declared"),
    "schema.removed": Kind("risky", "topic", "its schema is no longer declared"),
    "schema.format_changed": Kind("breaking", "topic", "readers cannot decode its records as before"),
    "schema.subject_changed": Kind("risky", "topic", "its schema is looked up elsewhere"),
    "schema.version_changed": Kind("risky", "topic", "another version of its schema is used"),
    "schema.definition_changed": Kind("risky", "topic", "its schema's text differs"),
    "schema.compatibility_changed": Kind("risky", "none", "the registry accepts other changes than before"),
    # who may read it, and what of it
    "policy.mask_added": Kind("risky", "roles", "these roles now see masked values"),
    "policy.mask_removed": Kind("risky", "roles", "these roles now see values in clear"),
    "policy.mask_changed": Kind("risky", "roles", "these roles see values masked otherwise"),
    "policy.allow_added": Kind("safe", "roles", "this role may now read it"),
    "policy.allow_removed": Kind("breaking", "roles", "this role is no longer allowed to read it"),
    "policy.allow_changed": Kind("safe", "roles", "this role may read it for another purpose"),
    "policy.deny_added": Kind("breaking", "roles", "this role is now denied"),
    "policy.deny_removed": Kind("risky", "roles", "this role is no longer denied"),
    "access.narrowed": Kind("breaking", "none", "fewer projects and groups may reference it"),
    "access.widened": Kind("safe", "none", "more projects and groups may reference it"),
    "access.group_changed": Kind("risky", "none", "another group may reference it"),
    # promises
    "contract.enforced": Kind("safe", "none", "its columns are now held to the contract"),
    "contract.relaxed": Kind("risky", "topic", "its columns are no longer held to the contract"),
    "contract.changed": Kind("risky", "topic", "it promises something else"),
    "sla.changed": Kind("risky", "topic", "it promises something else"),
    "freshness.changed": Kind("risky", "topic", "how old its data may be changes"),
    "version.latest_changed": Kind(
        "risky", "rows", "a reference without a version now means another version"
    ),
    "deprecation.announced": Kind("risky", "topic", "its readers have to leave it by that date"),
    "deprecation.changed": Kind("risky", "topic", "its readers have to leave it by another date"),
    "deprecation.withdrawn": Kind("safe", "none", "its readers may stay"),
    # tests
    "test.assertion_added": Kind("safe", "none", "more is checked"),
    "test.assertion_removed": Kind("risky", "none", "less is checked"),
    "test.target_changed": Kind("risky", "none", "it checks something else"),
    "test.type_changed": Kind("risky", "none", "it runs at another time"),
    "test.reaction_changed": Kind("risky", "none", "a failure has other consequences"),
    "test.setting_changed": Kind("safe", "none", "how it runs"),
    # exposures
    "exposure.read_added": Kind("safe", "none", "it depends on one more node"),
    "exposure.read_removed": Kind("safe", "none", "it no longer depends on this node"),
    "exposure.columns_changed": Kind("safe", "none", "it reads other columns"),
    "exposure.produce_added": Kind("risky", "none", "it writes one more source"),
    "exposure.produce_removed": Kind("risky", "none", "it no longer writes this source"),
    "exposure.expectation_changed": Kind("risky", "none", "it expects something else of its inputs"),
    "exposure.access_changed": Kind("risky", "none", "it reads in another role or for another purpose"),
    "exposure.changed": Kind("safe", "none", "its description"),
    # words about nodes
    "owner.changed": Kind("safe", "none", "someone else answers for it"),
    "description.changed": Kind("safe", "none", "documentation"),
    "tags.changed": Kind("safe", "none", "documentation"),
    "domain.changed": Kind("safe", "none", "documentation"),
    "region.changed": Kind("risky", "topic", "the data lives elsewhere: residency rules and latency"),
    "placement.changed": Kind("safe", "none", "where it may be deployed or exported to"),
    # the project
    "project.changed": Kind("safe", "none", "the project's own description"),
    "owner.contact_changed": Kind("safe", "none", "how to reach an owner"),
    "function.added": Kind("safe", "none", "one more function to call"),
    "function.removed": Kind("breaking", "none", "queries that call it no longer plan"),
    "function.changed": Kind("risky", "none", "queries that call it may yield something else"),
    "dependency.added": Kind("safe", "none", "it depends on one more project"),
    "dependency.removed": Kind("risky", "none", "it no longer depends on this project"),
    "dependency.changed": Kind("risky", "none", "it depends on another state of this project"),
    "runtime.changed": Kind("risky", "none", "everything runs with it"),
    "safety.changed": Kind("risky", "none", "what apply may do changes"),
    "alerting.changed": Kind("safe", "none", "where alerts go"),
    "finding.added": Kind("risky", "none", "the lint finds something new"),
    "finding.resolved": Kind("safe", "none", "the lint no longer finds this"),
}
