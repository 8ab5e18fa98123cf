import { type Visit, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, Card, Page, Status, TextChanges } from "../../../ui/index.ts";
import { type Papier, konzeptPapier } from "../model/konzeptpapier.ts";
import { type AbschnittVergleich, papiervergleich } from "../model/vergleich.ts";
import { belowKonzept, belowRoom } from "../parts/below.ts";
import { FASSUNG, LIST } from "../parts/getan.ts";
import { fassungOf, fassungen } from "../queries/fassungen.ts";
import { konzeptOf } from "../queries/konzepte.ts";
import { standOf } from "../queries/stand.ts";

const permission = "konzept.lesen";

const WO: Readonly<Record<AbschnittVergleich["wo"], string>> = {
  gleich: "unverändert",
  geaendert: "geändert",
  neu: "neu",
  weg: "entfällt",
};

/** Section by section what changed, word by word; what stayed is only named. */
function Unterschiede({ frueher, spaeter }: { readonly frueher: Papier; readonly spaeter: Papier }) {
  const all = papiervergleich(frueher, spaeter);
  const same = all.filter(({ wo }) => wo === "gleich");
  const other = all.filter(({ wo }) => wo !== "gleich");
  return (
    <>
      {other.length === 0 ? <Alert kind="info">Kein Wort ist anders.</Alert> : null}
      {other.map(({ titel, wo, stuecke }) => (
        <Card title={titel}>
          <p>
            <Status kind={wo === "neu" ? "success" : "info"}>{WO[wo]}</Status>
          </p>
          <p>
            <TextChanges pieces={stuecke} />
          </p>
        </Card>
      ))}
      {same.length === 0 ? null : (
        <Card title="Unverändert">
          <ul>
            {same.map(({ titel }) => (
              <li>{titel}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** What a version changed of the one before it. */
export const show = page({
  path: `${FASSUNG}/:id/unterschied`,
  permission,
  show: async (visit) => {
    const { fassung, davor } = await readAs(visit.actor, async (tx) => {
      const found = await fassungOf(tx, idOf(visit));
      const before = (await fassungen(tx, found.konzeptId)).find(({ nummer }) => nummer === found.nummer - 1);
      return { fassung: found, davor: before === undefined ? undefined : await fassungOf(tx, before.id) };
    });
    if (davor === undefined) throw new NotFound();
    const { papier, nummer } = fassung;
    const { frame, breadcrumb } = belowRoom(visit);
    const way = [...breadcrumb, { label: `${papier.titel}, Fassung ${nummer}`, href: `${FASSUNG}/${fassung.id}` }];
    return (
      <Page frame={frame} breadcrumb={way} title={`Was Fassung ${nummer} geändert hat`} extra>
        <Unterschiede frueher={davor.papier} spaeter={papier} />
      </Page>
    );
  },
});

/** What a draft changes of the version that holds. */
export const showEntwurf = page({
  path: `${LIST}/:id/unterschied`,
  permission,
  show: async (visit: Visit) => {
    const { actor } = visit;
    const { konzept, stand, gilt } = await readAs(actor, async (tx) => {
      const found = await konzeptOf(tx, actor, idOf(visit));
      const [last] = await fassungen(tx, found.id);
      if (last === undefined) throw new NotFound();
      return { konzept: found, stand: await standOf(tx, actor, found), gilt: await fassungOf(tx, last.id) };
    });
    return (
      <Page {...belowKonzept(visit, konzept)} title={`Was der Entwurf an Fassung ${gilt.nummer} ändert`} extra>
        <Unterschiede frueher={gilt.papier} spaeter={konzeptPapier(stand)} />
      </Page>
    );
  },
});
