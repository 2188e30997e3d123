/*
title:
  fr: Attaques réciproques
  en: Attacks both ways
question:
  fr: Quels acteurs se sont attaqués l’un l’autre ?
  en: Which actors attacked each other?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (a:Entity)-[x:ATTACKED|RETALIATED_AGAINST]->(b:Entity)-[y:ATTACKED|RETALIATED_AGAINST]->(a)
WHERE a.id < b.id AND x.factual AND y.factual AND x.confidence >= $minConfidence AND y.confidence >= $minConfidence
RETURN a.name AS one, b.name AS other, count(DISTINCT x.eventId) AS there, count(DISTINCT y.eventId) AS back
ORDER BY there + back DESC, one, other
