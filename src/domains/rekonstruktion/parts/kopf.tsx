import type { Visit } from "../../../platform/access.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, ButtonLink, Card, DescriptionList, DoButton, Entered } from "../../../ui/index.ts";
import type { Codelisten } from "../../codelisten/index.ts";
import { DATEI, FORMATE } from "../documents/dateien.ts";
import { gezaehltText } from "../model/anteile.ts";
import type { Rekonstruktion } from "../model/rekonstruktion.ts";
import { type Uebergang, schritteAus } from "../model/stand.ts";
import { ausgangsAngaben, mitgliedText } from "../model/worte.ts";
import type { Eine } from "../queries/eine.ts";
import { LIST } from "./getan.ts";
import { StandWort } from "./worte.tsx";

type Props = { readonly visit: Visit; readonly eine: Eine; readonly listen: Codelisten };

export function Kopf({ eine: { rekonstruktion, gruppe, faelle }, listen }: Props) {
  const r = rekonstruktion;
  const self = `${LIST}/${r.id}`;
  return (
    <Card title={<Entered>{r.frage}</Entered>} level={1} action={<DoButton does="print">Drucken</DoButton>}>
      <p>
        <StandWort stand={r.stand} /> seit {tagText(r.standSeit)}, begonnen am {tagText(r.begonnenAm)}
      </p>
      {r.ausgangslage === null ? null : (
        <p>
          <Entered class="text">{r.ausgangslage}</Entered>
        </p>
      )}
      <DescriptionList
        items={[
          ...ausgangsAngaben(r, listen),
          {
            term: "Gruppe",
            value: gruppe.length === 0 ? "noch niemand" : <Entered>{gruppe.map(mitgliedText).join(", ")}</Entered>,
          },
          { term: "Fälle", value: gezaehltText(faelle) },
        ]}
      />
      {r.leitet ? <Schritte rekonstruktion={r} /> : null}
      <Wege rekonstruktion={r} />
      <Actions>
        {FORMATE.map((format) => (
          <ButtonLink kind="tertiary" small href={`${self}?als=${format}`}>
            Als {DATEI[format].name}
          </ButtonLink>
        ))}
      </Actions>
    </Card>
  );
}

/** What can be done next, as buttons: what leads on first. */
export function Schritte({ rekonstruktion: { id, stand } }: { readonly rekonstruktion: Rekonstruktion }) {
  const kindOf = ({ richtung }: Uebergang, i: number) =>
    richtung === "zurueck" ? "tertiary" : i === 0 ? "primary" : "secondary";
  return (
    <Actions>
      {schritteAus(stand).map((one, i) => (
        <ButtonLink kind={kindOf(one, i)} small href={`${LIST}/${id}/schritt?nach=${one.nach}`}>
          {one.verb}
        </ButtonLink>
      ))}
    </Actions>
  );
}

function Wege({ rekonstruktion: { id, stand, leitet, dabei } }: { readonly rekonstruktion: Rekonstruktion }) {
  if ((!leitet && !dabei) || stand === "abgeschlossen") return null;
  return (
    <Actions>
      {leitet ? (
        <>
          <ButtonLink kind="secondary" small href={`${LIST}/${id}/bearbeiten`}>
            Frage und Ausgangslage
          </ButtonLink>
          <ButtonLink kind="secondary" small href={`${LIST}/${id}/gruppe`}>
            Gruppe
          </ButtonLink>
        </>
      ) : null}
      {dabei ? (
        <ButtonLink kind="secondary" small href={`${LIST}/${id}/faelle`}>
          Eigene Fälle
        </ButtonLink>
      ) : null}
    </Actions>
  );
}
