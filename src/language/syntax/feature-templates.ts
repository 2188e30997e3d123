/** Feature templates as data: each names the atoms (« word of the stack's top ») whose values make one feature. */
import { mix } from "./feature-hash.ts";

export class FeatureTemplates<Atom extends string> {
  /** How many features one evaluation gives. */
  readonly count: number;
  /** Per template: its number of atoms, then their indices. */
  readonly #program: Int32Array;

  /** `templates`: atom names separated by spaces. The bias feature, which holds in every case, comes first by itself. */
  constructor(atoms: readonly Atom[], templates: readonly string[]) {
    const indexOf = new Map<string, number>(atoms.map((atom, index) => [atom, index]));
    const program: number[] = [];
    for (const template of templates) {
      const names = template.split(" ");
      program.push(names.length);
      for (const name of names) {
        const index = indexOf.get(name);
        if (index === undefined)
          throw new TypeError(`feature template "${template}" names an unknown atom "${name}"`);
        program.push(index);
      }
    }
    this.#program = Int32Array.from(program);
    this.count = templates.length + 1;
  }

  /** Writes the hash of every feature into `features` (length at least `count`); `values` is parallel to the atoms. */
  evaluate(values: Int32Array, features: Int32Array): void {
    const program = this.#program;
    features[0] = 0;
    let feature = 1;
    let position = 0;
    while (position < program.length) {
      const end = position + 1 + (program[position] as number);
      let hash = feature;
      for (let i = position + 1; i < end; i++) hash = mix(hash, values[program[i] as number] as number);
      features[feature++] = hash;
      position = end;
    }
  }
}
