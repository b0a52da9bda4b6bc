package streamt.oracle;

import static streamt.oracle.Origins.Kind.AGGREGATE;
import static streamt.oracle.Origins.Kind.IDENTITY;
import static streamt.oracle.Origins.Kind.MAY;
import static streamt.oracle.Origins.Kind.TRANSFORM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;

/** Origins of expressions over the origins of their input's columns. */
final class Expressions {
  private final Lineage lineage;
  private final Map<CorrelationId, List<Origins>> outer = new HashMap<>();

  Expressions(Lineage lineage) {
    this.lineage = lineage;
  }

  void correlate(Set<CorrelationId> ids, List<Origins> columns) {
    for (CorrelationId id : ids) outer.put(id, columns);
  }

  static boolean isCorrelated(RexNode expression) {
    boolean[] found = {false};
    expression.accept(new RexVisitorImpl<Void>(true) {
      @Override
      public Void visitCorrelVariable(RexCorrelVariable variable) {
        found[0] = true;
        return null;
      }
    });
    return found[0];
  }

  Origins value(RexNode expression, List<Origins> input) {
    Origins origins = new Origins();
    collect(expression, input, origins, expression instanceof RexInputRef ? IDENTITY : TRANSFORM);
    return origins;
  }

  private void collect(RexNode expression, List<Origins> input, Origins into, Origins.Kind kind) {
    if (expression instanceof RexInputRef column) { // pattern variables too
      into.addAll(input.get(column.getIndex()), kind);
    } else if (expression instanceof RexFieldAccess access) {
      fieldAccess(access, input, into, kind);
    } else if (expression instanceof RexOver over) {
      over(over, input, into, kind);
    } else if (expression instanceof RexSubQuery subquery) {
      subquery(subquery, input, into, kind);
    } else if (expression instanceof RexCall call) {
      for (RexNode operand : call.getOperands()) collect(operand, input, into, kind);
    }
  }

  private void fieldAccess(RexFieldAccess access, List<Origins> input, Origins into, Origins.Kind kind) {
    if (!(access.getReferenceExpr() instanceof RexCorrelVariable variable)) {
      collect(access.getReferenceExpr(), input, into, TRANSFORM);
      return;
    }
    List<Origins> columns = outer.get(variable.id);
    int index = access.getField().getIndex();
    if (columns == null) lineage.unknown.add("correlation variable");
    else if (index < columns.size()) into.addAll(columns.get(index), kind);
  }

  private void over(RexOver over, List<Origins> input, Origins into, Origins.Kind kind) {
    for (RexNode operand : over.getOperands()) collect(operand, input, into, kind == MAY ? MAY : AGGREGATE);
    for (RexNode key : over.getWindow().partitionKeys) decisive(value(key, input), "group_key", into);
    for (RexFieldCollation key : over.getWindow().orderKeys) decisive(value(key.left, input), "order", into);
  }

  private void decisive(Origins key, String kind, Origins into) {
    lineage.influence(key, kind);
    into.addAll(key, MAY);
  }

  private void subquery(RexSubQuery subquery, List<Origins> input, Origins into, Origins.Kind kind) {
    for (RexNode operand : subquery.getOperands()) collect(operand, input, into, kind);
    List<Origins> columns = lineage.of(subquery.rel);
    if (subquery.getKind() == SqlKind.EXISTS) return;
    for (Origins column : columns) into.addAll(column, kind);
  }
}
