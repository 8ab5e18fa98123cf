import { type Visit, page } from "../../../platform/access.ts";
import { type Tx, openRecordAs, readAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { idOf } from "../../../platform/ids.ts";
import { ButtonLink, Card, DescriptionList, Page, Status } from "../../../ui/index.ts";
import { codelisten } from "../../codelisten/index.ts";
import { personNames } from "../../personen/index.ts";
import { type Woerter, angaben, orteIn } from "../model/angaben.ts";
import { istMitPerson } from "../model/beratung.ts";
import { type Fassung, fassungenOf } from "../rows/fassung.ts";
import { ortNamen } from "../queries/orte.ts";
import { getan } from "../parts/getan.ts";
import { Verlauf } from "../parts/verlauf.tsx";
import { type Beratung, beratungOf, stufeOf } from "../queries/beratungen.ts";
import { tag, wochentag } from "../model/texte.ts";

/**
 * Opens one's own consultation by the door that fits: with a person it is logged who read it; without one nothing is,
 * because the time of reading would tell the time of the consultation. @throws NotFound
 */
export async function openBeratung<R>(visit: Visit, id: string, work: (tx: Tx) => Promise<R>): Promise<R> {
  const stufe = await readAs(visit.actor, (tx) => stufeOf(tx, id));
  if (stufe === undefined) throw new NotFound();
  return istMitPerson(stufe)
    ? openRecordAs(visit.actor, { art: "beratung", id }, "beratung", work)
    : readAs(visit.actor, work);
}

type Gezeigt = {
  readonly b: Beratung;
  readonly fassungen: readonly Fassung[];
  readonly woerter: Woerter;
  readonly personen: ReadonlyMap<string, string>;
};

/** A consultation with its history and the words of its codes. @throws NotFound */
async function gezeigt(tx: Tx, visit: Visit, id: string): Promise<Gezeigt> {
  const b = await beratungOf(tx, visit.actor, id);
  if (b === undefined) throw new NotFound();
  const fassungen = await fassungenOf(tx, visit.actor, id);
  const orte = await ortNamen(tx, orteIn([b, ...fassungen.map((f) => f.werte)]));
  const personen = await personNames(tx, visit.actor, b.personen);
  return { b, fassungen, woerter: { listen: await codelisten(tx), orte }, personen };
}

/** One consultation of one's own. */
export const showOne = page({
  path: "/beratungen/:id",
  permission: "beratung.lesen",
  notices: getan,
  show: async (visit) => {
    const id = idOf(visit);
    const shown = await openBeratung(visit, id, (tx) => gezeigt(tx, visit, id));
    return <Eine frame={visit.frame} shown={shown} />;
  },
});

function Eine({ frame, shown }: { readonly frame: Frame; readonly shown: Gezeigt }) {
  const { b, fassungen, woerter } = shown;
  const path = `/beratungen/${b.id}`;
  return (
    <Page
      breadcrumb={[{ label: "Beratungen", href: "/beratungen" }]}
      frame={frame}
      title={`Beratung vom ${tag(b.am)}`}
      heading={false}
      side={<Weiter b={b} />}
    >
      <Card
        title={`Beratung am ${wochentag(b.am)}`}
        level={1}
        action={b.zurueckgezogen ? null : <ButtonLink href={`${path}/korrigieren`}>Korrigieren</ButtonLink>}
      >
        {b.zurueckgezogen ? (
          <p>
            <Status kind="warning">Zurückgezogen: zählt nicht mit.</Status>
          </p>
        ) : null}
        {b.uebernommen ? <p class="hint">Aus einer übernommenen Liste.</p> : null}
        <DescriptionList items={items(shown)} />
      </Card>
      <Verlauf fassungen={fassungen} jetzt={b} woerter={woerter} />
    </Page>
  );
}

function items({ b, woerter, personen }: Gezeigt) {
  const coded = angaben(b, woerter).filter((a) => a.text !== "–" && a.name !== "am");
  const persons = b.personen.map((id, i) => (
    <>
      {i === 0 ? "" : ", "}
      <a href={`/personen/${id}`}>
        <bdi>{personen.get(id) ?? "Person"}</bdi>
      </a>
    </>
  ));
  const note =
    b.notiz === "geloescht" ? "Die Notiz ist nicht mehr lesbar: Ihr Schlüssel wurde gelöscht." : b.notiz?.text;
  return [
    ...(persons.length === 0 ? [] : [{ term: "Wer war da", value: persons }]),
    ...coded.map((a) => ({ term: a.label, value: a.text })),
    ...(b.nichtZugeordnet.length === 0
      ? []
      : [{ term: "nicht zugeordnet", value: <bdi>{b.nichtZugeordnet.join(", ")}</bdi> }]),
    ...(note === undefined ? [] : [{ term: "Notiz", value: <bdi class="text">{note}</bdi> }]),
  ];
}

function Weiter({ b }: { readonly b: Beratung }) {
  return (
    <Card title="Stimmt etwas nicht?">
      <p class="hint">
        {b.zurueckgezogen
          ? "Sie haben diese Beratung zurückgezogen. Wenn sie doch gezählt werden soll, heben Sie das auf."
          : "Korrigieren ändert die Angaben; was vorher galt, bleibt im Verlauf. Zurückziehen heißt: Sie zählt nicht mehr, etwa weil sie doppelt erfasst ist."}
      </p>
      <ButtonLink kind="secondary" small href={`/beratungen/${b.id}/zurueckziehen`}>
        {b.zurueckgezogen ? "Rückzug aufheben" : "Zurückziehen"}
      </ButtonLink>
    </Card>
  );
}
