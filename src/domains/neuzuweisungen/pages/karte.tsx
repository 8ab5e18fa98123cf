import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { Page } from "../../../ui/index.ts";
import { KARTE, LIST } from "../parts/getan.ts";
import { Karte } from "../parts/karte.tsx";
import { belegung } from "../queries/listen.ts";

/** Where those are whom one is responsible for. */
export const show = page({
  path: KARTE,
  permission: "zuweisung.lesen",
  show: async ({ actor, frame }) => {
    const orte = await readAs(actor, (tx) => belegung(tx, actor, actor.konten));
    return (
      <Page frame={frame} title="Karte" heading={false} extra breadcrumb={[{ label: "Neuzuweisungen", href: LIST }]}>
        <Karte orte={orte} title="Meine Neuzuweisungen nach Unterkunft" level={1} />
      </Page>
    );
  },
});
