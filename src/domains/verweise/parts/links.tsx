import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, Status } from "../../../ui/index.ts";
import { isOffener } from "../model/stand.ts";
import type { VerweisLinkZeile } from "../queries/links.ts";
import type { Verweis } from "../queries/verweise.ts";
import { LIST } from "./getan.ts";

type Props = { readonly v: Verweis; readonly links: readonly VerweisLinkZeile[]; readonly gibtFrei: boolean };

/** Whether the place can answer by itself: the links that it got, and what came back. */
export function Links({ v, links, gibtFrei }: Props) {
  const kann = gibtFrei && isOffener(v.stand);
  if (links.length === 0 && !kann) return null;
  const offen = links.some(({ gilt }) => gilt);
  return (
    <Card title="Link für die Stelle">
      {links.length === 0 ? (
        <p class="hint">
          Die Stelle liest, was Sie auswählen, und antwortet auf ihrer Seite: übernommen, mit Termin, Warteliste oder
          abgelehnt. Einen Zugang zu KIM braucht sie nicht, eine Einwilligung schon.
        </p>
      ) : (
        <ul class="plain-list">
          {links.map((one) => (
            <li>
              <a href={`/freigaben/${one.freigabe}`}>Link vom {tagText(one.am)}</a>, zu lesen bis {tagText(one.bis)}{" "}
              <Stand link={one} />
            </li>
          ))}
        </ul>
      )}
      {kann ? (
        <Actions>
          <ButtonLink kind={offen ? "tertiary" : "secondary"} href={`${LIST}/${v.id}/link`}>
            {links.length === 0 ? "Als Link senden" : "Neuen Link senden"}
          </ButtonLink>
        </Actions>
      ) : null}
    </Card>
  );
}

function Stand({ link: { neu, gilt, beantwortet } }: { readonly link: VerweisLinkZeile }) {
  if (neu) return <Status kind="arrow-forward">Antwort da: öffnen und übernehmen</Status>;
  if (beantwortet) return <Status kind="success">beantwortet</Status>;
  return gilt ? <Status kind="info">noch keine Antwort</Status> : <Status kind="warning">gilt nicht mehr</Status>;
}
