package streamt.oracle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.api.SqlParserException;

/** Why a statement was refused: message, stage (parse, validate, internal) and [line, column, end line, end column]. */
final class Refusal {
  private static final int LONGEST = 600;
  private static final Pattern RANGE =
      Pattern.compile("[Ff]rom line (\\d+), column (\\d+) to line (\\d+), column (\\d+)");
  private static final Pattern POINT = Pattern.compile("line (\\d+), column (\\d+)");

  static void write(Throwable refused, String stage, ObjectNode answer) {
    answer.put("error", rootMessage(refused));
    answer.put("message", cut(String.valueOf(refused.getMessage())));
    answer.put("error_class", root(refused).getClass().getSimpleName());
    answer.put("top_class", refused.getClass().getSimpleName());
    answer.put("stage", stage != null ? stage : parsing(refused) ? "parse" : "validate");
    int[] position = position(refused);
    if (position == null) return;
    ArrayNode written = answer.putArray("pos");
    for (int number : position) written.add(number);
  }

  static Throwable root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
    return cause;
  }

  static String rootMessage(Throwable thrown) {
    return cut(String.valueOf(root(thrown).getMessage()));
  }

  private static boolean parsing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SqlParserException || cause.getClass().getSimpleName().equals("SqlParseException")) return true;
    }
    return false;
  }

  /** The innermost position an exception carries; else the first one that a message mentions. */
  private static int[] position(Throwable thrown) {
    int[] carried = null;
    int[] mentioned = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CalciteContextException at && at.getPosLine() > 0) {
        carried = new int[] {at.getPosLine(), at.getPosColumn(), at.getEndPosLine(), at.getEndPosColumn()};
      }
      if (mentioned == null && cause.getMessage() != null) mentioned = mentioned(cause.getMessage());
    }
    return carried != null ? carried : mentioned;
  }

  private static int[] mentioned(String message) {
    Matcher range = RANGE.matcher(message);
    if (range.find()) return new int[] {number(range, 1), number(range, 2), number(range, 3), number(range, 4)};
    Matcher point = POINT.matcher(message);
    if (!point.find()) return null;
    return new int[] {number(point, 1), number(point, 2), number(point, 1), number(point, 2)};
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private Refusal() {}
}
