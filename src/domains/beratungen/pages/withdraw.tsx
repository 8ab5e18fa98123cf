import { type Visit, Redirect, action, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected, first } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { Card, Confirm, Page, TextField } from "../../../ui/index.ts";
import { istMitPerson } from "../model/beratung.ts";
import { restoreBeratung, withdrawBeratung } from "../commands/withdraw.ts";
import { RueckzugEingabe } from "../model/eingabe.ts";
import { Bedenken } from "../parts/notiz.tsx";
import { type Beratung, beratungOf } from "../queries/beratungen.ts";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { tag } from "../model/texte.ts";

const PATH = "/beratungen/:id/zurueckziehen";
const RECHT = "beratung.schreiben";

type Props = { readonly frame: Frame; readonly b: Beratung; readonly rejected?: Rejected | undefined };

async function read(visit: Visit): Promise<Beratung> {
  const id = idOf(visit);
  const b = await readAs(visit.actor, (tx) => beratungOf(tx, visit.actor, id));
  if (b === undefined) throw new NotFound();
  return b;
}

/** Asks before a consultation is withdrawn, or counted again. */
export const showWithdraw = page({
  path: PATH,
  permission: RECHT,
  show: async (visit) => <Rueckzug frame={visit.frame} b={await read(visit)} />,
});

export const postWithdraw = action({
  path: PATH,
  permission: RECHT,
  schema: RueckzugEingabe,
  run: async (visit, value, submission) => {
    const again = visit.url.searchParams.get("wieder") === "ja";
    const run = again ? restoreBeratung : withdrawBeratung;
    const id = await run(visit.actor, submission, idOf(visit), value);
    return new Redirect(getan.after(`/beratungen/${id}`, again ? "aufhebung" : "rueckzug"));
  },
  again: async (visit, rejected) => <Rueckzug frame={visit.frame} b={await read(visit)} rejected={rejected} />,
});

function Rueckzug({ frame, b, rejected }: Props) {
  const withdraw = !b.zurueckgezogen;
  const title = withdraw ? "Beratung zurückziehen" : "Rückzug aufheben";
  const back = `/beratungen/${b.id}`;
  return (
    <Page
      breadcrumb={[
        { label: "Beratungen", href: "/beratungen" },
        { label: `Beratung vom ${tag(b.am)}`, href: back },
      ]}
      frame={frame}
      title={title}
      heading={false}
      rejected={rejected}
    >
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
          <TextField
            name="grund"
            label="Warum?"
            rejected={rejected}
            maxlength={500}
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
