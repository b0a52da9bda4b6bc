package streamt.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.TableScan;
import org.apache.flink.table.planner.plan.schema.TableSourceTable;

/** A catalog table and its declared columns: the leaves of lineage, computed and metadata columns included. */
record ScannedTable(String name, List<String> columns) {
  static ScannedTable of(TableScan scan) {
    List<String> path = scan.getTable().getQualifiedName();
    if (!(scan.getTable() instanceof TableSourceTable source)) {
      return new ScannedTable(shortName(path), scan.getRowType().getFieldNames());
    }
    var resolved = source.contextResolvedTable();
    List<String> declared = resolved.getResolvedSchema().getColumnNames();
    return new ScannedTable(shortName(resolved.isAnonymous() ? path : resolved.getIdentifier().toList()), declared);
  }

  /** The table, if `node` is the lowest projection above its scan that shows the declared columns; else null. */
  static ScannedTable shownBy(RelNode node) {
    List<RelNode> chain = new ArrayList<>();
    RelNode below = node;
    for (; below instanceof Project projection; below = projection.getInput()) chain.add(below);
    if (!(below instanceof TableScan scan)) return null;
    chain.add(below);
    Collections.reverse(chain);
    ScannedTable table = of(scan);
    for (RelNode link : chain) {
      if (link.getRowType().getFieldNames().equals(table.columns)) return link == node ? table : null;
    }
    return null;
  }

  /** The columns a scan itself has, some of which may be the physical part only. */
  List<Origins> origins(List<String> shown) {
    List<Origins> origins = new ArrayList<>();
    for (String column : shown) origins.add(Origins.column(name, column));
    return origins;
  }

  private static String shortName(List<String> path) {
    boolean inDefault = path.size() > 2 && path.get(0).equals("default_catalog") && path.get(1).equals("default_database");
    return String.join(".", inDefault ? path.subList(2, path.size()) : path);
  }
}
