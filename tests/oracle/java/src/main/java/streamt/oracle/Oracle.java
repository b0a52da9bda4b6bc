package streamt.oracle;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON lines in ({"id", "ddl": [..], "query"}), the planner's answers out, in the same order. Some plans are never finished: such a
 * case is given up, and so is this process, because the planner cannot be interrupted.
 */
public final class Oracle {
  static final ObjectMapper JSON = new ObjectMapper();
  static final int GAVE_UP = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err); // whatever the planner prints must not mix with the answers
    BufferedReader cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Session session = new Session();
    ExecutorService planning = Executors.newSingleThreadExecutor();
    long planner = planning.submit(() -> Thread.currentThread().getId()).get();
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      if (line.isBlank()) continue;
      JsonNode asked = JSON.readTree(line);
      ObjectNode answer = JSON.createObjectNode().put("id", asked.get("id").asText());
      boolean answered = inTime(planning.submit(() -> session.answer(asked, answer)), planner);
      answers.println(answered ? answer : JSON.createObjectNode().put("id", asked.get("id").asText()).put("status", "gave_up"));
      answers.flush();
      if (!answered) Runtime.getRuntime().halt(GAVE_UP);
    }
    System.exit(0); // the planner leaves threads behind
  }

  /** Processor time of the planner's own thread: a busy machine must not make it look endless. */
  private static boolean inTime(Future<?> answer, long planner) throws Exception {
    long until = THREADS.getThreadCpuTime(planner) + PATIENCE_NANOS;
    while (THREADS.getThreadCpuTime(planner) < until) {
      try {
        answer.get(1, TimeUnit.SECONDS);
        return true;
      } catch (TimeoutException notYet) {
        // look at the clock again
      }
    }
    return false;
  }

  private Oracle() {}
}
