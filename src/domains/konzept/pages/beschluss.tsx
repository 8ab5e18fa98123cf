import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Alert,
  CardPage,
  Checkbox,
  Form,
  HiddenField,
  SelectField,
  Submit,
  TextArea,
  fieldsOf,
} from "../../../ui/index.ts";
import { beschluesse, kurz } from "../../gremien/index.ts";
import { adoptKonzept } from "../commands/adopt-konzept.ts";
import { BeschlussEingabe } from "../model/eingabe.ts";
import { papierFassung } from "../model/konzeptpapier.ts";
import { belowKonzept } from "../parts/below.ts";
import { FASSUNG, LIST, getan } from "../parts/getan.ts";
import { offenesIn } from "../queries/besprechung.ts";
import { fassungen } from "../queries/fassungen.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";
import { KeinName } from "../parts/kein-name.tsx";

/** The latest decisions: what is adopted today was decided lately. */
const OFFERED = 50;
const PATH = `${LIST}/:id/beschluss`;

const seite = ({ actor, ...visit }: Visit) =>
  readAs(actor, async (tx) => {
    const konzept = await konzeptOf(tx, actor, idOf(visit));
    if (!konzept.steuert) throw new NotFound();
    const stand = await standOf(tx, actor, konzept);
    const offen = await offenesIn(
      tx,
      stand.kapitel.flatMap((k) => k.teile.map(({ id }) => id)),
    );
    const bisher = await fassungen(tx, konzept.id);
    const wahl = (await beschluesse(tx, { bis: today() }))
      .filter(({ id, ergebnis }) => ergebnis === "angenommen" && bisher.every(({ beschlussId }) => beschlussId !== id))
      .slice(0, OFFERED)
      .map(({ id, nummer, gefasstAm, gremium, wortlaut }) => ({
        value: id,
        label: `${nummer} vom ${tagText(gefasstAm)}, ${gremium}: ${kurz(wortlaut)}`,
      }));
    return { konzept, stand, wahl, offen: [...offen.values()], bisher: bisher.length };
  });

async function form(visit: Visit, rejected?: Rejected) {
  const { konzept, stand, wahl, offen, bisher } = await seite(visit);
  const self = `${LIST}/${konzept.id}`;
  const field = fieldsOf({ oeffentlich: ["ja"] }, rejected);
  const kommentare = offen.reduce((all, one) => all + one.kommentare, 0);
  const vorschlaege = offen.reduce((all, one) => all + one.vorschlaege, 0);
  return (
    <CardPage {...belowKonzept(visit, konzept)} title="Beschluss festhalten" rejected={rejected}>
      <p>
        Der Entwurf wird Fassung {bisher + 1}: Text, Zahlen, PDF und Word-Datei stehen dann fest. Geschrieben wird
        danach an der nächsten.
      </p>
      {kommentare + vorschlaege === 0 ? null : (
        <Alert kind="info">
          Noch offen: {anzahl(kommentare, "Kommentar", "Kommentare")} und{" "}
          {anzahl(vorschlaege, "Vorschlag", "Vorschläge")}. Sie bleiben am Entwurf.
        </Alert>
      )}
      {wahl.length === 0 ? (
        <Alert kind="info">
          Es ist noch kein Beschluss eingetragen. Er entsteht in der Sitzung eines Gremiums und steht dann hier zur
          Wahl.
        </Alert>
      ) : null}
      <Form action={`${self}/beschluss`} rejected={rejected}>
        <HiddenField name="gelesen" value={papierFassung(stand)} />
        <SelectField {...field("beschluss")} label="Welcher Beschluss?" options={wahl} empty="Bitte wählen" />
        {bisher === 0 ? null : (
          <TextArea spellcheck {...field("aenderung")} label="Was ist anders als bisher?" optional />
        )}
        <Checkbox {...field("oeffentlich")} value="ja" label="Auf der öffentlichen Seite zeigen" />
        <Checkbox {...field("geprueft")} value="ja" label="Ich habe den Entwurf gelesen, wie er jetzt ist" />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Fassung festhalten" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.steuern",
  { form, schema: BeschlussEingabe },
  async (tx, visit, input) =>
    getan.after(`${FASSUNG}/${await adoptKonzept(tx, visit.actor, visit.at, input)}`, "beschlossen"),
);
