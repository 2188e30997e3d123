/** One report's text and metadata → the document record that the case keeps. */
import { z } from "zod";
import { LANGUAGES, type Language } from "../ontology/index.ts";
import { RiposteError, sha256, slug } from "../shared/index.ts";
import { normalise } from "./decode.ts";
import type { SourceDocument } from "./types.ts";

const isoDay = z.iso.date();
const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullish();

/** Metadata as reports carry it: front matter of a Markdown file, or the fields of a JSON Lines record. */
const metadataSchema = z.looseObject({
  id: optionalText,
  title: optionalText,
  language: optionalText,
  lang: optionalText,
  published: optionalText,
  date: optionalText,
  publisher: optionalText,
  outlet: optionalText,
  source: optionalText,
  url: optionalText,
  link: optionalText,
  synthetic: z.boolean().nullish(),
});

/**
 * @param fallbackId  used where the metadata names none: the file's name without its ending
 * @throws {RiposteError} `input/bad-record` for metadata of another shape, `input/empty` for a report without text
 */
export function toDocument(metadata: unknown, body: string, fallbackId: string): SourceDocument {
  const parsed = metadataSchema.safeParse(metadata ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RiposteError(
      "input/bad-record",
      `field ${issue?.path.join(".") || "?"}: ${issue?.message ?? "wrong"}`,
    );
  }
  const meta = parsed.data;
  const content = normalise(body).replace(/^\n+/, "").trimEnd();
  if (content === "") throw new RiposteError("input/empty", "the report has no text");
  const published = isoMoment(meta.published ?? meta.date ?? undefined);
  const language = languageOf(meta.language ?? meta.lang ?? undefined);
  const publisher = meta.publisher ?? meta.outlet ?? meta.source ?? undefined;
  const url = meta.url ?? meta.link ?? undefined;
  return {
    id: meta.id?.trim() ? meta.id.trim().slice(0, 200) : slug(fallbackId),
    ...(meta.title && { title: normalise(meta.title).trim() }),
    ...(language && { language }),
    ...(published && { published, publishedFrom: "metadata" as const }),
    ...(publisher && { publisher: normalise(publisher).trim() }),
    ...(url && { url }),
    text: content,
    sha256: sha256(content),
    ...(meta.synthetic && { synthetic: true }),
  };
}

/** An ISO date, alone or with a time; anything else is no date that can be trusted. */
function isoMoment(value: string | undefined): string | undefined {
  const match = value
    ?.trim()
    .match(/^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/);
  if (!match?.[1] || !isoDay.safeParse(match[1]).success) return undefined;
  return match[0].replace(" ", "T");
}

function languageOf(value: string | undefined): Language | undefined {
  const code = value?.trim().toLowerCase().slice(0, 2);
  return LANGUAGES.find((language) => language === code);
}
