/** Inflected forms written compactly in morphology.yaml: « tien(s t nent) ten(ons ez +imperfect) tiendr(+future) ». */

/** @throws {Error} for an ending list that the data do not define: the data are validated by a test */
export function expandForms(
  notation: string,
  endings: Readonly<Record<string, readonly string[]>>,
): string[] {
  const forms: string[] = [];
  for (const [, stem = "", list] of notation.matchAll(/([^\s()]*)(?:\(([^)]*)\))?/g)) {
    if (list === undefined) {
      if (stem) forms.push(stem);
      continue;
    }
    for (const ending of list.split(/\s+/)) {
      if (!ending.startsWith("+")) {
        forms.push(stem + ending);
        continue;
      }
      const named = endings[ending.slice(1)];
      if (!named) throw new Error(`no list of endings "${ending.slice(1)}"`);
      for (const each of named) forms.push(stem + each);
    }
  }
  return forms;
}
