/** Trees written from the head outwards, and the treebank sentences that they spell. */
import type { TreebankSentence } from "../treebank.ts";

/** A word with its dependents; those of each side stand in text order. */
export interface Tree {
  readonly form: string;
  readonly tag: string;
  readonly before: readonly Dependent[];
  readonly after: readonly Dependent[];
}

export interface Dependent {
  readonly relation: string;
  readonly tree: Tree;
}

export const word = (form: string, tag: string): Tree => ({ form, tag, before: [], after: [] });

/** The tree with a dependent at its very beginning. */
export const before = (tree: Tree, relation: string, dependent: Tree): Tree => ({
  ...tree,
  before: [{ relation, tree: dependent }, ...tree.before],
});

/** The tree with a dependent at its very end. */
export const after = (tree: Tree, relation: string, dependent: Tree): Tree => ({
  ...tree,
  after: [...tree.after, { relation, tree: dependent }],
});

/** The tree with a mark of punctuation behind it. */
export const closed = (tree: Tree, mark: string): Tree => after(tree, "punct", word(mark, "PUNCT"));

/** The tree with a mark of punctuation before it. */
export const opened = (tree: Tree, mark: string): Tree => before(tree, "punct", word(mark, "PUNCT"));

/** The sentence that the tree spells, with a capital where it begins. */
export function spell(root: Tree): TreebankSentence {
  const forms: string[] = [];
  const tags: string[] = [];
  const heads: number[] = [];
  const relations: string[] = [];
  const place = (tree: Tree, relation: string): number => {
    const left = tree.before.map((each) => place(each.tree, each.relation));
    const at = forms.length;
    forms.push(tree.form);
    tags.push(tree.tag);
    heads.push(-1);
    relations.push(relation);
    const right = tree.after.map((each) => place(each.tree, each.relation));
    for (const dependent of [...left, ...right]) heads[dependent] = at;
    return at;
  };
  place(root, "root");
  forms[0] = capitalised(forms[0] ?? "");
  return { forms, tags, heads, relations };
}

const capitalised = (form: string): string => form.slice(0, 1).toUpperCase() + form.slice(1);
