/** Nodes of documents, and of the outlets that published them. */
import type { CaseRecords, Entity } from "../ontology/index.ts";
import { slug } from "../shared/index.ts";
import type { GraphDraft } from "./draft.ts";

/** The graph node id of a document: prefixed, because users choose document ids and they could meet an entity's. */
export const documentNodeId = (documentId: string): string => `doc:${documentId}`;

/** Adds documents to a graph; outlets that are no entity of the case become proposed ones. */
export class DocumentElements {
  readonly #graph: GraphDraft;
  readonly #mediaByName = new Map<string, string>();

  /** @param entities  those of the case, whose nodes the graph has already */
  constructor(graph: GraphDraft, entities: readonly Entity[]) {
    this.#graph = graph;
    for (const { type, id, name, aliases } of entities) {
      if (type !== "Media") continue;
      for (const called of [name, id, ...aliases.map((alias) => alias.name)])
        if (!this.#mediaByName.has(slug(called))) this.#mediaByName.set(slug(called), id);
    }
  }

  /** Adds the document, and the edge to whoever published it. */
  add(document: CaseRecords["documents"][number]): void {
    const id = documentNodeId(document.id);
    this.#graph.addNode({
      kind: "document",
      id,
      ...(document.title && { title: document.title }),
      ...(document.publisher && { publisher: document.publisher }),
      ...(document.published && { published: document.published }),
      ...(document.language && { language: document.language }),
      ...(document.url && { url: document.url }),
    });
    if (document.publisher)
      this.#graph.addProvenance("PUBLISHED_BY", id, this.#publisherNode(document.publisher), []);
  }

  /** The media entity of a publisher's name; an outlet that no pack knows becomes a proposed one. */
  #publisherNode(publisher: string): string {
    const key = slug(publisher);
    const known = this.#mediaByName.get(key);
    if (known) return known;
    const id = this.#graph.hasNode(key) ? `${key}-media` : key;
    this.#graph.addNode({
      kind: "entity",
      id,
      type: "Media",
      name: publisher,
      names: {},
      aliases: [],
      proposed: true,
    });
    this.#mediaByName.set(key, id);
    return id;
  }
}
