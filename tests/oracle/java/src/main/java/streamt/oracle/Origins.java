package streamt.oracle;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;

/** The columns of catalog tables that a value comes from, each with the strongest thing that happened to it. */
final class Origins {
  /** MAY: an origin in one reading only (window_start from the time column, FILTER of an aggregate, the keys of OVER). */
  enum Kind { IDENTITY, TRANSFORM, AGGREGATE, MAY }

  private final Map<TableColumn, Kind> kinds = new TreeMap<>();

  static Origins column(String table, String column) {
    Origins origins = new Origins();
    origins.kinds.put(new TableColumn(table, column), Kind.IDENTITY);
    return origins;
  }

  Origins copy() {
    return new Origins().addAll(this, Kind.IDENTITY);
  }

  /** Adds what `other` has, as seen through an operation of this kind; chains. */
  Origins addAll(Origins other, Kind through) {
    other.kinds.forEach((column, kind) -> {
      boolean may = kind == Kind.MAY || through == Kind.MAY;
      add(column, may ? Kind.MAY : stronger(kind, through));
    });
    return this;
  }

  Iterable<TableColumn> columns() {
    return kinds.keySet();
  }

  void write(ArrayNode written) {
    kinds.forEach((column, kind) ->
        written.addArray().add(column.table()).add(column.column()).add(kind.name().toLowerCase()));
  }

  /** An origin in every reading beats one that is an origin in one reading only. */
  private void add(TableColumn column, Kind kind) {
    kinds.merge(column, kind, (known, added) ->
        known == Kind.MAY ? added : added == Kind.MAY ? known : stronger(known, added));
  }

  private static Kind stronger(Kind one, Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
