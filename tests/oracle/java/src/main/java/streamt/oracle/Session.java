package streamt.oracle;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

/** A catalog and the questions put to it. Cases with the same DDL that follow each other share one catalog. */
final class Session {
  private TableEnvironment tables;
  private List<String> statements;

  void answer(JsonNode asked, ObjectNode answer) {
    List<String> wanted = new ArrayList<>();
    for (JsonNode statement : asked.get("ddl")) wanted.add(withoutSemicolon(statement.asText()));
    try {
      if ((tables != null && wanted.equals(statements)) || define(wanted, answer)) {
        ask(withoutSemicolon(asked.get("query").asText()), answer);
      }
    } catch (Throwable bug) { // StackOverflowError and AssertionError are answers of the planner too
      tables = null;
      answer.put("status", "refused");
      Refusal.write(bug, "internal", answer);
    }
  }

  private boolean define(List<String> wanted, ObjectNode answer) {
    tables = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
    statements = wanted;
    for (int i = 0; i < wanted.size(); i++) {
      try {
        tables.executeSql(wanted.get(i));
      } catch (Throwable refused) {
        tables = null;
        answer.put("status", "ddl_error").put("ddl_index", i);
        Refusal.write(refused, null, answer);
        return false;
      }
    }
    return true;
  }

  private void ask(String query, ObjectNode answer) {
    Table table;
    try {
      table = tables.sqlQuery(query);
    } catch (Throwable refused) {
      answer.put("status", "refused");
      Refusal.write(refused, null, answer);
      return;
    }
    answer.put("status", "ok");
    new Answer(tables, table).write(answer);
  }

  private static String withoutSemicolon(String sql) {
    String text = sql.strip();
    while (text.endsWith(";")) text = text.substring(0, text.length() - 1).strip();
    return text;
  }
}
