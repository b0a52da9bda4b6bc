package streamt.oracle;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** User functions of the recorded queries: their signatures stand in tests/sql/recorded/tables.yml. They never run. */
public final class Functions {
  public static final class MaskCard extends ScalarFunction {
    public String eval(String card) {
      return card;
    }
  }

  public static final class RiskScore extends ScalarFunction {
    public Double eval(Double amount, String country) {
      return amount;
    }
  }

  public static final class NextToken extends ScalarFunction {
    public String eval() {
      return "";
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }
  }

  public static final class WeightedAverage extends AggregateFunction<Double, WeightedAverage.Sum> {
    public static final class Sum {
      public double total;
      public long weight;
    }

    @Override
    public Sum createAccumulator() {
      return new Sum();
    }

    @Override
    public Double getValue(Sum sum) {
      return sum.total / sum.weight;
    }

    public void accumulate(Sum sum, Double value, Long weight) {
      sum.total += value * weight;
      sum.weight += weight;
    }

    public void retract(Sum sum, Double value, Long weight) {
      sum.total -= value * weight;
      sum.weight -= weight;
    }
  }

  @FunctionHint(output = @DataTypeHint("ROW<word STRING, length INT>"))
  public static final class SplitWords extends TableFunction<Row> {
    public void eval(String text) {
      collect(Row.of(text, text.length()));
    }
  }

  private Functions() {}
}
