package streamt.oracle;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;

/** Takes whatever changelog it is given. */
final class StandInSink implements DynamicTableSink {
  @Override
  public ChangelogMode getChangelogMode(ChangelogMode requested) {
    return requested;
  }

  @Override
  public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
    throw new UnsupportedOperationException("planned, never run");
  }

  @Override
  public DynamicTableSink copy() {
    return new StandInSink();
  }

  @Override
  public String asSummaryString() {
    return "oracle";
  }
}
