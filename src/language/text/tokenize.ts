/**
 * Tokens as the treebanks have them: French contractions (« du », « aux ») whole, elided words and inverted pronouns
 * apart; English hyphens, possessives and « n't » apart. Every token is a slice of the text.
 */
import { fold } from "../../shared/index.ts";
import type { TextData } from "../../packs/index.ts";
import type { Offsets } from "../types.ts";

const NUMBER = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+(?:[.,:h]\d+)*(?:er|ère|e|ème|è|nd|nde|st|rd|th)?(?![\p{L}\d])|\d+(?:[.,]\d+)*`;
const LETTER = String.raw`[\p{L}\p{M}\d]`;
const WORD = String.raw`\p{L}${LETTER}*(?:[-‑’'ʼ]${LETTER}+)*['’]?`;
const DOTTED = String.raw`(?:\p{L}\.){2,}`;
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"«»()]*[^\s<>"«»().,;:!?]|[\p{L}\d._+-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+`;
/** A run of one symbol: « ... », « ===== ». */
const RUN = String.raw`([^\s\p{L}\d«»"“”])\1+`;
const TOKEN = new RegExp(String.raw`${ADDRESS}|${DOTTED}|${NUMBER}|${WORD}|${RUN}|\S`, "gu");

/** Tokeniser of one language. */
export class Tokenizer {
  readonly #elisions: ReadonlySet<string>;
  readonly #joined: ReadonlySet<string>;
  readonly #abbreviations: ReadonlySet<string>;
  readonly #clitics: readonly string[];
  readonly #notBeforeClitic: ReadonlySet<string>;
  readonly #suffixes: readonly string[];
  readonly #splitHyphens: boolean;
  readonly #unsplitPrefixes: ReadonlySet<string>;
  readonly #split: ReadonlyMap<string, readonly string[]>;

  constructor(data: TextData) {
    const { tokens, sentences } = data;
    this.#elisions = new Set(tokens.elisions.map(fold));
    this.#joined = new Set(tokens.joined.map(fold));
    this.#abbreviations = new Set(sentences.abbreviations.map(fold));
    this.#clitics = [...tokens.clitics].sort((a, b) => b.length - a.length);
    this.#notBeforeClitic = new Set(tokens.notBeforeClitic.map(fold));
    this.#suffixes = tokens.suffixes;
    this.#splitHyphens = tokens.splitHyphens;
    this.#unsplitPrefixes = new Set(tokens.unsplitPrefixes);
    this.#split = new Map(Object.entries(tokens.split));
  }

  /** Tokens of `text.slice(start, end)`, as offsets into `text`, in order and without overlap. */
  tokenize(text: string, start: number, end: number): Offsets[] {
    const out: Offsets[] = [];
    const slice = text.slice(start, end);
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(slice); match; match = TOKEN.exec(slice)) {
      const from = start + match.index;
      const form = match[0];
      if (/^\p{L}/u.test(form) && !/[@/]/.test(form)) {
        const dot = slice[match.index + form.length] === "." && this.#abbreviations.has(fold(form));
        if (dot && match.index + form.length + 1 < slice.length) {
          out.push({ start: from, end: from + form.length + 1 });
          TOKEN.lastIndex++;
        } else this.#word(form, from, out);
      } else out.push({ start: from, end: from + form.length });
    }
    return out;
  }

  #word(form: string, start: number, out: Offsets[]): void {
    const key = form.toLowerCase().replace(/[’ʼ]/g, "'");
    const push = (from: number, to: number): void => {
      if (to > from) out.push({ start: start + from, end: start + to });
    };
    const parts = this.#split.get(key);
    if (parts) {
      let at = 0;
      for (const part of parts) push(at, (at += part.length));
      return;
    }
    if (this.#joined.has(fold(key))) return push(0, form.length);
    const elision = /^(\p{L}+)'(.*)$/u.exec(key);
    if (elision && this.#elisions.has(fold(elision[1] as string))) {
      const cut = (elision[1] as string).length + 1;
      push(0, cut);
      if (cut < form.length) this.#word(form.slice(cut), start + cut, out);
      return;
    }
    const suffix = this.#suffixes.find((ending) => key.length > ending.length && key.endsWith(ending));
    if (suffix) {
      const cut = form.length - suffix.length;
      this.#word(form.slice(0, cut), start, out);
      push(cut, form.length);
      return;
    }
    if (key.endsWith("'")) {
      this.#word(form.slice(0, -1), start, out);
      push(form.length - 1, form.length);
      return;
    }
    if (/[-‑]/.test(form)) this.#hyphenated(form, key.replaceAll("‑", "-"), push);
    else push(0, form.length);
  }

  #hyphenated(form: string, key: string, push: (from: number, to: number) => void): void {
    const clitic = this.#clitics.find((ending) => key.length > ending.length && key.endsWith(ending));
    if (clitic) {
      const cut = form.length - clitic.length;
      const host = form.slice(0, cut);
      const plausible = /\p{Ll}$/u.test(host) && !this.#notBeforeClitic.has(fold(host)) && !/[-‑]/.test(host);
      if (clitic.startsWith("-t-") || plausible) {
        push(0, cut);
        push(cut, form.length);
        return;
      }
    }
    if (!this.#splitHyphens || this.#unsplitPrefixes.has(key.slice(0, key.indexOf("-")))) {
      push(0, form.length);
      return;
    }
    let from = 0;
    for (let at = 0; at < form.length; at++) {
      if (!/[-‑]/.test(form[at] as string)) continue;
      push(from, at);
      push(at, at + 1);
      from = at + 1;
    }
    push(from, form.length);
  }
}
