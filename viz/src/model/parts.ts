/** Where the payload's parts come from: the page itself in an exported file, the local server otherwise. */
import type {
  ClaimDetail,
  EventDetail,
  ViewerGraph,
  ViewerLayouts,
  ViewerLinks,
} from "../../../src/viewer/payload.ts";

export interface Parts {
  graph(): Promise<ViewerGraph>;
  layouts(): Promise<ViewerLayouts>;
  links(): Promise<ViewerLinks>;
  claims(chunk: number): Promise<readonly ClaimDetail[]>;
  events(chunk: number): Promise<readonly EventDetail[]>;
}

/** Raised where a part is missing or is no JSON; the message names it. */
export class PartError extends Error {
  override readonly name = "PartError";
}

/** Reads `<script type="application/json" id="part-…">` elements through `textOf`. */
export function inlineParts(textOf: (id: string) => string | undefined): Parts {
  return cached(async (name) => {
    const text = textOf(`part-${name}`);
    if (text === undefined) throw new PartError(`${name}: not in this file`);
    return JSON.parse(text);
  });
}

/** Reads `data/<name>.json` beside the page. `version` tells a rebuilt case from the one before. */
export function servedParts(version: string): Parts {
  return cached(async (name) => {
    const response = await fetch(`data/${name}.json?${version}`);
    if (!response.ok) throw new PartError(`${name}: the viewer's server answered ${response.status}`);
    return response.json();
  });
}

/** Each part is read once; a failed read can be tried again. */
function cached(read: (name: string) => Promise<unknown>): Parts {
  const known = new Map<string, Promise<unknown>>();
  const part = <T>(name: string): Promise<T> => {
    let promise = known.get(name);
    if (!promise) {
      promise = read(name);
      promise.catch(() => known.delete(name));
      known.set(name, promise);
    }
    return promise as Promise<T>;
  };
  return {
    graph: () => part("graph"),
    layouts: () => part("layouts"),
    links: () => part("links"),
    claims: (chunk) => part(`claims-${chunk}`),
    events: (chunk) => part(`events-${chunk}`),
  };
}
