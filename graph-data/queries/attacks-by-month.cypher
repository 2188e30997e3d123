/*
title:
  fr: Qui frappe qui, mois par mois
  en: Who strikes whom, month by month
question:
  fr: Qui a frappé qui le plus souvent, chaque mois ?
  en: Who struck whom most often in each month?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (a:Entity)-[r:ATTACKED|RETALIATED_AGAINST]->(b:Entity)
WHERE r.factual AND r.confidence >= $minConfidence AND r.date IS NOT NULL
RETURN substring(toString(r.date), 0, 7) AS month, a.name AS attacker, b.name AS target, count(DISTINCT r.eventId) AS events
ORDER BY month, events DESC, attacker, target
