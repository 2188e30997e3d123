/**
 * What the parser looks at before each move: words, tags and stems at the top of the stack and the front of the
 * buffer, their dependents so far, the preposition or conjunction that introduces them, distance and what stands
 * between; and where there is a guide, what it says of them.
 */
import type { Configuration } from "./configuration.ts";
import { hashText } from "./feature-hash.ts";
import type { FeatureTemplates } from "./feature-templates.ts";
import {
  AT,
  GUIDED_TEMPLATES,
  PARSER_ATOMS,
  type ParserAtom,
  UNGUIDED_TEMPLATES,
} from "./parser-templates.ts";
import { isPhrase, normalizeForm } from "./word-form.ts";

/** Where a guide has the head of a word, as seen from a configuration. */
const GUIDE_HEAD = { none: 0, top: 1, second: 2, deeper: 3, front: 4, later: 5, root: 6 };

/** A tree that another parser gave to the same sentence: heads (index from 0, -1 for the root) and relations. */
export interface Guide {
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

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
  /** How many features there are. */
  readonly count: number;
  /** The features of the last `extract`. */
  readonly features: Int32Array;
  readonly #templates: FeatureTemplates<ParserAtom>;
  readonly #values = new Int32Array(PARSER_ATOMS.length);
  /** Per word, with « none » at 0 and the root at the end. */
  #word = new Int32Array(0);
  #tag = new Int32Array(0);
  #stem = new Int32Array(0);
  /** Numbers of commas and of finite verbs up to and with each word. */
  #commas = new Int32Array(0);
  #finiteVerbs = new Int32Array(0);
  /** From the guide, per word: head (root at the end), label, and last dependent. */
  #guideHead = new Int32Array(0);
  #guideLabel = new Int32Array(0);
  #guideLast = new Int32Array(0);

  /** `guided`: whether every sentence comes with a guide. */
  constructor(guided: boolean) {
    this.#templates = guided ? GUIDED_TEMPLATES : UNGUIDED_TEMPLATES;
    this.count = this.#templates.count;
    this.features = new Int32Array(this.count);
  }

  /** Starts a sentence; `forms`, `tags` and the guide are parallel. */
  prepare(forms: readonly string[], tags: readonly string[], guide?: Guide): void {
    const length = forms.length + 2;
    if (this.#word.length < length) {
      const capacity = Math.max(64, 2 * length);
      this.#word = new Int32Array(capacity);
      this.#tag = new Int32Array(capacity);
      this.#stem = new Int32Array(capacity);
      this.#commas = new Int32Array(capacity);
      this.#finiteVerbs = new Int32Array(capacity);
      this.#guideHead = new Int32Array(capacity);
      this.#guideLabel = new Int32Array(capacity);
      this.#guideLast = new Int32Array(capacity);
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
    if (guide) this.#readGuide(guide);
  }

  #readGuide(guide: Guide): void {
    const size = guide.heads.length;
    this.#guideLast.fill(0, 0, size + 2);
    for (let word = 1; word <= size; word++) {
      const head = guide.heads[word - 1] as number;
      this.#guideHead[word] = head < 0 ? size + 1 : head + 1;
      this.#guideLabel[word] = hashText(guide.relations[word - 1] as string);
      if (head >= 0) this.#guideLast[head + 1] = word;
    }
  }

  /** A value of `GUIDE_HEAD`. */
  #guideHeadOf(word: number, state: Configuration): number {
    if (word === 0 || word === state.root) return GUIDE_HEAD.none;
    const head = at(this.#guideHead, word);
    if (head === state.root) return GUIDE_HEAD.root;
    if (head > state.front) return GUIDE_HEAD.later;
    if (head === state.front) return GUIDE_HEAD.front;
    if (head === state.stackAt(0)) return GUIDE_HEAD.top;
    return head === state.stackAt(1) ? GUIDE_HEAD.second : GUIDE_HEAD.deeper;
  }

  #extractGuide(state: Configuration): void {
    const values = this.#values;
    const s0 = state.stackAt(0);
    const b0 = state.front;
    const last = at(this.#guideLast, s0);
    values[AT.s0g] = this.#guideHeadOf(s0, state);
    values[AT.s0gd] = s0 === 0 ? 0 : at(this.#guideLabel, s0);
    values[AT.s0gp] = s0 === 0 ? 0 : at(this.#tag, at(this.#guideHead, s0));
    values[AT.s0gn] = last < b0 ? 0 : last === b0 ? 1 : 2;
    values[AT.s1g] = this.#guideHeadOf(state.stackAt(1), state);
    values[AT.b0g] = this.#guideHeadOf(b0, state);
    values[AT.b0gd] = b0 === state.root ? 0 : at(this.#guideLabel, b0);
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
    if (this.#templates === GUIDED_TEMPLATES) this.#extractGuide(state);
    this.#templates.evaluate(values, this.features);
  }
}
