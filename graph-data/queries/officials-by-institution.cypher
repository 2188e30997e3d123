/*
title:
  fr: Responsables par institution
  en: Officials by institution
question:
  fr: Qui dirige, représente ou sert quelle institution ou force, et de quand à quand ?
  en: Who leads, speaks for or serves in which body, and from when to when?
*/
MATCH (p:Person)-[r:LEADS|SPOKESPERSON_OF|POSITION_AT|MEMBER_OF]->(body:Entity)
RETURN body.name AS body, p.name AS person, type(r) AS position, r.date AS since, r.endDate AS until
ORDER BY body, since, person, position, until, r.id
