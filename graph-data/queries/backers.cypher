/*
title:
  fr: Qui soutient qui, et qui ce dernier attaque
  en: Who backs whom, and whom those attack
question:
  fr: Quels acteurs soutenus par un autre ont attaqué quelles cibles ?
  en: Which actors backed by another attacked which targets?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (b:Entity)<-[:BACKED_BY]-(a:Entity)-[r:ATTACKED|RETALIATED_AGAINST]->(t:Entity)
WHERE r.factual AND r.confidence >= $minConfidence
RETURN b.name AS backer, a.name AS actor, t.name AS target, count(DISTINCT r.eventId) AS events
ORDER BY backer, actor, events DESC, target
