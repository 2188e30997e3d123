/*
title:
  fr: Moyens employés par attaquant
  en: Means used by attacker
question:
  fr: Par quels moyens chacun attaque-t-il ?
  en: By which means does each attacker strike?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (a:Entity)-[r:ATTACKED|RETALIATED_AGAINST]->(:Entity)
WHERE r.factual AND r.confidence >= $minConfidence
RETURN a.name AS attacker, coalesce(r.subtype, 'unspecified') AS means, count(DISTINCT r.eventId) AS events
ORDER BY attacker, events DESC, means
