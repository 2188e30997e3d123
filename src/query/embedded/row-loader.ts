/** Rows into the embedded engine through a file that it reads itself: objects would cross into it value by value. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GrafeoDB } from "@grafeo-db/js";
import type { PropertyType, PropertyValue } from "../../graph/index.ts";

type Column = { readonly name: string; readonly type: PropertyType };

/** Values of one row by column; absent ones are not stored. */
export type Values = Readonly<Record<string, PropertyValue>>;

/** A name as the engine's statements take it whatever it holds. */
export const quoted = (name: string): string => `\`${name.replaceAll("`", "``")}\``;

/** While the engine reads one slice from its file, the next one is written to the other. */
export class RowLoader {
  private readonly db: GrafeoDB;
  private readonly folder: string;
  private slices = 0;
  private running: Promise<unknown> = Promise.resolve();

  private constructor(db: GrafeoDB, folder: string) {
    this.db = db;
    this.folder = folder;
  }

  /** A loader whose files lie in a folder of its own, whose name begins with `prefix`. */
  static async open(db: GrafeoDB, prefix: string): Promise<RowLoader> {
    return new RowLoader(db, await mkdtemp(prefix));
  }

  /** Starts to run `clause(row)` for every row; resolves when the rows before these are in. */
  async load(rows: readonly Values[], clause: (row: string) => string): Promise<void> {
    const path = join(this.folder, `${this.slices++ % 2}.jsonl`);
    const written = writeFile(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    await Promise.all([written, this.running]);
    this.running = this.db.execute(
      `LOAD DATA FROM ${stringLiteral(path)} FORMAT JSONL AS row ${clause("row")}`,
    );
    // Whoever asks next meets the failure.
    this.running.catch(() => undefined);
  }

  /** Resolves when all rows are in. */
  async finish(): Promise<void> {
    await this.running;
  }

  async close(): Promise<void> {
    await this.running.catch(() => undefined);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Map of the columns' values, read from `row` with their types. */
export function propertyMap(columns: readonly Column[], row: string): string {
  return `{${columns.map((column) => `${quoted(column.name)}: ${typedValue(column, row)}`).join(", ")}}`;
}

function typedValue({ name, type }: Column, row: string): string {
  const value = `${row}.${quoted(name)}`;
  if (type === "date") return `date(${value})`;
  // A whole number would be stored as an integer, and integers divide otherwise.
  return type === "float" ? `toFloat(${value})` : value;
}

function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
