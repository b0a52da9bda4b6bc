-- Each payment with its customer's risk as it was when the payment was made: customers change, so this is a temporal join.
SELECT
  s.payment_id,
  s.customer_id,
  s.amount_cents,
  s.currency,
  s.card_number,
  s.card_network,
  s.event_time,
  s.risk_band,
  s.kyc_status,
  s.risk_score,
  {{ decision("s.risk_score") }} AS decision
FROM (
  SELECT
    p.payment_id,
    p.customer_id,
    p.amount_cents,
    p.currency,
    p.card_number,
    p.card_network,
    p.event_time,
    c.risk_band,
    c.kyc_status,
    CASE c.risk_band WHEN 'HIGH' THEN 0.6e0 WHEN 'MEDIUM' THEN 0.4e0 ELSE 0.1e0 END
      + CASE WHEN p.amount_cents >= 100000 THEN 0.35e0 ELSE 0.0e0 END
      + CASE c.kyc_status WHEN 'REVIEW' THEN 0.05e0 ELSE 0.0e0 END AS risk_score
  FROM {{ ref("card_payments_clean") }} AS p
  JOIN {{ ref("customer_risk_profile") }} FOR SYSTEM_TIME AS OF p.event_time AS c
    ON p.customer_id = c.customer_id
) AS s
