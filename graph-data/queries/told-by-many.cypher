/*
title:
  fr: Événements rapportés par plusieurs
  en: Events told by several reports
question:
  fr: Quels événements sont rapportés par le plus de sources indépendantes ?
  en: Which events are told by the most independent sources?
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
WHERE e.independentSources > 1 AND e.confidence >= $minConfidence
RETURN e.date AS date, e.title AS event, e.reports AS reports, e.independentSources AS sources, e.contestedFields AS contested
ORDER BY sources DESC, reports DESC, date, event, e.id LIMIT $limit
