-- quoted_{reserved|spaces|case|timestamp}
SELECT {`group`, `order`|`odd name`|`Device`, `device`|`Timestamp`} FROM telemetry;

-- reserved_as_alias_quoted
SELECT `Value` AS `select`, `order` AS `from` FROM telemetry;

-- case_{upper|lower}_column
SELECT {Device|device} AS d FROM telemetry;

-- case_differs_by_alias
SELECT `Device` AS d, device AS D FROM telemetry;

-- escaped_backtick
SELECT payment_id AS `a``b` FROM payments;

-- dots_in_an_alias
SELECT payment_id AS `x.y` FROM payments;

-- unicode_alias
SELECT payment_id AS `kaufbetrag_€` FROM payments;

-- aliases_{year|value|date|user|count}: some words are reserved and some are not
SELECT {attempts AS `year`|`Value` AS `value`|`order` AS `date`|device AS `user`|device AS `count`} FROM {payments|telemetry|telemetry|telemetry|telemetry};

-- keywords_not_reserved_{type|key|status|name|data|version|level|host}
SELECT {type|kind AS key|status|name|id AS data|attempts AS version|level|host} FROM {events|accounts|payments|customers|events|payments|log_lines|log_lines};

-- table_alias_{quoted|plain|as}
SELECT {`p t`.amount|t.amount|t.amount} FROM payments {`p t`|t|AS t};

-- function_names_any_case
SELECT upper(country) AS a, Upper(country) AS b, COUNT(*) AS c FROM payments GROUP BY country;

-- keywords_any_case
select payment_id from payments Where amount > 1;

-- column_alias_list
SELECT a, b FROM (SELECT payment_id, amount FROM payments) AS t (a, b);

-- qualified_table
SELECT payment_id FROM default_catalog.default_database.payments;

-- quoted_everything
SELECT `p`.`payment_id` AS `id` FROM `payments` AS `p` WHERE `p`.`amount` > 1;

-- wrong_{reserved_alias|reserved_column|double_quotes|wrong_case|reserved_table_alias|unbalanced_backtick|hyphen|leading_digit}
SELECT {amount AS order|group|"amount"|DEVICE|amount|`amount|amount AS pay-id|amount AS 1st} FROM {payments|telemetry|payments|telemetry|payments AS table|payments|payments|payments};
