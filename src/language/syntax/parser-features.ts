/**
 * What the parser looks at before each move: words, tags and stems at the top of the stack and the front of the
 * buffer, their dependents so far, the preposition or conjunction that introduces them, distance and what stands
 * between. The templates follow Zhang and Nivre (2011), with markers (`case`) and stems added.
 */
import type { Configuration } from "./configuration.ts";
import { hashText } from "./feature-hash.ts";
import { FeatureTemplates } from "./feature-templates.ts";
import { isPhrase, normalizeForm } from "./word-form.ts";

/**
 * `s0`, `s1`, `s2`: the stack's top and the words below it; `b0` to `b3`: the buffer's front and the words after it.
 * After the word: `w` form, `p` tag, `x` stem, `m` its marker's form, `l`/`r` number of dependents on the left/right,
 * `L`/`R` set of their labels; `lp`, `lw`, `ld` tag, form and label of its outermost left dependent, `ld2` label of
 * the next one inwards; `rp`, `rw`, `rd`, `rd2` likewise on the right. `s1-s0`, `s0-b0`: distance; `s1:s0`, `s0:b0`:
 * commas and finite verbs between.
 */
const ATOM_GROUPS = [
  ["s0w", "s0p", "s0x", "s0m", "s0l", "s0r", "s0L", "s0R"],
  ["s0lp", "s0lw", "s0ld", "s0ld2", "s0rp", "s0rw", "s0rd", "s0rd2"],
  ["s1w", "s1p", "s1x", "s1m", "s1l", "s1r", "s1L", "s1R", "s1lp", "s1ld", "s1rp", "s1rw", "s1rd", "s1rd2"],
  ["s2w", "s2p", "s2x", "s2m"],
  ["b0w", "b0p", "b0x", "b0m", "b0l", "b0L", "b0lp", "b0lw", "b0ld", "b0ld2"],
  ["b1w", "b1p", "b2w", "b2p", "b3p"],
  ["s1-s0", "s0-b0", "s1:s0", "s0:b0"],
] as const;
type Atom = (typeof ATOM_GROUPS)[number][number];
const ATOMS: readonly Atom[] = ATOM_GROUPS.flat();

const TEMPLATES = new FeatureTemplates<Atom>(
  ATOMS,
  [
    // One word.
    ["s0w", "s0p", "s0w s0p", "s1w", "s1p", "s1w s1p", "b0w", "b0p", "b0w b0p", "b1w", "b1p", "b1w b1p"],
    ["b2p", "b2w", "s2p", "s2w", "s0x", "s1x", "b0x"],
    // The stack's top and the buffer's front.
    ["s0w s0p b0w b0p", "s0w s0p b0w", "s0w b0w b0p", "s0w s0p b0p", "s0p b0w b0p"],
    ["s0w b0w", "s0p b0p", "s0x b0p", "s0p b0x", "s0x b0x"],
    // The two top words of the stack.
    ["s1w s1p s0w s0p", "s1w s1p s0p", "s1p s0w s0p", "s1w s0w", "s1p s0p", "s1x s0p", "s1p s0x", "s1x s0x"],
    // Wider context.
    ["s1p b0p", "s1w b0w", "s1p b0w", "b0p b1p", "b0w b1w", "b0w b1p"],
    ["b0p b1p b2p", "s0p b0p b1p", "s1p s0p b0p", "s2p s1p s0p", "b0p b1p b2p b3p"],
    ["s1p s0p b0p b1p", "s0p b0p b1p b2p", "s2p s1p s0p b0p"],
    ["s0w b0p b1p", "s1p s0w b0p", "s1w s0p b0p", "s1p s0p b0w"],
    // Dependents.
    [
      "s0p s0lp b0p",
      "s0p s0rp b0p",
      "s0p b0p b0lp",
      "s1p s1rp s0p",
      "s1p s1lp s0p",
      "s1p s0p s0lp",
      "s1p s0p s0rp",
    ],
    [
      "s0p s0lw",
      "s0p s0ld",
      "s0p s0rw",
      "s0p s0rd",
      "s1p s1ld",
      "s1p s1rd",
      "s1p s1rw",
      "b0p b0ld",
      "b0p b0lw",
    ],
    ["s0p s0ld s0ld2", "s0p s0rd s0rd2", "s1p s1rd s1rd2", "b0p b0ld b0ld2"],
    ["s0p s0L b0p", "s0p s0R b0p", "s1p s1R s0p", "s1p s1L s0p", "b0p b0L s0p"],
    ["s0x s0L", "s0x s0R", "s1x s1R", "s1x s1L", "b0x b0L"],
    // Markers: which word a prepositional phrase or a clause belongs to.
    ["s0m s1w s0p", "s0m s1p s0p", "s0m s1x s0p", "s0m s0x s1p", "s0m s0x s1x", "s0m s1m s1p"],
    ["s0m s0p b0p", "s0m s0x b0p", "b0m b0p s0p", "b0m s0x b0p"],
    ["s0m s1m s0p s1p", "s0m s1p s2p s2m", "s0m s1p s2p s2x"],
    // Distance, number of dependents, what stands between.
    ["s0w s0-b0", "s0p b0p s0-b0", "b0p s0-b0", "s1p s0p s1-s0", "s1x s0p s1-s0", "s0m s1p s0p s1-s0"],
    ["s0p s0r s0l", "s0x s0r", "s0x s0l", "s1p s1r s1l", "s1x s1r", "b0p b0l", "s0p b0p b0l", "s1p s0p s1r"],
    ["s0p s1p s1:s0", "s0p b0p s0:b0"],
  ].flat(),
);

