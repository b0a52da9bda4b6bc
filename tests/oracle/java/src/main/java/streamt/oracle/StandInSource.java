package streamt.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.abilities.SupportsReadingMetadata;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.LookupFunction;
import org.apache.flink.table.types.DataType;

/** An unbounded source that is planned and never run. */
class StandInSource implements ScanTableSource, SupportsReadingMetadata {
  final ChangelogMode changelog;
  final Map<String, DataType> metadata;

  StandInSource(ChangelogMode changelog, Map<String, DataType> metadata) {
    this.changelog = changelog;
    this.metadata = metadata;
  }

  @Override
  public ChangelogMode getChangelogMode() {
    return changelog;
  }

  @Override
  public Map<String, DataType> listReadableMetadata() {
    return metadata;
  }

  @Override
  public void applyReadableMetadata(List<String> keys, DataType produced) {}

  @Override
  public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
    return new Unbounded();
  }

  @Override
  public DynamicTableSource copy() {
    return new StandInSource(changelog, metadata);
  }

  @Override
  public String asSummaryString() {
    return "oracle";
  }

  private static final class Unbounded implements DataStreamScanProvider {
    @Override
    public boolean isBounded() {
      return false;
    }

    @Override
    public DataStream<RowData> produceDataStream(ProviderContext context, StreamExecutionEnvironment environment) {
      return environment
          .fromSource(new NumberSequenceSource(0, 1), WatermarkStrategy.noWatermarks(), "never run")
          .map(number -> (RowData) null)
          .returns(TypeInformation.of(RowData.class));
    }
  }

  /** One that can also be read by key. */
  static final class Lookup extends StandInSource implements LookupTableSource {
    Lookup(ChangelogMode changelog, Map<String, DataType> metadata) {
      super(changelog, metadata);
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
      return LookupFunctionProvider.of(new Nothing());
    }

    @Override
    public DynamicTableSource copy() {
      return new Lookup(changelog, metadata);
    }
  }

  public static final class Nothing extends LookupFunction {
    @Override
    public Collection<RowData> lookup(RowData key) {
      return List.of();
    }
  }
}
