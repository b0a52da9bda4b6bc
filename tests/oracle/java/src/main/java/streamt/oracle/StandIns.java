package streamt.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.types.DataType;

/**
 * Connectors for planning only; any option is accepted. 'changelog-mode' ('I', 'I,UA,D', 'I,UA,D,KEY' for deletes that carry
 * the key alone) and 'lookup' decide what the planner sees; the named ones say what the real connectors say of themselves.
 */
public final class StandIns {
  abstract static class Connector implements DynamicTableSourceFactory, DynamicTableSinkFactory {
    private final String name;
    private final String mode;
    private final boolean lookup;

    Connector(String name, String mode, boolean lookup) {
      this.name = name;
      this.mode = mode;
      this.lookup = lookup;
    }

    @Override
    public String factoryIdentifier() {
      return name;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
      return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
      return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
      Map<String, String> options = context.getCatalogTable().getOptions();
      boolean cdc = options.values().stream().anyMatch(value -> value.matches("(debezium|canal|maxwell|ogg)-.*"));
      ChangelogMode changelog = Changelogs.parse(cdc ? "I,UB,UA,D" : options.getOrDefault("changelog-mode", mode));
      boolean looksUp = Boolean.parseBoolean(options.getOrDefault("lookup", String.valueOf(lookup)));
      Map<String, DataType> metadata = metadata(context);
      return looksUp ? new StandInSource.Lookup(changelog, metadata) : new StandInSource(changelog, metadata);
    }

    @Override
    public DynamicTableSink createDynamicTableSink(Context context) {
      return new StandInSink();
    }

    private static Map<String, DataType> metadata(Context context) {
      Map<String, DataType> types = new LinkedHashMap<>();
      for (Column column : context.getCatalogTable().getResolvedSchema().getColumns()) {
        if (column instanceof Column.MetadataColumn metadata) {
          types.put(metadata.getMetadataKey().orElse(column.getName()), column.getDataType());
        }
      }
      return types;
    }
  }

  public static final class Oracle extends Connector {
    public Oracle() {
      super("oracle", "I", false);
    }
  }

  public static final class Kafka extends Connector {
    public Kafka() {
      super("kafka", "I", false);
    }
  }

  public static final class UpsertKafka extends Connector {
    public UpsertKafka() {
      super("upsert-kafka", "I,UA,D,KEY", false);
    }
  }

  public static final class Jdbc extends Connector {
    public Jdbc() {
      super("jdbc", "I", true);
    }
  }

  public static final class Hbase extends Connector {
    public Hbase() {
      super("hbase-2.2", "I", true);
    }
  }

  public static final class Faker extends Connector {
    public Faker() {
      super("faker", "I", false);
    }
  }

  public static final class Values extends Connector {
    public Values() {
      super("values", "I", false);
    }
  }

  private StandIns() {}
}
