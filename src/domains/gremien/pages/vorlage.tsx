import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Actions,
  ButtonLink,
  Card,
  CardPage,
  Col,
  ConflictNotice,
  Continued,
  DateField,
  DescriptionList,
  Entered,
  Form,
  Page,
  Row,
  Submit,
  TextArea,
  TextField,
  fieldsOf,
} from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { changeVorlage } from "../commands/set-vorlage.ts";
import { FORMATE, dateiVon, hausOf } from "../documents/dateien.ts";
import { VorlageEingabe } from "../model/vorlage-eingabe.ts";
import { vorlageValues } from "../model/form-values.ts";
import { vorlagePapier } from "../model/papiere.ts";
import { TEIL, TEILE, type Vorlage, type Zahlen, definitionen, geltung, standText } from "../model/vorlage.ts";
import { belowList, belowVorlage } from "../parts/below.ts";
import { LIST, VORLAGEN, getan } from "../parts/getan.ts";
import { Feld } from "../parts/vorlage-feld.tsx";
import { AlsDatei, KeinName } from "../parts/worte.tsx";
import { vorlageOf, zahlenZu } from "../queries/vorlagen.ts";

const permission = "gremium.schreiben";
const Als = z.object({ als: z.enum(FORMATE).optional() });

export const show = page({
  path: `${VORLAGEN}/:id`,
  permission: "gremium.lesen",
  notices: getan,
  show: async (visit) => {
    const { vorlage, zahlen, haus } = await readAs(visit.actor, async (tx) => {
      const found = await vorlageOf(tx, idOf(visit));
      return { vorlage: found, zahlen: await zahlenZu(tx, found), haus: await hausOf(tx, visit.actor) };
    });
    const { als } = readQuery(Als, visit.url);
    if (als !== undefined) return dateiVon(vorlagePapier(haus, vorlage, zahlen), als, `Vorlage-${vorlage.angelegtAm}`);
    const self = `${VORLAGEN}/${vorlage.id}`;
    return (
      <Page {...belowList(visit)} title="Vorlage" heading={false}>
        <Card title={<Entered>{vorlage.titel}</Entered>} level={1}>
          <p class="hint">
            Vorlage vom {tagText(vorlage.angelegtAm)}
            {vorlage.lueckeId === null ? null : (
              <>
                {" "}
                zur <a href={`/luecken/${vorlage.lueckeId}`}>Lücke</a>
              </>
            )}
          </p>
          <Actions>
            {may(visit.actor, permission) && vorlage.fest === null ? (
              <ButtonLink kind="secondary" small href={`${self}/bearbeiten`}>
                Bearbeiten
              </ButtonLink>
            ) : null}
            <ButtonLink kind="tertiary" small href={LIST}>
              Zu den Sitzungen
            </ButtonLink>
          </Actions>
          <AlsDatei was="Vorlage" href={(format) => `${self}?als=${format}`} />
        </Card>
        <Teile vorlage={vorlage} />
        <ZahlenKarte vorlage={vorlage} zahlen={zahlen} />
      </Page>
    );
  },
});

const Teile = ({ vorlage }: { readonly vorlage: Vorlage }) => (
  <Card>
    {TEIL.map((teil) => (
      <section>
        <h2>{TEILE[teil]}</h2>
        {vorlage[teil] === null ? (
          <p class="hint">Noch nichts geschrieben.</p>
        ) : (
          <Entered class="text">{vorlage[teil] ?? ""}</Entered>
        )}
      </section>
    ))}
  </Card>
);

type ZahlenProps = { readonly vorlage: Vorlage; readonly zahlen: Zahlen | undefined };

/** Figures with their days; they follow until the body meets. */
function ZahlenKarte({ vorlage, zahlen }: ZahlenProps) {
  if (zahlen === undefined) return null;
  return (
    <Card title={`Zahlen aus der Auswertung, ${zahlen.zeitraum}`}>
      <DescriptionList items={zahlen.zahlen.map(({ name, wert }) => ({ term: name, value: wert }))} />
      <p class="hint">
        Datenstand {standText(zahlen)}.{" "}
        {geltung(vorlage.fest !== null, zahlen.fest_am === undefined ? undefined : tagText(zahlen.fest_am))}
      </p>
      <ul class="plain-list">
        {definitionen(zahlen).map((one) => (
          <li class="hint">{one}</li>
        ))}
      </ul>
    </Card>
  );
}

const PATH = `${VORLAGEN}/:id/bearbeiten`;
const DRAFT = { form: "vorlage", name: "Vorlage für ein Gremium", resume: PATH };
const ROWS = { problem: 6, haeufigkeit: 2, orte: 2, aemter: 2, moeglichkeiten: 6, vorschlag: 3 } as const;

async function form(visit: Visit, rejected?: Rejected) {
  const { vorlage, felder, f } = await readAs(visit.actor, async (tx) => {
    const found = await vorlageOf(tx, idOf(visit));
    const record = { id: found.id, version: found.version, values: vorlageValues(found) };
    const felder =
      found.lueckeId === null
        ? kodesAm((await codelisten(tx)).handlungsfeld, today(), [found.handlungsfeld ?? ""])
        : undefined;
    return { vorlage: found, felder, f: await filled(tx, visit, DRAFT, record, rejected) };
  });
  const self = `${VORLAGEN}/${vorlage.id}`;
  const field = fieldsOf(f.values, rejected);
  const conflict = [
    { name: "titel", label: "Titel" },
    ...(felder === undefined ? [] : [{ name: "handlungsfeld", label: "Handlungsfeld" }]),
    ...TEIL.map((teil) => ({ name: teil, label: TEILE[teil] })),
  ];
  return (
    <CardPage {...belowVorlage(visit, vorlage.id)} title="Vorlage bearbeiten" rejected={rejected}>
      <ConflictNotice rejected={rejected} fields={conflict} stored={self} />
      <Continued f={f} />
      <Form action={`${self}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
        <TextField {...field("titel")} label="Titel" />
        {felder === undefined ? null : <Feld field={field} felder={felder} />}
        {TEIL.map((teil) => (
          <TextArea spellcheck {...field(teil)} label={TEILE[teil]} rows={ROWS[teil]} optional />
        ))}
        <Row>
          <Col span={6}>
            <DateField {...field("zahlen_von")} label="Zahlen ab" hint="Der erste Tag eines Monats." optional />
          </Col>
          <Col span={6}>
            <DateField {...field("zahlen_bis")} label="Zahlen bis" hint="Der letzte Tag eines Monats." optional />
          </Col>
        </Row>
        <KeinName field={field} rejected={rejected} />
        <Submit label="Speichern" cancel={self} draft />
      </Form>
    </CardPage>
  );
}

export const { show: showEdit, save } = formPage(
  PATH,
  permission,
  { form, schema: VorlageEingabe, draft: DRAFT, notices: getan },
  async (tx, { actor, at }, input) => {
    await changeVorlage(tx, actor, at, input);
    return getan.after(`${VORLAGEN}/${at.id}`, "gespeichert");
  },
);
