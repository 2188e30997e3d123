/*
title:
  fr: Noms employés pour chaque acteur
  en: Names in use for each actor
question:
  fr: Sous combien de noms chaque groupe est-il connu ?
  en: Under how many names is each group known?
parameters:
  limit:
    default: 20
    fr: nombre de lignes au plus
    en: rows at most
*/
MATCH (a:ArmedGroup)
WHERE size(a.aliases) > 1
RETURN a.name AS group, size(a.aliases) AS names, a.aliases AS aliases
ORDER BY names DESC, group LIMIT $limit
