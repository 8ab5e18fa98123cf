import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { change } from "../../../platform/change.ts";
import type { Visit } from "../../../platform/access.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  ButtonLink,
  Card,
  ConflictNotice,
  DescriptionList,
  EmptyState,
  Entered,
  FilterBar,
  Page,
  RadioSegment,
  SelectField,
  Table,
  fieldsOf,
} from "../../../ui/index.ts";
import { moveAuftrag } from "../commands/set-auftrag.ts";
import { FORMATE, dateiVon, hausOf } from "../documents/dateien.ts";
import { STAENDE } from "../model/auftrag.ts";
import { AuftragSchrittEingabe } from "../model/eingabe.ts";
import { auftraegePapier } from "../model/papiere.ts";
import { belowAuftraege, belowList } from "../parts/below.ts";
import { SchrittForm } from "../parts/auftrag-schritt.tsx";
import { AUFTRAEGE, BESCHLUESSE, SITZUNGEN, getan } from "../parts/getan.ts";
import { AlsDatei, AuftragWort } from "../parts/worte.tsx";
import { auftraege, auftragOf, auftragSchritte } from "../queries/auftraege.ts";
import { gremien } from "../queries/gremien.ts";

const permission = "gremium.lesen";
const Query = z.object({ gremium: z.uuid().optional(), stand: z.enum(["offen", "alle"]).optional() });
const Als = z.object({ als: z.enum(FORMATE).optional() });

/** What is still to be done, what is due first, first. */
export const list = page({
  path: AUFTRAEGE,
  permission,
  show: async (visit) => {
    const { actor, url } = visit;
    const { gremium, stand = "offen" } = readQuery(Query, url);
    const { alle, bodies, haus } = await readAs(actor, async (tx) => ({
      alle: await auftraege(tx, actor, { gremiumId: gremium, offen: stand === "offen" }),
      bodies: await gremien(tx),
      haus: await hausOf(tx, actor),
    }));
    const { als } = readQuery(Als, url);
    const auswahl = {
      gremium: bodies.find(({ id }) => id === gremium)?.name ?? "Alle Gremien",
      offen: stand === "offen",
    };
    if (als !== undefined) return dateiVon(auftraegePapier(haus, alle, auswahl), als, `Auftraege-${today()}`);
    const field = fieldsOf({ gremium: [gremium ?? ""], stand: [stand] }, undefined);
    return (
      <Page {...belowList(visit)} title="Aufträge" wide>
        <FilterBar action={AUFTRAEGE} active={url.search !== ""}>
          <SelectField
            {...field("gremium")}
            label="Gremium"
            empty="alle"
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <RadioSegment
            {...field("stand")}
            label="Welche"
            options={[
              { value: "offen", label: "offene" },
              { value: "alle", label: "alle" },
            ]}
          />
        </FilterBar>
        <Card title={anzahl(alle.length, "Auftrag", "Aufträge")}>
          <AlsDatei
            was="Liste"
            href={(format) =>
              `${AUFTRAEGE}?${String(new URLSearchParams([...new URLSearchParams(url.search), ["als", format]]))}`
            }
          />
          <Table
            caption="Aufträge"
            hideCaption
            rows={alle}
            href={({ id }) => `${AUFTRAEGE}/${id}`}
            empty={<EmptyState>Es ist nichts offen. Aufträge entstehen zu einem Punkt der Tagesordnung.</EmptyState>}
            columns={[
              { label: "Was", names: true, cell: ({ was }) => <Entered>{was}</Entered> },
              { label: "Wer", cell: ({ wer }) => <Entered>{wer}</Entered> },
              { label: "Bis", cell: ({ faelligAm }) => tagText(faelligAm) },
              { label: "Gremium", cell: (a) => <Entered>{a.gremium}</Entered> },
              { label: "Stand", cell: (a) => <AuftragWort auftrag={a} heute={today()} /> },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

async function seite(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const { auftrag, steps } = await readAs(actor, async (tx) => ({
    auftrag: await auftragOf(tx, actor, idOf(visit)),
    steps: await auftragSchritte(tx, idOf(visit)),
  }));
  const self = `${AUFTRAEGE}/${auftrag.id}`;
  const schreibt = may(actor, "gremium.schreiben");
  return (
    <Page {...belowAuftraege(visit)} title="Auftrag" heading={false} rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={[{ name: "notiz", label: "Was ist dazu zu sagen?" }]} stored={self} />
      <Card title={<Entered>{auftrag.was}</Entered>} level={1}>
        <p>
          <AuftragWort auftrag={auftrag} heute={today()} /> seit {tagText(auftrag.standSeit)}
        </p>
        <DescriptionList
          items={[
            { term: "Wer", value: <Entered>{auftrag.wer}</Entered> },
            { term: "Bis", value: tagText(auftrag.faelligAm) },
            {
              term: "Vereinbart",
              value: (
                <a href={`${SITZUNGEN}/${auftrag.sitzungId}`}>
                  <Entered>{auftrag.gremium}</Entered>, {tagText(auftrag.vereinbartAm)}
                </a>
              ),
            },
            ...(auftrag.beschlussId === null
              ? []
              : [{ term: "Beschluss", value: <a href={`${BESCHLUESSE}/${auftrag.beschlussId}`}>ansehen</a> }]),
            ...(auftrag.erinnertAm === null ? [] : [{ term: "Zuletzt erinnert", value: tagText(auftrag.erinnertAm) }]),
          ]}
        />
        {schreibt ? (
          <Actions>
            <ButtonLink kind="tertiary" small href={`${self}/bearbeiten`}>
              Ändern
            </ButtonLink>
          </Actions>
        ) : null}
      </Card>
      {schreibt ? <SchrittForm auftrag={auftrag} rejected={rejected} /> : null}
      <Card title="Verlauf">
        <ol class="plain-list">
          {steps.map(({ am, nach, notiz, faelligAm }) => (
            <li>
              {tagText(am)}: {STAENDE[nach]}, bis {tagText(faelligAm)}
              {notiz === null ? null : (
                <>
                  {" – "}
                  <Entered>{notiz}</Entered>
                </>
              )}
            </li>
          ))}
        </ol>
      </Card>
    </Page>
  );
}

export const show = page({
  path: `${AUFTRAEGE}/:id`,
  permission,
  notices: getan,
  show: (visit) => seite(visit),
});

export const save = change(
  `${AUFTRAEGE}/:id`,
  "gremium.schreiben",
  { schema: AuftragSchrittEingabe, again: seite },
  async (tx, { actor, at }, input) => {
    await moveAuftrag(tx, actor, at, input);
    return getan.after(`${AUFTRAEGE}/${at.id}`, "weiter");
  },
);
