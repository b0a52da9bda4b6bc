package streamt.oracle;

import static streamt.oracle.Origins.Kind.IDENTITY;
import static streamt.oracle.Origins.Kind.MAY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.core.Match;
import org.apache.calcite.rex.RexNode;

/** MATCH_RECOGNIZE: its columns are the partition keys and the measures. */
final class MatchLineage {
  private final Lineage lineage;
  private final Expressions expressions;

  MatchLineage(Lineage lineage, Expressions expressions) {
    this.lineage = lineage;
    this.expressions = expressions;
  }

  List<Origins> of(Match match) {
    List<Origins> input = lineage.of(match.getInput());
    Map<String, Origins> keys = partitionKeys(match, input);
    Origins time = orderKeys(match, input);
    for (RexNode definition : match.getPatternDefinitions().values()) {
      lineage.influence(expressions.value(definition, input), "filter");
    }
    List<Origins> origins = new ArrayList<>();
    for (String column : match.getRowType().getFieldNames()) {
      RexNode measure = match.getMeasures().get(column);
      if (measure == null && !keys.containsKey(column)) lineage.unknown.add("Match column " + column);
      origins.add(measure == null ? keys.getOrDefault(column, new Origins()) : measure(measure, input, time));
    }
    return origins;
  }

  private Map<String, Origins> partitionKeys(Match match, List<Origins> input) {
    Map<String, Origins> keys = new HashMap<>();
    List<String> names = match.getInput().getRowType().getFieldNames();
    for (int key : match.getPartitionKeys()) {
      keys.put(names.get(key), input.get(key));
      lineage.influence(input.get(key), "group_key");
    }
    return keys;
  }

  private Origins orderKeys(Match match, List<Origins> input) {
    Origins time = new Origins();
    for (RelFieldCollation order : match.getOrderKeys().getFieldCollations()) {
      time.addAll(input.get(order.getFieldIndex()), MAY);
      lineage.influence(input.get(order.getFieldIndex()), "order");
    }
    return time;
  }

  private Origins measure(RexNode measure, List<Origins> input, Origins time) {
    Origins origins = new Origins().addAll(expressions.value(measure, input), IDENTITY);
    return measure.toString().contains("MATCH_ROWTIME") ? origins.addAll(time, MAY) : origins;
  }
}
