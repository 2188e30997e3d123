import { RiposteError } from "../shared/index.ts";

/** Where commands read and write a case unless told otherwise. */
export const DEFAULT_CASE = "riposte-case";

/**
 * The two arguments of a command whose first one, the case, may be left out.
 * @param name  of the second argument, for the message
 * @throws {RiposteError} `usage/missing-argument`, `usage/bad-value`
 */
export function caseAndOne(args: readonly string[], name: string): [caseFolder: string, argument: string] {
  const [first, second] = args;
  if (first === undefined) throw new RiposteError("usage/missing-argument", `${name} is missing`);
  if (args.length > 2) throw new RiposteError("usage/bad-value", `too many arguments: give [CASE] ${name}`);
  return second === undefined ? [DEFAULT_CASE, first] : [first, second];
}
