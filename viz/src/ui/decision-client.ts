/** Sends decisions to the local server that served this page. An exported file has none, so it cannot decide. */

/** The decisions a reader can make here, as decisions.yaml writes them. */
export type Decision =
  | { readonly decide: "merge" | "keep-apart"; readonly kind: "entities"; readonly ids: readonly string[] }
  | { readonly decide: "reject"; readonly claim: string }
  | { readonly decide: "rename" | "alias"; readonly entity: string; readonly name: string }
  | { readonly decide: "add-entity"; readonly name: string; readonly type: string };

export class DecisionClient {
  private readonly token: string;

  /** @param token  what the server wrote into this page */
  constructor(token: string) {
    this.token = token;
  }

  /** @throws Error with the server's one line */
  async decide(decision: Decision): Promise<void> {
    await this.post("decide", decision);
  }

  /** Takes the latest decision back. @returns whether there was one */
  async undo(): Promise<boolean> {
    const { done } = (await this.post("undo", {})) as { done: boolean };
    return done;
  }

  private async post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-riposte-token": this.token },
      body: JSON.stringify(body),
    });
    const type = response.headers.get("content-type") ?? "";
    const answer: unknown = type.includes("json") ? await response.json() : await response.text();
    if (response.ok) return answer;
    throw new Error(typeof answer === "string" ? answer : (answer as { message: string }).message);
  }
}
