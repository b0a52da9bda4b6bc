import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.calcite.config.Lex;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.flink.sql.parser.impl.FlinkSqlParserImpl;
import org.apache.flink.sql.parser.validate.FlinkSqlConformance;

/** A statement a line, in Base64; answers a line each: a query's tree, or `refused` and why. Nothing is validated. */
public final class ParseQueries {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withParserFactory(FlinkSqlParserImpl.FACTORY)
          .withConformance(FlinkSqlConformance.DEFAULT)
          .withLex(Lex.JAVA)
          .withIdentifierMaxLength(256);

  public static void main(String[] args) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    String line;
    while ((line = lines.readLine()) != null) {
      String sql = new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
      out.println(answer(sql).replaceAll("[\r\n]+", " "));
    }
    out.flush();
  }

  private static String answer(String sql) {
    try {
      SqlNode node = SqlParser.create(sql, CONFIG).parseStmtList().get(0);
      return node.isA(SqlKind.QUERY) ? tree(node) : "refused: no query";
    } catch (Exception | Error refused) {
      // Not every mistake has an exception of its own: some end in a null or an index.
      return "refused: " + refused.getMessage();
    }
  }

  private static String tree(SqlNode node) {
    if (node == null) {
      return "-";
    }
    StringBuilder text = new StringBuilder();
    if (node instanceof SqlNodeList) {
      ((SqlNodeList) node).forEach(item -> text.append(' ').append(tree(item)));
      return "[" + text.toString().trim() + "]";
    }
    if (node instanceof SqlCall) {
      SqlCall call = (SqlCall) node;
      call.getOperandList().forEach(operand -> text.append(' ').append(tree(operand)));
      return "(" + call.getOperator().getName() + text + ")";
    }
    return node instanceof SqlIdentifier ? String.join(".", ((SqlIdentifier) node).names) : node.toString();
  }
}
