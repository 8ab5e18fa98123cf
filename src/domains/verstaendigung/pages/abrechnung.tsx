import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { askedFor } from "../../../platform/asked.ts";
import { change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Card,
  DoButton,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  Page,
  Table,
} from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { reopenMonat, settleMonat } from "../commands/settle-monat.ts";
import { FORMATE, type Format, monatAlsDatei } from "../documents/abrechnung-datei.ts";
import { euroText, stundenText } from "../model/einsatz.ts";
import { MONAT, type Zeile, abrechnung, ersterTag, monatText, monatWeiter } from "../model/monat.ts";
import { EinsatzListe } from "../parts/einsatz-liste.tsx";
import { getan } from "../parts/getan.ts";
import { ABRECHNUNG, EINSAETZE, POOL } from "../parts/wege.ts";
import { geleistete } from "../queries/einsaetze.ts";

const permission = "sprachmittlung.pflegen";
const monatFeld = z.string().regex(MONAT, "Wählen Sie den Monat.");
const Query = z.object({ monat: monatFeld.optional(), als: z.enum(FORMATE).optional() });
const Eingabe = z.object({ monat: monatFeld });

async function seite(visit: Visit, rejected?: Rejected) {
  const { actor, frame } = visit;
  const { monat: asked } = askedFor(Query, visit, rejected);
  const monat = ersterTag(asked ?? today().slice(0, 7)) ?? `${today().slice(0, 7)}-01`;
  const { all, sprachen } = await readAs(actor, async (tx) => ({
    all: await geleistete(tx, actor, monat),
    sprachen: (await codelisten(tx)).sprache,
  }));
  const zeilen = abrechnung(all);
  return (
    <Page
      frame={frame}
      title={`Abrechnung ${monatText(monat)}`}
      heading={false}
      rejected={rejected}
      wide
      breadcrumb={[{ label: "Einsätze", href: EINSAETZE }]}
    >
      {rejected === undefined ? null : (
        <Alert kind="warning">{rejected.errors.map(({ message }) => message).join(" ")}</Alert>
      )}
      <Card title={`Abrechnung ${monatText(monat)}`} level={1} action={<DoButton does="print">Drucken</DoButton>}>
        <Actions>
          <ButtonLink kind="tertiary" small href={`${ABRECHNUNG}?monat=${monatWeiter(monat, -1)}`}>
            Monat davor
          </ButtonLink>
          <ButtonLink kind="tertiary" small href={`${ABRECHNUNG}?monat=${monatWeiter(monat, 1)}`}>
            Monat danach
          </ButtonLink>
          {zeilen.length === 0 ? null : FORMATE.map((als) => <Datei monat={monat.slice(0, 7)} als={als} />)}
        </Actions>
        <Summen zeilen={zeilen} />
        <Knoepfe monat={monat.slice(0, 7)} zeilen={zeilen} />
      </Card>
      <Card title="Einzeln">
        <EinsatzListe
          rows={all}
          sprachen={sprachen}
          caption="Geleistete Einsätze nach Tag"
          empty={<EmptyState>In diesem Monat ist nichts geleistet.</EmptyState>}
        />
      </Card>
    </Page>
  );
}

const Datei = ({ monat, als }: { readonly monat: string; readonly als: Format }) => (
  <ButtonLink kind="tertiary" small href={`${ABRECHNUNG}?monat=${monat}&als=${als}`}>
    {als === "xlsx" ? "Als Excel-Datei" : "Als CSV"}
  </ButtonLink>
);

const summe = (zeilen: readonly Zeile[], of: (zeile: Zeile) => number) => zeilen.reduce((n, zeile) => n + of(zeile), 0);

function Summen({ zeilen }: { readonly zeilen: readonly Zeile[] }) {
  return (
    <>
      <Table
        caption="Je Person"
        hideCaption
        rows={zeilen}
        href={({ sprachmittlerId }) => `${POOL}/${sprachmittlerId}`}
        empty={<EmptyState>In diesem Monat ist nichts geleistet.</EmptyState>}
        columns={[
          { label: "Wer mittelt", cell: ({ name }) => <Entered>{name}</Entered> },
          { label: "Einsätze", cell: ({ einsaetze }) => einsaetze, figure: true },
          { label: "Zeit", cell: ({ minuten }) => stundenText(minuten), figure: true },
          { label: "Betrag", cell: ({ betragCent }) => euroText(betragCent), figure: true },
          { label: "Stand", cell: ({ offen }) => (offen === 0 ? "abgerechnet" : `${String(offen)} offen`) },
        ]}
      />
      {zeilen.length === 0 ? null : (
        <p class="hint">
          Zusammen{" "}
          {anzahl(
            summe(zeilen, (z) => z.einsaetze),
            "Einsatz",
            "Einsätze",
          )}
          , {stundenText(summe(zeilen, (z) => z.minuten))}, {euroText(summe(zeilen, (z) => z.betragCent))}.
        </p>
      )}
    </>
  );
}

function Knoepfe({ monat, zeilen }: { readonly monat: string; readonly zeilen: readonly Zeile[] }) {
  const offen = summe(zeilen, (z) => z.offen);
  const erledigt = summe(zeilen, (z) => z.einsaetze) - offen;
  return (
    <>
      {offen === 0 ? null : (
        <Form action={ABRECHNUNG}>
          <HiddenField name="monat" value={monat} />
          <Actions>
            <Button>{`${anzahl(offen, "Einsatz", "Einsätze")} abrechnen`}</Button>
          </Actions>
        </Form>
      )}
      {erledigt === 0 ? null : (
        <Form action={`${ABRECHNUNG}/zurueck`}>
          <HiddenField name="monat" value={monat} />
          <Actions>
            <Button kind="tertiary" small>
              Abrechnung zurücknehmen
            </Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

/** What was done in a month, by person: to print, to take along, to settle. */
export const show = page({
  path: ABRECHNUNG,
  permission,
  notices: getan,
  show: (visit) => {
    const { als, monat } = readQuery(Query, visit.url);
    return als === undefined ? seite(visit) : datei(visit, ersterTag(monat ?? today().slice(0, 7)) ?? today(), als);
  },
});

async function datei({ actor }: Visit, monat: string, als: Format) {
  const { bytes, type } = await readAs(actor, async (tx) => {
    const sprachen = (await codelisten(tx)).sprache;
    return monatAlsDatei(await geleistete(tx, actor, monat), { sprachen, monat }, als);
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="KIM-Sprachmittlung-${monat.slice(0, 7)}.${als}"`,
    },
  });
}

const gesendet = { schema: Eingabe, again: seite };

export const save = change(ABRECHNUNG, permission, gesendet, async (tx, { actor }, { monat }) => {
  const n = await settleMonat(tx, actor, `${monat}-01`);
  return getan.after(`${ABRECHNUNG}?monat=${monat}`, "abgerechnet", n);
});

export const saveBack = change(`${ABRECHNUNG}/zurueck`, permission, gesendet, async (tx, { actor }, { monat }) => {
  const n = await reopenMonat(tx, actor, `${monat}-01`);
  return getan.after(`${ABRECHNUNG}?monat=${monat}`, "wiederoffen", n);
});
