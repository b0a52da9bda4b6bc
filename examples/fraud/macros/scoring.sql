{% macro decision(score) -%}
CASE
    WHEN {{ score }} > {{ var("block_above") }} THEN 'BLOCK'
    WHEN {{ score }} > {{ var("review_above") }} THEN 'REVIEW'
    ELSE 'ALLOW'
  END
{%- endmacro %}
