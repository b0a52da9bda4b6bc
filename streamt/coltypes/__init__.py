"""Flink's data types: parse, print, common type, casts, arithmetic. Pure values; imports nothing of streamt.

Shapes (types are `DataType`; UNKNOWN is one too, and whatever meets it yields UNKNOWN or a still-provable result, never None)

    parse_type(text) -> DataType                 raises TypeSyntaxError(offset, end, message, suggestion)
    str(t)       as Flink prints it              ROW<`a` INT NOT NULL> NOT NULL
    t.sql        the same without the outer NOT NULL
    t.display    t.sql with backticks only where a name needs them: what manifests and messages show
    t.nullable, t.with_nullable(bool), t.is_unknown

    char(n) varchar(n) STRING binary(n) varbinary(n) BYTES decimal(p, s) time(p) timestamp(p) timestamp_ltz(p)
    interval("DAY", to="SECOND") array(t) multiset(t) map_of(k, v) row([(name, t), ..]); constants BOOLEAN INT BIGINT DOUBLE ..

    common_type(types) -> DataType | None        CASE, COALESCE, UNION, IN, array constructors; None: they have none
    comparable(a, b) -> bool                     = and <>;   ordered(a, b) -> bool    < > BETWEEN
    castable(from, to) -> bool                   CAST;       implicitly_castable(from, to) -> bool
    cast_type(from, to, safe=False) -> DataType  what CAST (TRY_CAST) yields: `to`, nullable as the operand (always)
    arithmetic(op, a, b) -> DataType | None      + - * / %  over numbers, intervals and datetimes; None: refused
    literal_type(kind, text) -> DataType         'abc' CHAR(3) NOT NULL, 1.5 DECIMAL(2, 1) NOT NULL, ..
"""
