package streamt.oracle;

import static streamt.oracle.Origins.Kind.MAY;
import static streamt.oracle.Origins.Kind.TRANSFORM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.core.TableFunctionScan;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;

/** Table functions over scalars, and the window functions over a table. */
final class TableFunctionLineage {
  private static final Set<String> WINDOWS = Set.of("TUMBLE", "HOP", "CUMULATE", "SESSION");

  private final Lineage lineage;
  private final Expressions expressions;

  TableFunctionLineage(Lineage lineage, Expressions expressions) {
    this.lineage = lineage;
    this.expressions = expressions;
  }

  List<Origins> of(TableFunctionScan scan) {
    RexCall call = (RexCall) scan.getCall();
    String function = call.getOperator().getName().toUpperCase();
    if (scan.getInputs().isEmpty()) {
      Origins arguments = new Origins().addAll(expressions.value(call, List.of()), TRANSFORM);
      return new ArrayList<>(Collections.nCopies(scan.getRowType().getFieldCount(), arguments));
    }
    if (WINDOWS.contains(function)) return window(scan, call);
    lineage.unknown.add("TableFunctionScan " + function);
    return Lineage.blank(scan);
  }

  /** The input's columns, then window_start, window_end and window_time, which come from the time column in one reading. */
  private List<Origins> window(TableFunctionScan scan, RexCall call) {
    List<Origins> input = lineage.of(scan.getInput(0));
    List<String> names = scan.getInput(0).getRowType().getFieldNames();
    Origins time = new Origins();
    for (RexNode operand : call.getOperands()) {
      for (int key : partitionKeys(operand)) lineage.influence(input.get(key), "group_key");
      if (operand.getKind() == SqlKind.DESCRIPTOR) {
        for (RexNode column : ((RexCall) operand).getOperands()) addDescribed(column, names, input, time);
      }
    }
    lineage.influence(time, "window");
    List<Origins> origins = new ArrayList<>(input);
    while (origins.size() < scan.getRowType().getFieldCount()) origins.add(time);
    return origins;
  }

  /** Of a table argument, whose class was RexSetSemanticsTableCall in Flink 1.20 and is RexTableArgCall since 2.0. */
  private static int[] partitionKeys(RexNode operand) {
    try {
      return (int[]) operand.getClass().getMethod("getPartitionKeys").invoke(operand);
    } catch (NoSuchMethodException scalar) {
      return new int[0];
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void addDescribed(RexNode column, List<String> names, List<Origins> input, Origins time) {
    int index = -1;
    if (column instanceof RexInputRef reference) index = reference.getIndex();
    else if (column instanceof RexLiteral name) index = names.indexOf(name.getValueAs(String.class));
    if (index >= 0) time.addAll(input.get(index), MAY);
  }
}
