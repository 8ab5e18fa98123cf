import { type Visit, page } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Board,
  Card,
  CardPage,
  ConflictNotice,
  DateField,
  EmptyState,
  Entered,
  Form,
  Page,
  SelectField,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { EBH, setEbhStand } from "../commands/set-ebh-stand.ts";
import { EBH_STAENDE, EBH_STAND, EbhEingabe, type EbhStand } from "../model/ebh.ts";
import { BESTAND, KOPIEN, kopieGetan } from "../parts/getan.ts";
import { type Bestandskopie, bestand, wartetTage } from "../queries/bestand.ts";
import { kopieOf } from "../queries/kopien.ts";

const breadcrumb = [{ label: "Freigegebene Kopien", href: KOPIEN }];

/** The authority's own stock: its released copies by how far it is with them. There is no search and no figure beyond them. */
export const stock = page({
  path: BESTAND,
  permission: "kopie.bestand",
  notices: kopieGetan,
  show: async (visit) => {
    const kopien = await readAs(visit.actor, (tx) => bestand(tx, visit.actor));
    const spalte = (title: string, stand: EbhStand | null) => {
      const of = kopien.filter(({ ebhStand }) => ebhStand === stand);
      return { title, count: of.length, cards: of.map((kopie) => <Karte kopie={kopie} />) };
    };
    return (
      <Page frame={visit.frame} title="Bestand der Einbürgerungsbehörde" extra wide breadcrumb={breadcrumb}>
        <Card>
          <p>
            Hier steht nur, was Ratsuchende Ihrer Stelle freigegeben haben und heute zu lesen ist. Wer nichts freigab,
            steht nicht da.
          </p>
        </Card>
        {kopien.length === 0 ? (
          <EmptyState>Gerade ist der Einbürgerungsbehörde nichts freigegeben.</EmptyState>
        ) : (
          <Board
            columns={[spalte("Neu", null), ...EBH_STAND.map((one) => spalte(EBH_STAENDE[one], one))].filter(
              ({ title, count }) => count > 0 || title === "Neu",
            )}
          />
        )}
      </Page>
    );
  },
});

const Karte = ({ kopie }: { readonly kopie: Bestandskopie }) => (
  <>
    <a href={`${KOPIEN}/${kopie.id}`}>Kopie vom {tagText(kopie.gesendetAm)}</a>
    <p>
      <Entered>{kopie.traeger}</Entered>
      <br />
      seit {anzahl(wartetTage(kopie), "Tag", "Tagen")}, zu lesen bis {tagText(kopie.gueltigBis)}
    </p>
    <a href={`${KOPIEN}/${kopie.id}/stand`}>Stand eintragen</a>
  </>
);

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { version } = await readAs(visit.actor, (tx) => kopieOf(tx, visit.actor, EBH, id));
  const self = `${KOPIEN}/${id}`;
  const field = fieldsOf({ seit: [today()] }, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Stand eintragen"
      rejected={rejected}
      breadcrumb={[...breadcrumb, { label: "Freigegebene Kopie", href: self }]}
    >
      <ConflictNotice rejected={rejected} fields={[{ name: "seit", label: "Seit wann?" }]} stored={self} />
      <p>
        Wer die Kopie gab, sieht diesen Stand bei der Person. Es ist keine Entscheidung und ersetzt keinen Bescheid.
      </p>
      <Form action={`${self}/stand`} record={{ version, values: {} }} rejected={rejected}>
        <SelectField
          {...field("stand")}
          label="Wie weit ist es?"
          options={EBH_STAND.map((one) => ({ value: one, label: EBH_STAENDE[one] }))}
          empty="Bitte wählen"
        />
        <DateField {...field("seit")} label="Seit wann?" />
        <Submit label="Eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const stand = formPage(
  `${KOPIEN}/:id/stand`,
  "kopie.bestand",
  { form, schema: EbhEingabe },
  async (tx, { actor, at }, input) => {
    await setEbhStand(tx, actor, at, input);
    return kopieGetan.after(BESTAND, "stand");
  },
);
