package streamt.oracle;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON lines in ({"id", "ddl": [..], "query"}), the planner's answers out, in the same order. */
public final class Oracle {
  static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err); // whatever the planner prints must not mix with the answers
    BufferedReader cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Session session = new Session();
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      if (line.isBlank()) continue;
      JsonNode asked = JSON.readTree(line);
      ObjectNode answer = JSON.createObjectNode().put("id", asked.get("id").asText());
      session.answer(asked, answer);
      answers.println(answer);
      answers.flush();
    }
    System.exit(0); // the planner leaves threads behind
  }

  private Oracle() {}
}
