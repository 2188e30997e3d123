/** What tagger and parser see of a word besides its letters. */

/** Lower case with one kind of apostrophe: how a form is looked up. */
export function normalizeForm(form: string): string {
  return form.toLowerCase().replace(/[’ʼ]/g, "'");
}

/** A token that stands for several words (a collapsed name or time expression) has a space or underscore inside. */
export function isPhrase(form: string): boolean {
  return /[\s_]/.test(form);
}

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{Nd}/u;

/** Shape of a form: `X` upper case, `x` lower case, `d` digit, else the character; runs cut to two, at most 8 long. */
export function wordShape(form: string): string {
  let shape = "";
  for (const character of form) {
    const kind = UPPER.test(character)
      ? "X"
      : LOWER.test(character)
        ? "x"
        : DIGIT.test(character)
          ? "d"
          : character;
    if (shape.length >= 2 && shape.endsWith(kind) && shape.at(-2) === kind) continue;
    shape += kind;
    if (shape.length >= 8) break;
  }
  return shape;
}
