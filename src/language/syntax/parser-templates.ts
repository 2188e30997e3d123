/**
 * The feature templates of the parser, after Zhang and Nivre (2011), « Transition-based dependency parsing with rich
 * non-local features », with markers, stems and a guide added.
 */
import { FeatureTemplates } from "./feature-templates.ts";

/**
 * `s0`, `s1`, `s2`: the stack's top and the words below it; `b0` to `b3`: the buffer's front and the words after it.
 * After the word: `w` form, `p` tag, `x` stem, `m` its marker's form, `l`/`r` number of dependents on the left/right,
 * `L`/`R` set of their labels; `lp`, `lw`, `ld` tag, form and label of its outermost left dependent, `ld2` label of
 * the next one inwards; `rp`, `rw`, `rd`, `rd2` likewise on the right. `s1-s0`, `s0-b0`: distance; `s1:s0`, `s0:b0`:
 * commas and finite verbs between. From the guide, if there is one: `g` where it has the word's head (see `GUIDE_HEAD`),
 * `gd` with which label, `gp` that head's tag, `gn` whether it has dependents of the word still to come.
 */
const ATOM_GROUPS = [
  ["s0w", "s0p", "s0x", "s0m", "s0l", "s0r", "s0L", "s0R"],
  ["s0lp", "s0lw", "s0ld", "s0ld2", "s0rp", "s0rw", "s0rd", "s0rd2"],
  ["s1w", "s1p", "s1x", "s1m", "s1l", "s1r", "s1L", "s1R", "s1lp", "s1ld", "s1rp", "s1rw", "s1rd", "s1rd2"],
  ["s2w", "s2p", "s2x", "s2m"],
  ["b0w", "b0p", "b0x", "b0m", "b0l", "b0L", "b0lp", "b0lw", "b0ld", "b0ld2"],
  ["b1w", "b1p", "b2w", "b2p", "b3p"],
  ["s1-s0", "s0-b0", "s1:s0", "s0:b0"],
  ["s0g", "s0gd", "s0gp", "s0gn", "s1g", "b0g", "b0gd"],
] as const;
export type ParserAtom = (typeof ATOM_GROUPS)[number][number];
export const PARSER_ATOMS: readonly ParserAtom[] = ATOM_GROUPS.flat();

const BASIC_TEMPLATES = [
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
].flat();

/** Further templates of a parser that is guided by another's tree. */
const GUIDE_TEMPLATES = [
  [
    "s0g",
    "s0g s0gd",
    "s0g s0gn",
    "s0g s0gd s0gn",
    "b0g",
    "b0g b0gd",
    "s1g",
    "s0g b0g s0gn",
    "s0g s1g b0g s0gn",
  ],
  ["s0p s0g s0gd", "s0p b0p s0g s0gn", "s0p s1p s0g s0gd", "s0p b0p b0g", "s0w s0g s0gd", "s0g s0gd s0gp"],
  ["s0p s1p s0gd", "s0m s0g s0gd", "s0x s0g s0gn"],
].flat();

export const UNGUIDED_TEMPLATES = new FeatureTemplates<ParserAtom>(PARSER_ATOMS, BASIC_TEMPLATES);
export const GUIDED_TEMPLATES = new FeatureTemplates<ParserAtom>(PARSER_ATOMS, [
  ...BASIC_TEMPLATES,
  ...GUIDE_TEMPLATES,
]);

/** Index of each atom. */
export const AT = Object.fromEntries(PARSER_ATOMS.map((atom, index) => [atom, index])) as Record<
  ParserAtom,
  number
>;
