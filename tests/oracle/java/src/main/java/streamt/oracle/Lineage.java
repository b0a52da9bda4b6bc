package streamt.oracle;

import static streamt.oracle.Origins.Kind.AGGREGATE;
import static streamt.oracle.Origins.Kind.IDENTITY;
import static streamt.oracle.Origins.Kind.MAY;
import static streamt.oracle.Origins.Kind.TRANSFORM;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Snapshot;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rel.core.TableScan;
import org.apache.calcite.rel.core.Uncollect;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/**
 * Column origins over the logical plan before optimization. Calcite's own getColumnOrigins gives up on window functions,
 * LATERAL, temporal joins and MATCH_RECOGNIZE.
 */
final class Lineage {
  final Set<Influence> influences = new TreeSet<>();
  final Set<String> unknown = new HashSet<>();
  private final Expressions expressions = new Expressions(this);

  /** One entry per output column of `node`. */
  List<Origins> of(RelNode node) {
    ScannedTable table = ScannedTable.shownBy(node);
    if (table != null) return table.origins(table.columns());
    if (node instanceof TableScan scan) return ScannedTable.of(scan).origins(scan.getRowType().getFieldNames());
    if (node instanceof Project project) return project(project);
    if (node instanceof Filter filter) return filter(filter);
    if (node instanceof Join join) return join(join);
    if (node instanceof Correlate correlate) return correlate(correlate);
    if (node instanceof Aggregate aggregate) return aggregate(aggregate);
    if (node instanceof SetOp operation) return setOperation(operation);
    if (node instanceof Sort sort) return sort(sort);
    if (node instanceof Snapshot snapshot) return snapshot(snapshot);
    if (node instanceof Uncollect uncollect) return uncollect(uncollect);
    if (node instanceof Values values) return blank(values);
    if (node instanceof Match match) return new MatchLineage(this, expressions).of(match);
    if (node instanceof TableFunctionScan scan) return new TableFunctionLineage(this, expressions).of(scan);
    if (node.getClass().getSimpleName().equals("LogicalWatermarkAssigner")) return of(node.getInput(0));
    unknown.add(node.getClass().getSimpleName());
    return blank(node);
  }

  void influence(Origins origins, String kind) {
    for (TableColumn column : origins.columns()) influences.add(new Influence(column, kind));
  }

  static List<Origins> blank(RelNode node) {
    return padded(new ArrayList<>(), node);
  }

  /** Columns the planner adds by itself (named properties of group windows, ordinality) come from nowhere. */
  static List<Origins> padded(List<Origins> origins, RelNode node) {
    int columns = node.getRowType().getFieldCount();
    while (origins.size() < columns) origins.add(new Origins());
    return origins.subList(0, columns);
  }

  private List<Origins> project(Project project) {
    List<Origins> input = of(project.getInput());
    expressions.correlate(project.getVariablesSet(), input);
    List<Origins> origins = new ArrayList<>();
    for (RexNode expression : project.getProjects()) origins.add(expressions.value(expression, input));
    return origins;
  }

  private List<Origins> filter(Filter filter) {
    List<Origins> input = of(filter.getInput());
    expressions.correlate(filter.getVariablesSet(), input);
    RexNode condition = filter.getCondition();
    influence(expressions.value(condition, input), Expressions.isCorrelated(condition) ? "join_key" : "filter");
    return input;
  }

  private List<Origins> join(Join join) {
    List<Origins> left = of(join.getLeft());
    expressions.correlate(join.getVariablesSet(), left);
    List<Origins> both = concat(left, of(join.getRight()));
    influence(expressions.value(join.getCondition(), both), "join_key");
    return join.getJoinType().projectsRight() ? both : left;
  }

  private List<Origins> correlate(Correlate correlate) {
    List<Origins> left = of(correlate.getLeft());
    expressions.correlate(Set.of(correlate.getCorrelationId()), left);
    List<Origins> both = concat(left, of(correlate.getRight()));
    return correlate.getJoinType().projectsRight() ? both : left;
  }

  private static List<Origins> concat(List<Origins> left, List<Origins> right) {
    List<Origins> both = new ArrayList<>(left);
    both.addAll(right);
    return both;
  }

  private List<Origins> aggregate(Aggregate aggregate) {
    List<Origins> input = of(aggregate.getInput());
    List<Origins> origins = new ArrayList<>();
    for (int key : aggregate.getGroupSet()) {
      origins.add(input.get(key));
      influence(input.get(key), "group_key");
    }
    for (AggregateCall call : aggregate.getAggCallList()) origins.add(aggregateCall(call, input));
    return padded(origins, aggregate);
  }

  private Origins aggregateCall(AggregateCall call, List<Origins> input) {
    Origins origins = new Origins();
    boolean grouping = call.getAggregation().getName().startsWith("GROUPING");
    for (int argument : call.getArgList()) origins.addAll(input.get(argument), grouping ? MAY : AGGREGATE);
    if (call.filterArg >= 0) {
      origins.addAll(input.get(call.filterArg), MAY);
      influence(input.get(call.filterArg), "filter");
    }
    for (RelFieldCollation order : call.getCollation().getFieldCollations()) {
      origins.addAll(input.get(order.getFieldIndex()), MAY);
      influence(input.get(order.getFieldIndex()), "order");
    }
    return origins;
  }

  /** INTERSECT and EXCEPT show rows of their first input only. */
  private List<Origins> setOperation(SetOp operation) {
    List<Origins> origins = new ArrayList<>();
    boolean union = operation instanceof Union;
    for (RelNode input : operation.getInputs()) {
      List<Origins> columns = of(input);
      if (origins.isEmpty()) columns.forEach(column -> origins.add(column.copy()));
      else for (int i = 0; i < columns.size(); i++) origins.get(i).addAll(columns.get(i), union ? IDENTITY : MAY);
    }
    if (!(union && operation.all)) origins.forEach(column -> influence(column, "group_key"));
    return origins;
  }

  private List<Origins> sort(Sort sort) {
    List<Origins> input = of(sort.getInput());
    for (RelFieldCollation order : sort.getCollation().getFieldCollations()) {
      influence(input.get(order.getFieldIndex()), "order");
    }
    return input;
  }

  private List<Origins> snapshot(Snapshot snapshot) {
    List<Origins> input = of(snapshot.getInput());
    influence(expressions.value(snapshot.getPeriod(), input), "join_key");
    return input;
  }

  private List<Origins> uncollect(Uncollect uncollect) {
    List<Origins> input = of(uncollect.getInput());
    List<Origins> origins = new ArrayList<>();
    for (RelDataTypeField field : uncollect.getInput().getRowType().getFieldList()) {
      for (int i = 0; i < columnsOf(field.getType()); i++) {
        origins.add(new Origins().addAll(input.get(field.getIndex()), TRANSFORM));
      }
    }
    return padded(origins, uncollect);
  }

  private static int columnsOf(RelDataType collection) {
    RelDataType element = collection.getComponentType();
    if (element == null) return 2; // MAP: key, value
    return element.isStruct() ? element.getFieldCount() : 1;
  }
}
