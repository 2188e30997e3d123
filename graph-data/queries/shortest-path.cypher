/*
title:
  fr: Plus court chemin entre deux acteurs
  en: Shortest path between two actors
question:
  fr: Par quels intermédiaires deux acteurs sont-ils liés ?
  en: Through whom are two actors linked?
parameters:
  from:
    example: islamic-resistance-in-iraq
    fr: identifiant du premier
    en: id of the first
  to:
    example: united-states
    fr: identifiant du second
    en: id of the second
  limit:
    default: 10
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH p = allShortestPaths((a)-[:ATTACKED|RETALIATED_AGAINST|BACKED_BY|PART_OF|MEMBER_OF|LEADS|ACCUSED|CONDEMNED*..6]-(b))
RETURN DISTINCT length(p) AS steps, [n IN nodes(p) | n.name] AS through, [r IN relationships(p) | type(r)] AS by
ORDER BY through, by LIMIT $limit
