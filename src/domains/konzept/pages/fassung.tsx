import type { Visit } from "../../../platform/access.ts";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Actions, Alert, Button, ButtonLink, DoButton, Form, Page } from "../../../ui/index.ts";
import { setOeffentlich } from "../commands/adopt-konzept.ts";
import { belowRoom } from "../parts/below.ts";
import { FASSUNG, OFFEN, getan } from "../parts/getan.ts";
import { Inhalt, PapierKarte } from "../parts/papier.tsx";
import { type FassungKopf, fassungOf, fassungen } from "../queries/fassungen.ts";

const PATH = `${FASSUNG}/:id`;

async function seite(visit: Visit) {
  const { fassung, alle } = await readAs(visit.actor, async (tx) => {
    const found = await fassungOf(tx, idOf(visit));
    return { fassung: found, alle: await fassungen(tx, found.konzeptId) };
  });
  const self = `${FASSUNG}/${fassung.id}`;
  const neueste = alle[0];
  return (
    <Page {...belowRoom(visit)} title={`Handlungskonzept, Fassung ${fassung.nummer}`} extra>
      {fassung.gilt || neueste === undefined ? null : (
        <Alert kind="info">
          Diese Fassung gilt nicht mehr. Es gilt{" "}
          <a href={`${FASSUNG}/${neueste.id}`}>
            Fassung {neueste.nummer} vom {tagText(neueste.beschlossenAm)}
          </a>
          .
        </Alert>
      )}
      <Actions>
        <ButtonLink kind="primary" href={`${self}/pdf`}>
          PDF
        </ButtonLink>
        <ButtonLink href={`${self}/docx`}>Word-Datei</ButtonLink>
        {fassung.nummer > 1 ? (
          <ButtonLink href={`${self}/unterschied`}>Unterschied zur Fassung davor</ButtonLink>
        ) : null}
        <DoButton does="print">Drucken</DoButton>
      </Actions>
      {fassung.gilt ? <Oeffentlich visit={visit} fassung={fassung} /> : null}
      <Inhalt papier={fassung.papier} />
      <PapierKarte papier={fassung.papier} />
    </Page>
  );
}

export const show = page({ path: PATH, permission: "konzept.lesen", notices: getan, show: seite });

function Oeffentlich({ visit, fassung }: { readonly visit: Visit; readonly fassung: FassungKopf }) {
  const { id, oeffentlich } = fassung;
  return (
    <>
      <p>
        {oeffentlich ? (
          <>
            Steht auf der <a href={`${OFFEN}/${visit.actor.kreis}/${id}`}>öffentlichen Seite</a>.
          </>
        ) : (
          "Steht nicht auf der öffentlichen Seite."
        )}
      </p>
      {may(visit.actor, "konzept.steuern") ? (
        <Form action={`${FASSUNG}/${id}/${oeffentlich ? "verbergen" : "zeigen"}`}>
          <Button kind="tertiary" small>
            {oeffentlich ? "Von der öffentlichen Seite nehmen" : "Auf die öffentliche Seite setzen"}
          </Button>
        </Form>
      ) : null}
    </>
  );
}

const oeffentlich = (word: "zeigen" | "verbergen") =>
  change(`${PATH}/${word}`, "konzept.steuern", { schema: NOTHING, again: seite }, async (tx, { actor, at }) => {
    await setOeffentlich(tx, actor, at, word === "zeigen");
    return getan.after(`${FASSUNG}/${at.id}`, word === "zeigen" ? "oeffentlich" : "verborgen");
  });

export const saveZeigen = oeffentlich("zeigen");
export const saveVerbergen = oeffentlich("verbergen");
