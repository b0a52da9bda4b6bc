package streamt.oracle;

import java.util.Comparator;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;

/** A column that decides which rows there are. kind: filter, join_key, group_key, order, window. */
record Influence(TableColumn of, String kind) implements Comparable<Influence> {
  private static final Comparator<Influence> ORDER = Comparator.comparing(Influence::of).thenComparing(Influence::kind);

  @Override
  public int compareTo(Influence other) {
    return ORDER.compare(this, other);
  }

  void write(ArrayNode written) {
    written.add(of.table()).add(of.column()).add(kind);
  }
}
