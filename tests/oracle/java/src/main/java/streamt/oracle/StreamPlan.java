package streamt.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.metadata.FlinkRelMetadataQuery;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRel;
import org.apache.flink.table.planner.plan.utils.ChangelogPlanUtils;
import org.apache.flink.types.RowKind;
import scala.Option;

/** The physical plan: some queries validate and cannot be optimized, or not be translated, as a stream. */
final class StreamPlan {
  private static final Set<String> STATEFUL = Set.of(
      "GroupAggregate", "LocalGroupAggregate", "GlobalGroupAggregate", "IncrementalGroupAggregate", "GroupTableAggregate",
      "GroupWindowAggregate", "GroupWindowTableAggregate", "WindowAggregate", "LocalWindowAggregate", "GlobalWindowAggregate",
      "OverAggregate", "Join", "IntervalJoin", "TemporalJoin", "WindowJoin", "DeltaJoin", "MultiJoin", "Rank", "Deduplicate",
      "WindowRank", "WindowDeduplicate", "Match", "Sort", "SortLimit", "Limit", "TemporalSort", "ChangelogNormalize",
      "WindowTableFunction", "ProcessTableFunction", "PythonGroupAggregate");

  private final PlannerBase planner;
  private final QueryOperation query;

  StreamPlan(PlannerBase planner, QueryOperation query) {
    this.planner = planner;
    this.query = query;
  }

  void write(ObjectNode answer) {
    ObjectNode plan = answer.putObject("plan");
    try {
      RelNode optimized = planner.optimize(planner.createRelBuilder().queryOperation(query).build());
      writeChangelog((StreamPhysicalRel) optimized, answer);
      writeKeys(optimized, answer);
      writeOperators(optimized, answer);
      plan.put("optimized", true);
    } catch (Throwable refused) {
      plan.put("optimized", false);
      writeFailure(refused, plan);
      return;
    }
    try {
      planner.translate(List.of(new CollectModifyOperation(query)));
      plan.put("compiled", true);
    } catch (Throwable refused) {
      writeFailure(refused, plan);
    }
  }

  private static void writeFailure(Throwable refused, ObjectNode plan) {
    plan.put("compiled", false);
    plan.put("error_class", Refusal.root(refused).getClass().getSimpleName());
    plan.put("error", Refusal.rootMessage(refused));
  }

  private static void writeChangelog(StreamPhysicalRel top, ObjectNode answer) {
    Option<ChangelogMode> known = ChangelogPlanUtils.getChangelogMode(top);
    Set<RowKind> kinds = known.isDefined() ? known.get().getContainedKinds() : Set.of();
    ArrayNode written = answer.putArray("changelog");
    for (RowKind kind : kinds) written.add(kind.shortString());
    boolean deletes = kinds.contains(RowKind.DELETE);
    boolean updates = kinds.contains(RowKind.UPDATE_AFTER);
    answer.put("changelog_kind", deletes ? "I,U,D" : updates ? "I,U" : "I");
  }

  /** Keys are positions: the optimizer may have forgotten the names that the query gives its columns. */
  private void writeKeys(RelNode top, ObjectNode answer) {
    FlinkRelMetadataQuery metadata = FlinkRelMetadataQuery.reuseOrCreate(top.getCluster().getMetadataQuery());
    List<String> names = query.getResolvedSchema().getColumnNames();
    writeKeys("upsert_keys", metadata.getUpsertKeys(top), names, answer);
    writeKeys("unique_keys", metadata.getUniqueKeys(top), names, answer);
  }

  private static void writeKeys(String field, Set<ImmutableBitSet> keys, List<String> names, ObjectNode answer) {
    if (keys == null) { // the metadata handler does not know
      answer.putNull(field);
      return;
    }
    List<List<String>> named = new ArrayList<>();
    for (ImmutableBitSet key : keys) named.add(key.toList().stream().map(names::get).toList());
    named.sort(Comparator.comparing((List<String> key) -> key.size()).thenComparing(Object::toString));
    ArrayNode written = answer.putArray(field);
    for (List<String> key : named) {
      ArrayNode columns = written.addArray();
      key.forEach(columns::add);
    }
  }

  private static void writeOperators(RelNode top, ObjectNode answer) {
    Map<String, Integer> counted = new TreeMap<>();
    count(top, counted);
    ArrayNode stateful = answer.putArray("stateful");
    ArrayNode operators = answer.putArray("operators");
    counted.forEach((name, times) -> {
      operators.add(name);
      if (STATEFUL.contains(name)) for (int i = 0; i < times; i++) stateful.add(name);
    });
  }

  private static void count(RelNode node, Map<String, Integer> counted) {
    counted.merge(node.getClass().getSimpleName().replaceFirst("^StreamPhysical", ""), 1, Integer::sum);
    for (RelNode input : node.getInputs()) count(input, counted);
  }
}
