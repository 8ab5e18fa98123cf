import { page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, ButtonLink, Card, DescriptionList, EmptyState, Entered, Page } from "../../../ui/index.ts";
import { codelisten, nameOf } from "../../codelisten/index.ts";
import { euroText } from "../model/einsatz.ts";
import { ARTEN, GESCHLECHTER, istTaetig } from "../model/pool.ts";
import { EinsatzListe } from "../parts/einsatz-liste.tsx";
import { getan } from "../parts/getan.ts";
import { POOL } from "../parts/wege.ts";
import { einsaetzeVon } from "../queries/einsaetze.ts";
import { type Sprachmittler, sprachmittlerOf } from "../queries/pool.ts";

const NONE = "–";
const text = (value: string | null) => (value === null ? NONE : <Entered>{value}</Entered>);

/** Somebody of the pool: how to reach them, and what they did and will do. */
export const show = page({
  path: `${POOL}/:id`,
  permission: "sprachmittlung.lesen",
  notices: getan,
  show: async (visit) => {
    const { actor } = visit;
    const id = idOf(visit);
    const { one, rows, listen } = await readAs(actor, async (tx) => ({
      one: await sprachmittlerOf(tx, actor, id),
      rows: await einsaetzeVon(tx, actor, id),
      listen: await codelisten(tx),
    }));
    const pflegt = may(actor, "sprachmittlung.pflegen");
    const change = (
      <ButtonLink kind="secondary" small href={`${POOL}/${id}/bearbeiten`}>
        Bearbeiten
      </ButtonLink>
    );
    return (
      <Page
        frame={visit.frame}
        title="Person im Pool"
        heading={false}
        wide
        breadcrumb={[{ label: "Sprachmittelnde", href: POOL }]}
      >
        <Card title={<Entered>{one.name}</Entered>} level={1} {...(pflegt ? { action: change } : {})}>
          <Hinweis one={one} />
          <DescriptionList
            items={[
              { term: "Sprachen", value: one.sprachen.map((code) => nameOf(listen.sprache, code)).join(", ") },
              { term: "Geschlecht", value: GESCHLECHTER[one.geschlecht] },
              { term: "Arbeitet als", value: ARTEN[one.art] },
              { term: "Telefon", value: text(one.telefon) },
              { term: "E-Mail", value: text(one.email) },
              { term: "Je Stunde", value: one.satzCent === 0 ? "ohne Geld" : euroText(one.satzCent) },
              { term: "Verpflichtet", value: one.verpflichtetAm === null ? NONE : `am ${tagText(one.verpflichtetAm)}` },
              { term: "Notiz", value: text(one.notiz) },
            ]}
          />
        </Card>
        <Card title={pflegt ? "Einsätze" : "Meine Einsätze mit dieser Person"}>
          <EinsatzListe
            rows={rows}
            sprachen={listen.sprache}
            caption="Einsätze, der späteste zuerst"
            empty={<EmptyState>Noch kein Einsatz.</EmptyState>}
            first={10}
          />
        </Card>
      </Page>
    );
  },
});

function Hinweis({ one }: { readonly one: Sprachmittler }) {
  if (one.beendetAb !== null) {
    const vorbei = !istTaetig(one.beendetAb, today());
    return (
      <Alert kind="info">
        {vorbei ? "Nicht mehr dabei seit" : "Hört auf am"} {tagText(one.beendetAb)}. Ab dann bucht niemand mehr.
      </Alert>
    );
  }
  if (one.verpflichtetAm !== null) return null;
  return (
    <Alert kind="warning">
      Noch nicht auf Verschwiegenheit verpflichtet. Solange der Tag der Unterschrift nicht eingetragen ist, bucht
      niemand.
    </Alert>
  );
}
