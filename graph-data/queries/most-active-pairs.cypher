/*
title:
  fr: Paires les plus actives
  en: Most active pairs
question:
  fr: Quelles paires se sont affrontées le plus souvent, et entre quelles dates ?
  en: Which pairs clashed most often, and between which dates?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:Entity)-[r:ATTACKED|RETALIATED_AGAINST]->(b:Entity)
WHERE r.factual AND r.confidence >= $minConfidence
WITH a, b, count(DISTINCT r.eventId) AS events, min(r.date) AS first, max(r.date) AS last, max(r.weight) AS sources
RETURN a.name AS attacker, b.name AS target, events, first, last, sources
ORDER BY events DESC, attacker, target LIMIT $limit
