/** What each field of an event is said to be, each value with those who say it. */
import type { DetailValue, FieldDetail } from "../../../src/viewer/payload.ts";
import { dayNumber } from "../model/days.ts";
import { plainText, termLabel } from "../model/names.ts";
import { formatDay, type Messages } from "../i18n/index.ts";
import { type Session, useSession } from "./session.ts";

export function Fields({ fields }: { readonly fields: readonly FieldDetail[] }) {
  const session = useSession();
  const { words } = session;
  return (
    <dl class="fields">
      {fields.map((field) => (
        <div key={field.name} class="field">
          <dt title={field.why && plainText(field.why)}>{fieldLabel(words, field.name)}</dt>
          {saidValues(session, field).map(({ text, publishers, claims, shown }, _, all) => (
            <dd key={text} class={shown && all.length > 1 ? "shown" : undefined}>
              <strong>
                <bdi>{text}</bdi>
              </strong>
              <small>
                {publishers
                  .map((row) => plainText(session.store.model.graph.publishers[row] ?? ""))
                  .join(", ") || words.claimsCount(claims)}
                {shown && all.length > 1 && ` · ${words.shownValue}`}
              </small>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

interface SaidValue {
  readonly text: string;
  readonly publishers: readonly number[];
  readonly claims: number;
  readonly shown: boolean;
}

/** Values that read the same are one: reports that word a figure differently do not disagree. */
function saidValues(session: Session, field: FieldDetail): SaidValue[] {
  const said = new Map<string, SaidValue>();
  for (const [i, { value, publishers, claims }] of field.values.entries()) {
    const text = valueText(session, field.name, value);
    const same = said.get(text);
    said.set(text, {
      text,
      publishers: [...new Set([...(same?.publishers ?? []), ...publishers])].sort((a, b) => a - b),
      claims: (same?.claims ?? 0) + claims.length,
      shown: same?.shown === true || i === field.shown,
    });
  }
  return [...said.values()];
}

function fieldLabel(words: Messages, name: string): string {
  const key = `field_${name}`;
  const known = (words as Readonly<Record<string, unknown>>)[key];
  return typeof known === "string" ? known : plainText(name);
}

const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

function valueText(session: Session, field: string, value: DetailValue): string {
  const { words, store } = session;
  if ("node" in value) return plainText(session.name(value.node));
  if ("min" in value) {
    const figure =
      value.max === undefined
        ? words.atLeast(value.min)
        : value.max === value.min
          ? String(value.min)
          : words.between(value.min, value.max);
    return value.approximate ? words.about(figure) : figure;
  }
  const { firstDay } = store.model.graph;
  if (ISO_DAY.test(value.text))
    return formatDay(dayNumber(value.text, firstDay), firstDay, store.language.value);
  const range = /^(\d{4}-\d\d-\d\d)(?:\/|\.\.)(\d{4}-\d\d-\d\d)$/.exec(value.text);
  if (range?.[1] && range[2])
    return words.dateRange(
      formatDay(dayNumber(range[1], firstDay), firstDay, store.language.value),
      formatDay(dayNumber(range[2], firstDay), firstDay, store.language.value),
    );
  if (field === "subtype") {
    const term = store.model.vocabulary.subtypes.find(({ id }) => id === value.text);
    if (term) return termLabel(term, store.language.value);
  }
  const word = (words as Readonly<Record<string, unknown>>)[`value_${value.text}`];
  return typeof word === "string" ? word : plainText(value.text);
}
