/** Signed names, as a link writes them (`-attack`, `+planned`), to and from sets of hidden rows. */

/**
 * @param names     the rows' names
 * @param default_  rows hidden unless the link says otherwise
 */
export function hiddenRows(
  signed: readonly string[],
  names: readonly string[],
  default_: ReadonlySet<number> = new Set(),
): Set<number> {
  const hidden = new Set(default_);
  for (const item of signed) {
    const row = names.indexOf(item.slice(1));
    if (row < 0) continue;
    if (item.startsWith("-")) hidden.add(row);
    else if (item.startsWith("+")) hidden.delete(row);
  }
  return hidden;
}

export function signedNames(
  hidden: ReadonlySet<number>,
  names: readonly string[],
  default_: ReadonlySet<number> = new Set(),
): string[] {
  return names.flatMap((name, row) => {
    if (hidden.has(row) === default_.has(row)) return [];
    return [`${hidden.has(row) ? "-" : "+"}${name}`];
  });
}

export function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** Hides all rows but one; asked again for the only one left, shows all. */
export function onlyThis(hidden: ReadonlySet<number>, row: number, rows: readonly number[]): Set<number> {
  const others = rows.filter((other) => other !== row);
  const already = !hidden.has(row) && others.every((other) => hidden.has(other));
  return already ? new Set() : new Set(others);
}
