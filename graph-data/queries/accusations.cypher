/*
title:
  fr: Qui accuse, condamne ou menace qui
  en: Who accuses, condemns or threatens whom
question:
  fr: Qui met qui en cause, et combien de fois ?
  en: Who blames, condemns or threatens whom, and how often?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 40
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:Entity)-[r:ACCUSED|CONDEMNED|THREATENED|DEMANDED_OF|REJECTED]->(b:Entity)
WHERE r.confidence >= $minConfidence
RETURN a.name AS speaker, type(r) AS said, b.name AS other, count(*) AS times, min(r.date) AS first, max(r.date) AS last
ORDER BY times DESC, speaker, said, other LIMIT $limit