/** Indices of atoms, fixed here so that filling them costs no lookup. */
const AT = Object.fromEntries(ATOMS.map((atom, index) => [atom, index])) as Record<Atom, number>;

const STEM_LENGTH = 5;
const MAX_DISTANCE = 7;
const MAX_BETWEEN = 3;

/** Values of « no word » and of the artificial root. */
const NO_WORD = { word: 21, tag: 22, stem: 23 };
const ROOT = { word: 5, tag: 7, stem: 9 };

/** The form as the parser knows it: numbers and phrases stand for their kind. */
function parserForm(form: string): string {
  if (isPhrase(form)) return "<phrase>";
  if (/^\d[\d.,]*$/.test(form)) return /^\d{4}$/.test(form) ? "<year>" : "<number>";
  return normalizeForm(form);
}

function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

/** Feature extraction over one sentence; one object serves many sentences in turn. */
export class ParserFeatures {
  static readonly count = TEMPLATES.count;
  /** The features of the last `extract`. */
  readonly features = new Int32Array(TEMPLATES.count);
  readonly #values = new Int32Array(ATOMS.length);
  /** Per word, with « none » at 0 and the root at the end. */
  #word = new Int32Array(0);
  #tag = new Int32Array(0);
  #stem = new Int32Array(0);
  /** Numbers of commas and of finite verbs up to and with each word. */
  #commas = new Int32Array(0);
  #finiteVerbs = new Int32Array(0);

