package streamt.oracle;

import java.util.Comparator;

record TableColumn(String table, String column) implements Comparable<TableColumn> {
  private static final Comparator<TableColumn> ORDER =
      Comparator.comparing(TableColumn::table).thenComparing(TableColumn::column);

  @Override
  public int compareTo(TableColumn other) {
    return ORDER.compare(this, other);
  }
}
