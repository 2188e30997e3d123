/*
title:
  fr: Attaques revendiquées et démenties
  en: Attacks claimed and denied
question:
  fr: Quels événements sont revendiqués ou confirmés par les uns et démentis par les autres ?
  en: Which events are claimed or confirmed by some and denied by others?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 50
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (yes:Entity)-[c:CLAIMED_RESPONSIBILITY_FOR|CONFIRMED]->(e:Event)<-[d:DENIED]-(no:Entity)
WHERE c.confidence >= $minConfidence AND d.confidence >= $minConfidence
RETURN DISTINCT e.date AS date, e.title AS event, yes.name AS said, type(c) AS how, no.name AS denied
ORDER BY date, event, said, how, denied LIMIT $limit
