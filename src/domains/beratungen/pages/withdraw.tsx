import { Redirect, type Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, first } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { Card, Confirm, Page, fieldsOf } from "../../../ui/index.ts";
import { istMitPerson } from "../model/beratung.ts";
import { restoreBeratung, withdrawBeratung } from "../commands/withdraw.ts";
import { RueckzugEingabe, grundVon } from "../model/eingabe.ts";
import { Warum } from "../parts/warum.tsx";
import { Bedenken } from "../parts/notiz.tsx";
import { type Beratung, beratungOf } from "../queries/beratungen.ts";
import { GRUENDE } from "../model/texte.ts";
import { idOf } from "../../../platform/ids.ts";
import { belowBeratung } from "../parts/below.ts";
import { LIST, addressOf, getan } from "../parts/getan.ts";

const permission = "beratung.schreiben";
const PATH = `${LIST}/:id/zurueckziehen`;

/** Asks before a consultation is withdrawn, or counted again. */
async function form(visit: Visit, rejected?: Rejected) {
  const b = await readAs(visit.actor, (tx) => beratungOf(tx, visit.actor, idOf(visit)));
  if (b === undefined) throw new NotFound();
  return <Rueckzug frame={visit.frame} b={b} rejected={rejected} />;
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: RueckzugEingabe, answer: (_, to) => new Redirect(addressOf(to)) },
  async (tx, visit, input) => {
    const again = visit.url.searchParams.get("wieder") === "ja";
    const at = visit.at;
    await (again ? restoreBeratung : withdrawBeratung)(tx, visit.actor, at, { ...input, grund: grundVon(input) });
    return getan.after(`${LIST}/${at.id}`, again ? "aufhebung" : "rueckzug");
  },
);

type Props = { readonly frame: Frame; readonly b: Beratung; readonly rejected: Rejected | undefined };

function Rueckzug({ frame, b, rejected }: Props) {
  const withdraw = !b.zurueckgezogen;
  const title = withdraw ? "Beratung zurückziehen" : "Rückzug aufheben";
  const back = `${LIST}/${b.id}`;
  const keys = GRUENDE[withdraw ? "rueckzug" : "aufhebung"].map(({ key, label }) => ({ keys: key, does: label }));
  return (
    <Page {...belowBeratung(frame, b)} title={title} rejected={rejected} keys={keys}>
      <Card title={title} level={1}>
        <Confirm
          action={`${back}/zurueckziehen${withdraw ? "" : "?wieder=ja"}`}
          confirm={title}
          back={back}
          danger={withdraw}
          version={b.version}
          rejected={rejected}
        >
          <p>
            {withdraw
              ? "Die Beratung zählt dann nicht mehr. Sie bleibt für Sie sichtbar, durchgestrichen, und Sie können das wieder aufheben."
              : "Die Beratung zählt dann wieder."}
          </p>
          <Warum
            field={fieldsOf(undefined, rejected)}
            label="Warum?"
            art={withdraw ? "rueckzug" : "aufhebung"}
            autofocus={rejected === undefined}
          />
          {rejected === undefined || istMitPerson(b.stufe) ? null : (
            <Bedenken
              text={first(rejected.values, "grund")}
              am={b.am}
              bestaetigt={first(rejected.values, "unbedenklich") === "ja"}
            />
          )}
        </Confirm>
      </Card>
    </Page>
  );
}
