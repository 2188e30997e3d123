/*
title:
  fr: Raids en plusieurs lieux
  en: Raids on several sites
question:
  fr: Quels événements sont les parties d’un même raid ?
  en: Which events are parts of one raid?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
*/
MATCH (part:Event)-[r:PART_OF]->(whole:Event)
WHERE r.confidence >= $minConfidence
RETURN whole.date AS date, whole.title AS raid, part.title AS part
ORDER BY date, raid, part
