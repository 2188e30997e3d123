/** Inflected forms written compactly in morphology.yaml: « tien(s t nent) ten(ons ez +imperfect) tiendr(+future) ». */
import { RiposteError } from "../../shared/index.ts";

/** @throws {RiposteError} `pack/bad-field` for a list of endings that the data do not define */
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
      if (!named)
        throw new RiposteError("pack/bad-field", `morphology.yaml: no list of endings "${ending.slice(1)}"`);
      for (const each of named) forms.push(stem + each);
    }
  }
  return forms;
}
