import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, CheckChips, EmptyState, Form, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { STAENDE, uebersicht } from "../../luecken/index.ts";
import { abgeschlossene } from "../../rekonstruktion/index.ts";
import { addTops } from "../commands/set-tagesordnung.ts";
import { TagesordnungEingabe } from "../model/eingabe.ts";
import { belowSitzung } from "../parts/below.ts";
import { SITZUNGEN, getan } from "../parts/getan.ts";
import { KeinName } from "../parts/worte.tsx";
import { auftraege } from "../queries/auftraege.ts";
import { punkte } from "../queries/punkte.ts";
import { sitzungOf, tops } from "../queries/sitzungen.ts";
import { vertagte } from "../queries/vertagte.ts";
import { vorlagen } from "../queries/vorlagen.ts";

/** What may be put on the agenda and is not there: the heaviest gaps first, those with a Vorlage before the others. */
async function lies({ actor }: Visit, id: string) {
  return readAs(actor, async (tx) => {
    const sitzung = await sitzungOf(tx, id);
    const there = await tops(tx, { sitzungId: id });
    const has = (which: "lueckeId" | "auftragId" | "punktId", one: string) => there.some((top) => top[which] === one);
    const ready = ["vorlage", "thema", "priorisiert", "zurueckgestellt", "projektgruppe"];
    const gaps = (await uebersicht(tx, actor, {})).filter(
      ({ luecke }) => !has("lueckeId", luecke.id) && ready.includes(luecke.stand),
    );
    const rank = (stand: string) => ready.indexOf(stand);
    return {
      sitzung,
      luecken: gaps.toSorted((a, b) => rank(a.luecke.stand) - rank(b.luecke.stand)),
      vorlagen: (await vorlagen(tx)).filter(
        ({ id: paper, lueckeId, fest }) =>
          lueckeId === null && fest === null && !there.some(({ vorlageId }) => vorlageId === paper),
      ),
      auftraege: (await auftraege(tx, actor, { gremiumId: sitzung.gremiumId, offen: true })).filter(
        (a) => !has("auftragId", a.id),
      ),
      rekonstruktionen: (await abgeschlossene(tx, actor)).filter(
        (r) => !there.some(({ rekonstruktionId }) => rekonstruktionId === r.id),
      ),
      vertagte: (await vertagte(tx, sitzung.gremiumId)).filter(({ id: of }) => !there.some((top) => top.id === of)),
      punkte: (await punkte(tx, sitzung.gremiumId)).filter((p) => !has("punktId", p.id)),
    };
  });
}

type WahlProps = Omit<Parameters<typeof CheckChips>[0], "rows">;

/** Things of one kind; nothing where there is none. */
const Wahl = (props: WahlProps) => (props.options.length === 0 ? null : <CheckChips {...props} rows />);

async function form(visit: Visit, rejected?: Rejected) {
  const g = await lies(visit, idOf(visit));
  const self = `${SITZUNGEN}/${g.sitzung.id}`;
  const all = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  const field = fieldsOf({ punkte: all(g.punkte), vertagte: all(g.vertagte) }, rejected);
  return (
    <CardPage {...belowSitzung(visit, g.sitzung)} title="Tagesordnung zusammenstellen" rejected={rejected}>
      <Form action={`${self}/tagesordnung`} rejected={rejected}>
        <Wahl
          {...field("vertagte")}
          label="Vertagt"
          options={g.vertagte.map(({ id, top, tag }) => ({ value: id, label: `${top.titel} (vom ${tagText(tag)})` }))}
        />
        {g.luecken.length === 0 ? (
          <EmptyState>Keine Lücke ist Thema oder Vorlage und noch nicht auf der Tagesordnung.</EmptyState>
        ) : (
          <CheckChips
            {...field("luecken")}
            label="Systemlücken"
            hint="Zuerst, wozu es eine Vorlage gibt, darin die schwerste zuerst."
            rows
            options={g.luecken.map(({ luecke, name, rang }) => ({
              value: luecke.id,
              label: `${name} (${STAENDE[luecke.stand]}, Gewicht ${rang})`,
            }))}
          />
        )}
        <Wahl
          {...field("vorlagen")}
          label="Vorlagen ohne Lücke"
          options={g.vorlagen.map(({ id, titel }) => ({ value: id, label: titel }))}
        />
        <Wahl
          {...field("rekonstruktionen")}
          label="Fallrekonstruktionen"
          hint="Abgeschlossene. Das Gremium bekommt sie als Papier, wie sie heute ist."
          options={g.rekonstruktionen.map(({ id, frage }) => ({ value: id, label: frage }))}
        />
        <Wahl
          {...field("auftraege")}
          label="Offene Aufträge"
          options={g.auftraege.map(({ id, was, wer, faelligAm }) => ({
            value: id,
            label: `${was} (${wer}, bis ${tagText(faelligAm)})`,
          }))}
        />
        <Wahl
          {...field("punkte")}
          label="Kommt wieder"
          options={g.punkte.map(({ id, titel }) => ({ value: id, label: titel }))}
        />
        <TextField {...field("titel")} label="Eigener Punkt" hint="Ohne Personen." optional />
        <KeinName field={field} rejected={rejected} />
        <Submit label="Aufnehmen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${SITZUNGEN}/:id/tagesordnung`,
  "gremium.schreiben",
  { form, schema: TagesordnungEingabe },
  async (tx, visit, input) => {
    const id = idOf(visit);
    return getan.after(`${SITZUNGEN}/${id}`, "tagesordnung", await addTops(tx, visit.actor, id, input));
  },
);
