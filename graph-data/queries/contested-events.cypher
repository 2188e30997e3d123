/*
title:
  fr: Événements contestés
  en: Contested events
question:
  fr: Sur quels événements les sources se contredisent-elles, et sur quoi ?
  en: On which events do sources disagree, and on what?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 30
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (e:Event)
WHERE e.contested AND e.confidence >= $minConfidence
RETURN e.date AS date, e.title AS event, e.contestedFields AS contested, e.reports AS reports, e.independentSources AS sources
ORDER BY reports DESC, date, event, e.id LIMIT $limit
