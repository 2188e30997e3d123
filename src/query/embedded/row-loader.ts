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

  /**
   * Starts to run `clause` for every row; resolves when the rows before these are in. Where all rows have the same
   * value, it travels once.
   * @param columns  of the properties to store
   * @param keys  names and values, row by row, of what only the clause uses
   * @param clause  the statement after the row has been read, given its name and the map of its properties
   */
  async load(
    rows: readonly Values[],
    columns: readonly Column[],
    keys: ReadonlyMap<string, readonly string[]>,
    clause: (row: string, properties: string) => string,
  ): Promise<void> {
    const shared = sharedValues(rows, columns);
    const path = join(this.folder, `${this.slices++ % 2}.jsonl`);
    const own = columns.map(({ name }) => name).filter((name) => !shared.has(name));
    const written = writeFile(path, jsonLines(rows, own, keys));
    await Promise.all([written, this.running]);
    const parameters = [...shared].flatMap(([name, value]) =>
      value === undefined ? [] : [[parameterName(name), value]],
    );
    this.running = this.db.execute(
      `LOAD DATA FROM ${stringLiteral(path)} FORMAT JSONL AS row ${clause("row", propertyMap(columns, shared, "row"))}`,
      Object.fromEntries(parameters),
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

/** Columns in which all rows have the same value, or none has one. */
function sharedValues(
  rows: readonly Values[],
  columns: readonly Column[],
): ReadonlyMap<string, PropertyValue | undefined> {
  const shared = new Map<string, PropertyValue | undefined>();
  for (const { name } of columns) {
    const first = rows[0]?.[name];
    if (rows.every((row) => isSame(row[name], first))) shared.set(name, first);
  }
  return shared;
}

function isSame(a: PropertyValue | undefined, b: PropertyValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}

/** Put together by hand: an object more for each row would take as long as the engine takes to store it. */
function jsonLines(
  rows: readonly Values[],
  own: readonly string[],
  keys: ReadonlyMap<string, readonly string[]>,
): string {
  const names = own.map((name) => `,${JSON.stringify(name)}:`);
  const keyValues = [...keys].map(([name, values]) => ({ label: `,${JSON.stringify(name)}:`, values }));
  let lines = "";
  for (const [i, row] of rows.entries()) {
    let line = "";
    for (const { label, values } of keyValues) line += label + JSON.stringify(values[i]);
    for (const [column, name] of own.entries()) {
      const value = row[name];
      if (value !== undefined) line += names[column] + JSON.stringify(value);
    }
    lines += `{${line.slice(1)}}\n`;
  }
  return lines;
}

const parameterName = (name: string): string => `shared_${name}`;

function propertyMap(
  columns: readonly Column[],
  shared: ReadonlyMap<string, PropertyValue | undefined>,
  row: string,
): string {
  const entries = columns.flatMap(({ name, type }) => {
    if (!shared.has(name)) return [`${quoted(name)}: ${converted(type, `${row}.${quoted(name)}`)}`];
    const isAbsent = shared.get(name) === undefined;
    return isAbsent ? [] : [`${quoted(name)}: ${converted(type, `$${parameterName(name)}`)}`];
  });
  return `{${entries.join(", ")}}`;
}

/** JSON knows neither dates nor whole floats; whole numbers would be stored as integers, and integers divide otherwise. */
function converted(type: PropertyType, value: string): string {
  if (type === "date") return `date(${value})`;
  return type === "float" ? `toFloat(${value})` : value;
}

function stringLiteral(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
