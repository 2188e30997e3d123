/*
title:
  fr: Attaques sans auteur nommé
  en: Attacks without a named author
question:
  fr: Quelles cibles sont frappées sans que personne ne soit nommé ?
  en: Which targets are struck by nobody named?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 30
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (:Stub {side: 'agent'})-[r:ATTACKED|RETALIATED_AGAINST]->(t:Entity)
WHERE r.factual AND r.confidence >= $minConfidence
RETURN t.name AS target, t.type AS type, count(DISTINCT r.eventId) AS events, min(r.date) AS first, max(r.date) AS last
ORDER BY events DESC, target LIMIT $limit
