/*
title:
  fr: Groupes aux mêmes cibles
  en: Groups that share targets
question:
  fr: Quels acteurs ont attaqué les mêmes cibles ?
  en: Which actors attacked the same targets?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 30
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:Actor)-[r1:ATTACKED|RETALIATED_AGAINST]->(t:Entity)<-[r2:ATTACKED|RETALIATED_AGAINST]-(b:Actor)
WHERE a.id < b.id AND r1.factual AND r2.factual AND r1.confidence >= $minConfidence AND r2.confidence >= $minConfidence
WITH a, b, t ORDER BY t.name
RETURN a.name AS one, b.name AS other, count(DISTINCT t) AS targets, collect(DISTINCT t.name) AS shared
ORDER BY targets DESC, one, other LIMIT $limit
