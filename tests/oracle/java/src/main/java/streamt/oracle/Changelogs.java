package streamt.oracle;

import java.lang.reflect.Method;
import java.util.Map;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.RowKind;

final class Changelogs {
  private static final Map<String, RowKind> KINDS = Map.of(
      "I", RowKind.INSERT, "UB", RowKind.UPDATE_BEFORE, "UA", RowKind.UPDATE_AFTER, "D", RowKind.DELETE);

  static ChangelogMode parse(String option) {
    ChangelogMode.Builder mode = ChangelogMode.newBuilder();
    for (String word : option.split(",")) {
      RowKind kind = KINDS.get(word.strip());
      if (kind != null) mode.addContainedKind(kind);
      else if (word.strip().equals("KEY")) deleteByKey(mode);
      else throw new IllegalArgumentException("changelog-mode: I, UB, UA, D or KEY, not " + word);
    }
    return mode.build();
  }

  /** Flink 1.20 has no such thing: there every delete of an upsert source is taken to be complete. */
  private static void deleteByKey(ChangelogMode.Builder mode) {
    try {
      Method keyOnlyDeletes = ChangelogMode.Builder.class.getMethod("keyOnlyDeletes", boolean.class);
      keyOnlyDeletes.invoke(mode, true);
    } catch (NoSuchMethodException older) {
      return;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Changelogs() {}
}
