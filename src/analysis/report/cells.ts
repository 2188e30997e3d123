/** Cells of tables from values, as one language writes them. */
import type { Language } from "../../ontology/index.ts";
import type { Cell } from "./document.ts";
import { number, percent, significant } from "./format.ts";

export const textCell = (text: string, notes?: readonly number[]): Cell => ({
  value: text,
  text,
  ...(notes && notes.length > 0 && { notes }),
});

export const emptyCell: Cell = { value: null, text: "–" };

export const countCell = (value: number, language: Language, decimals = 0): Cell => ({
  value,
  text: number(value, language, decimals),
});

/** A share in [0, 1]; machine-readable formats give the share, people read a percentage. */
export const shareCell = (value: number, language: Language, decimals = 1): Cell => ({
  value,
  text: percent(value, language, decimals),
});

export const measureCell = (value: number, language: Language): Cell => ({
  value,
  text: significant(value, language),
});
