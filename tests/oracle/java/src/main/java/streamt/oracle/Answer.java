package streamt.oracle;

import java.util.List;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableImpl;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.operations.PlannerQueryOperation;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.TimestampKind;
import org.apache.flink.table.types.logical.TimestampType;

/** What the planner knows of a query that validates. */
final class Answer {
  private final PlannerBase planner;
  private final QueryOperation query;

  Answer(TableEnvironment tables, Table table) {
    planner = (PlannerBase) ((TableEnvironmentImpl) tables).getPlanner();
    query = ((TableImpl) table).getQueryOperation();
  }

  void write(ObjectNode answer) {
    List<Column> columns = query.getResolvedSchema().getColumns();
    ArrayNode written = answer.putArray("columns");
    for (Column column : columns) write(column, written.addObject());
    writeLineage(columns.size(), answer);
    new StreamPlan(planner, query).write(answer);
  }

  private static void write(Column column, ObjectNode written) {
    LogicalType type = column.getDataType().getLogicalType();
    written.put("name", column.getName());
    written.put("nullable", type.isNullable());
    written.put("type", type.copy(true).asSummaryString().replaceAll(" \\*(ROWTIME|PROCTIME)\\*", ""));
    TimestampKind kind = timestampKind(type);
    if (kind != TimestampKind.REGULAR) written.put("time", kind.name().toLowerCase());
  }

  private static TimestampKind timestampKind(LogicalType type) {
    if (type instanceof LocalZonedTimestampType zoned) return zoned.getKind();
    if (type instanceof TimestampType plain) return plain.getKind();
    return TimestampKind.REGULAR;
  }

  /** "lineage": per column [[table, column, kind], ..]; null where the walk met a node it does not know. */
  private void writeLineage(int columns, ObjectNode answer) {
    Lineage lineage = new Lineage();
    List<Origins> origins;
    try {
      origins = lineage.of(logicalPlan());
    } catch (RuntimeException | StackOverflowError unexpected) {
      answer.putNull("lineage").put("lineage_error", unexpected.getClass().getSimpleName() + " " + unexpected.getMessage());
      return;
    }
    ArrayNode unknown = answer.putArray("unknown_nodes");
    new TreeSet<>(lineage.unknown).forEach(unknown::add);
    if (lineage.unknown.isEmpty() && origins.size() == columns) {
      ArrayNode written = answer.putArray("lineage");
      for (Origins of : origins) of.write(written.addArray());
    } else {
      answer.putNull("lineage");
    }
    ArrayNode influences = answer.putArray("influences");
    for (Influence influence : lineage.influences) influence.write(influences.addArray());
  }

  private RelNode logicalPlan() {
    if (query instanceof PlannerQueryOperation validated) return validated.getCalciteTree();
    return planner.createRelBuilder().queryOperation(query).build();
  }
}