  /** Starts a sentence; `forms` and `tags` are parallel. */
  prepare(forms: readonly string[], tags: readonly string[]): void {
    const length = forms.length + 2;
    if (this.#word.length < length) {
      const capacity = Math.max(64, 2 * length);
      this.#word = new Int32Array(capacity);
      this.#tag = new Int32Array(capacity);
      this.#stem = new Int32Array(capacity);
      this.#commas = new Int32Array(capacity);
      this.#finiteVerbs = new Int32Array(capacity);
    }
    this.#put(0, NO_WORD);
    for (let i = 1; i <= forms.length; i++) {
      const form = parserForm(forms[i - 1] as string);
      const tag = tags[i - 1] as string;
      this.#put(i, {
        word: hashText(form),
        tag: hashText(tag),
        stem: hashText(form.slice(0, STEM_LENGTH), 3),
      });
      this.#commas[i] = (this.#commas[i - 1] as number) + (form === "," ? 1 : 0);
      this.#finiteVerbs[i] = (this.#finiteVerbs[i - 1] as number) + (tag.endsWith(".Fin") ? 1 : 0);
    }
    this.#put(forms.length + 1, ROOT);
    this.#commas[forms.length + 1] = this.#commas[forms.length] as number;
    this.#finiteVerbs[forms.length + 1] = this.#finiteVerbs[forms.length] as number;
  }

  #put(index: number, atoms: { readonly word: number; readonly tag: number; readonly stem: number }): void {
    this.#word[index] = atoms.word;
    this.#tag[index] = atoms.tag;
    this.#stem[index] = atoms.stem;
  }

  /** Commas and finite verbs strictly between two words, each up to `MAX_BETWEEN`. */
  #between(left: number, right: number): number {
    if (left === 0 || right <= left) return 0;
    const commas = (this.#commas[right - 1] as number) - (this.#commas[left] as number);
    const verbs = (this.#finiteVerbs[right - 1] as number) - (this.#finiteVerbs[left] as number);
    return Math.min(commas, MAX_BETWEEN) * (MAX_BETWEEN + 1) + Math.min(verbs, MAX_BETWEEN);
  }

  /** Fills `features` for the configuration. */
  extract(state: Configuration): void {
    const values = this.#values;
    const word = this.#word;
    const tag = this.#tag;
    const stem = this.#stem;
    const last = state.root;
    const s0 = state.stackAt(0);
    const s1 = state.stackAt(1);
    const s2 = state.stackAt(2);
    const b0 = state.front;
    const b1 = b0 + 1 <= last ? b0 + 1 : 0;
    const b2 = b0 + 2 <= last ? b0 + 2 : 0;
    const b3 = b0 + 3 <= last ? b0 + 3 : 0;

    const s0left = at(state.left1, s0);
    const s0right = at(state.right1, s0);
    values[AT.s0w] = at(word, s0);
    values[AT.s0p] = at(tag, s0);
    values[AT.s0x] = at(stem, s0);
    values[AT.s0m] = at(word, at(state.marker, s0));
    values[AT.s0l] = at(state.leftCount, s0);
    values[AT.s0r] = at(state.rightCount, s0);
    values[AT.s0L] = at(state.leftLabels, s0);
    values[AT.s0R] = at(state.rightLabels, s0);
    values[AT.s0lp] = at(tag, s0left);
    values[AT.s0lw] = at(word, s0left);
    values[AT.s0ld] = at(state.label, s0left);
    values[AT.s0ld2] = at(state.label, at(state.left2, s0));
    values[AT.s0rp] = at(tag, s0right);
    values[AT.s0rw] = at(word, s0right);
    values[AT.s0rd] = at(state.label, s0right);
    values[AT.s0rd2] = at(state.label, at(state.right2, s0));

    const s1left = at(state.left1, s1);
    const s1right = at(state.right1, s1);
    values[AT.s1w] = at(word, s1);
    values[AT.s1p] = at(tag, s1);
    values[AT.s1x] = at(stem, s1);
    values[AT.s1m] = at(word, at(state.marker, s1));
    values[AT.s1l] = at(state.leftCount, s1);
    values[AT.s1r] = at(state.rightCount, s1);
    values[AT.s1L] = at(state.leftLabels, s1);
    values[AT.s1R] = at(state.rightLabels, s1);
    values[AT.s1lp] = at(tag, s1left);
    values[AT.s1ld] = at(state.label, s1left);
    values[AT.s1rp] = at(tag, s1right);
    values[AT.s1rw] = at(word, s1right);
    values[AT.s1rd] = at(state.label, s1right);
    values[AT.s1rd2] = at(state.label, at(state.right2, s1));

    values[AT.s2w] = at(word, s2);
    values[AT.s2p] = at(tag, s2);
    values[AT.s2x] = at(stem, s2);
    values[AT.s2m] = at(word, at(state.marker, s2));

    const b0left = at(state.left1, b0);
    values[AT.b0w] = at(word, b0);
    values[AT.b0p] = at(tag, b0);
    values[AT.b0x] = at(stem, b0);
    values[AT.b0m] = at(word, at(state.marker, b0));
    values[AT.b0l] = at(state.leftCount, b0);
    values[AT.b0L] = at(state.leftLabels, b0);
    values[AT.b0lp] = at(tag, b0left);
    values[AT.b0lw] = at(word, b0left);
    values[AT.b0ld] = at(state.label, b0left);
    values[AT.b0ld2] = at(state.label, at(state.left2, b0));
    values[AT.b1w] = at(word, b1);
    values[AT.b1p] = at(tag, b1);
    values[AT.b2w] = at(word, b2);
    values[AT.b2p] = at(tag, b2);
    values[AT.b3p] = at(tag, b3);

    values[AT["s1-s0"]] = s1 === 0 ? 0 : Math.min(s0 - s1, MAX_DISTANCE);
    values[AT["s0-b0"]] = s0 === 0 ? 0 : Math.min(b0 - s0, MAX_DISTANCE);
    values[AT["s1:s0"]] = this.#between(s1, s0);
    values[AT["s0:b0"]] = this.#between(s0, b0);
    TEMPLATES.evaluate(values, this.features);
  }
}
