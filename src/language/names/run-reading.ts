/** A report as names that no pack knows are read from it. */
import type { Word } from "../text/words.ts";
import type { NameWords } from "./name-words.ts";

export interface RunReading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly around: NameWords;
}

/** Text from one word to another, spaces made one. */
export function slice({ text, words }: RunReading, start: number, end: number): string {
  return text.slice((words[start] as Word).start, (words[end - 1] as Word).end).replace(/\s+/g, " ");
}
