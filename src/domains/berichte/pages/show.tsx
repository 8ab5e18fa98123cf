import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { Actions, Alert, ButtonLink, Card, Day, Page, Status } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { DATEI } from "../documents/dateien.ts";
import { type Kapitel, ueberholte } from "../model/kapitel.ts";
import type { Papier } from "../../papier/index.ts";
import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { SeitFreigabe } from "../parts/geaendert.tsx";
import { PapierAnsicht } from "../parts/papier-ansicht.tsx";
import { idOf } from "../../../platform/ids.ts";
import { LIST, getan } from "../parts/getan.ts";
import { type BerichtAkte, FORMATE, berichtOf, halbjahresberichtOf } from "../queries/berichte.ts";
import { seitFreigabe } from "../queries/seit-freigabe.ts";
import { und } from "../model/sprache.ts";

type Seite = {
  readonly visit: Visit;
  readonly akte: BerichtAkte;
  readonly bericht: Halbjahresbericht & { readonly kapitel: readonly Kapitel[] };
};

function Dateien({ akte }: Seite) {
  return (
    <Card title="Herunterladen">
      <ul class="plain-list">
        {FORMATE.map((format) => (
          <li>
            <a href={`${LIST}/${akte.id}/${format}`} download>
              {DATEI[format].name}
            </a>
          </li>
        ))}
      </ul>
      {akte.nummer === undefined ? <p class="hint">Die Dateien tragen das Wort „Entwurf“.</p> : null}
    </Card>
  );
}

/** Where a report stands: its number, its days, what it replaces and what replaces it. */
function Stand({ akte, bericht, visit }: Seite) {
  const { berichtigt, berichtigtDurch: durch, freigegeben } = akte;
  const again = akte.nummer !== undefined && durch === undefined && may(visit.actor, "bericht.schreiben");
  return (
    <Card title={akte.nummer === undefined ? "Entwurf" : `Bericht ${akte.nummer}`}>
      <ul class="plain-list">
        {freigegeben === undefined ? null : (
          <li>
            <Status kind="success">
              freigegeben am <Day iso={freigegeben} />
            </Status>
          </li>
        )}
        <li>Datenstand {bericht.datenstand ?? "offen: noch nicht gezählt"}</li>
        {berichtigt === undefined ? null : (
          <li>
            Berichtigt <a href={`${LIST}/${berichtigt.id}`}>Bericht {berichtigt.nummer}</a>
          </li>
        )}
        {durch === undefined ? null : (
          <li>
            Berichtigt durch{" "}
            <a href={`${LIST}/${durch.id}`}>
              {durch.nummer === undefined ? "einen Entwurf" : `Bericht ${durch.nummer}`}
            </a>
          </li>
        )}
      </ul>
      {akte.nummer === undefined && may(visit.actor, "bericht.schreiben") ? (
        <p>
          <a href={`${LIST}/${akte.id}/vorlage`}>Als Vorlage speichern</a>
        </p>
      ) : null}
      {again ? <ButtonLink href={`${LIST}/${akte.id}/berichtigen`}>Berichtigen</ButtonLink> : null}
    </Card>
  );
}

/** What somebody does with a draft next. */
function Weiter({ akte, visit }: Seite) {
  if (akte.nummer !== undefined) return null;
  const self = `${LIST}/${akte.id}`;
  return (
    <Actions>
      {may(visit.actor, "bericht.schreiben") ? (
        <ButtonLink kind="primary" href={`${self}/kapitel`}>
          Kapitel schreiben und ordnen
        </ButtonLink>
      ) : null}
      {may(visit.actor, "bericht.schreiben") ? (
        <ButtonLink href={`${self}/bearbeiten`}>Kopf bearbeiten</ButtonLink>
      ) : null}
      {may(visit.actor, "bericht.freigeben") ? <ButtonLink href={`${self}/freigeben`}>Freigeben</ButtonLink> : null}
      {may(visit.actor, "bericht.schreiben") ? (
        <ButtonLink kind="tertiary" href={`${self}/verwerfen`}>
          Entwurf verwerfen
        </ButtonLink>
      ) : null}
    </Actions>
  );
}

/** Chapters that stand in no paper yet, because nothing is in them. */
function Leere({ bericht: { kapitel }, papier }: Seite & { readonly papier: Papier }) {
  const there = new Set(papier.abschnitte.map((a) => a.kapitel));
  const empty = kapitel.filter((k) => !k.entfaellt && !there.has(k.id));
  if (empty.length === 0) return null;
  return (
    <Card title="Noch ohne Text">
      <ul class="plain-list">
        {empty.map((k) => (
          <li>
            <a href={`${LIST}/kapitel/${k.id}`}>{k.titel}</a>
          </li>
        ))}
      </ul>
      <p class="hint">Sie stehen erst im Bericht, wenn etwas darin steht.</p>
    </Card>
  );
}

function Hinweise({ akte, bericht }: Seite) {
  if (akte.nummer !== undefined) return null;
  const old = ueberholte(bericht.grundlage, bericht.kapitel).map((k) => `„${k.titel}“`);
  return (
    <>
      {bericht.datenstand === undefined ? (
        <Alert kind="info" title="Noch nicht gezählt">
          Die Zahlen werden im Hintergrund gezählt und stehen in etwa einer Minute hier.
        </Alert>
      ) : null}
      {old.length === 0 ? null : (
        <Alert kind="warning" title="Die Zahlen haben sich geändert">
          Seit {old.length === 1 ? "der Text" : "die Texte"} {und(old)} geschrieben{" "}
          {old.length === 1 ? "wurde" : "wurden"}, sagen die Zahlen etwas anderes. Öffnen Sie das Kapitel und
          vergleichen Sie.
        </Alert>
      )}
    </>
  );
}

/** The paper as it is now, with everything that can be done with it. */
export const show = page({
  path: `${LIST}/:id`,
  permission: "bericht.lesen",
  notices: getan,
  show: async (visit) => {
    const { akte, bericht, anders } = await readAs(visit.actor, async (tx) => {
      const found = await berichtOf(tx, visit.actor, idOf(visit));
      return {
        akte: found,
        bericht: await halbjahresberichtOf(tx, visit.actor.kreis, found, today()),
        anders: may(visit.actor, "auswertung.kreis_lesen") ? await seitFreigabe(tx, found) : [],
      };
    });
    const seite = { visit, akte, bericht };
    const papier = akte.papier ?? papierOf(bericht);
    const schreiben = akte.nummer === undefined && may(visit.actor, "bericht.schreiben");
    return (
      <Page
        frame={visit.frame}
        title={`Bericht ${zeitraumName(akte)}`}
        breadcrumb={[{ label: "Berichte", href: LIST }]}
        extra
        side={
          <>
            <Stand {...seite} />
            {schreiben ? <Leere {...seite} papier={papier} /> : null}
            <Dateien {...seite} />
          </>
        }
      >
        <Hinweise {...seite} />
        <SeitFreigabe
          all={anders}
          berichtigen={may(visit.actor, "bericht.schreiben") ? `${LIST}/${akte.id}/berichtigen` : undefined}
        />
        <Weiter {...seite} />
        <PapierAnsicht papier={papier} schreiben={schreiben} />
      </Page>
    );
  },
});
