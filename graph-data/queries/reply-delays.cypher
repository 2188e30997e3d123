/*
title:
  fr: Délai médian entre attaque et riposte
  en: Median delay from attack to reply
question:
  fr: Combien de jours sépare, par paire, une attaque de la riposte ?
  en: How many days lie between an attack and the reply to it, pair by pair?
parameters:
  minConfidence:
    fr: confiance la plus faible admise
    en: lowest confidence taken
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (reply:Event)-[r:RESPONSE_TO]->(attack:Event), (reply)-[:AGENT]->(who:Entity)
OPTIONAL MATCH (attack)-[:AGENT]->(whom:Entity)
WITH reply, attack, r, who, whom
WHERE r.factual AND r.confidence >= $minConfidence AND reply.day >= attack.day
RETURN who.name AS replying, coalesce(whom.name, '?') AS answered, count(*) AS replies,
  percentileCont(reply.day - attack.day, 0.5) AS medianDays, min(reply.day - attack.day) AS shortest, max(reply.day - attack.day) AS longest
ORDER BY replies DESC, replying, answered LIMIT $limit
