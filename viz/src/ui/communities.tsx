import { communityColor } from "../graph/palette.ts";
import { communitiesShown } from "../insight/communities.ts";
import { plainText } from "../model/names.ts";
import { useSession } from "./session.ts";

/** What the colours of communities mean: each named after its most connected member, which a click opens. */
export function Communities() {
  const session = useSession();
  const { store, words } = session;
  return (
    <section class="legend-group communities" aria-label={words.communitiesTitle}>
      <h3>{words.communitiesTitle}</h3>
      <p class="hidden-count">{words.communitiesNote}</p>
      <ul>
        {communitiesShown(store.model, store.visibility.value).map(({ community, leader, size }) => (
          <li key={community}>
            <button type="button" class="community" onClick={() => session.openNode(leader, true)}>
              <svg class="swatch" viewBox="0 0 14 14" aria-hidden="true">
                <circle cx="7" cy="7" r="6" fill={communityColor(community, store.theme.value)} />
              </svg>
              <bdi>{plainText(session.name(leader))}</bdi>
              <span class="count">{size}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
