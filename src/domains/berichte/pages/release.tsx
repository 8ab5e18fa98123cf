import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Alert, Checkbox, Confirm, DescriptionList, fieldsOf } from "../../../ui/index.ts";
import { zeitraumName } from "../../auswertung/index.ts";
import { releaseBericht } from "../commands/release-bericht.ts";
import { Freigabe } from "../model/eingabe.ts";
import type { Halbjahresbericht } from "../model/halbjahresbericht.ts";
import { offenes } from "../model/offenes.ts";
import { vzae, zelle } from "../model/sprache.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { entwurfOf, halbjahresberichtOf } from "../queries/berichte.ts";
import { releasedReportsIn } from "../queries/freigegebene.ts";

const permission = "bericht.freigeben";
const PATH = `${LIST}/:id/freigeben`;

/** The figures that will stand fast, so that nobody releases without having seen them. */
function Festgehalten({ bericht: { grundlage, datenstand } }: { readonly bericht: Halbjahresbericht }) {
  const { kennzahlen: k, stellen } = grundlage;
  const soll = stellen.module.I.soll + stellen.module.II.soll + stellen.module.III.soll;
  const ist = stellen.module.I.ist + stellen.module.II.ist + stellen.module.III.ist;
  return (
    <DescriptionList
      items={[
        { term: "Zeitraum", value: zeitraumName(k.zeitraum) },
        { term: "Datenstand", value: datenstand ?? "noch nicht gezählt" },
        { term: "Beratungen", value: zelle(k.beratungen) },
        { term: "Neuzuweisungen", value: zelle(k.neuzuweisungen) },
        { term: "Stellen", value: `${vzae(ist)} von ${vzae(soll)} VZÄ besetzt` },
      ]}
    />
  );
}

async function form(visit: Visit, rejected?: Rejected) {
  const { akte, bericht, others } = await readAs(visit.actor, async (tx) => {
    const found = await entwurfOf(tx, visit.actor, idOf(visit));
    return {
      akte: found,
      bericht: await halbjahresberichtOf(tx, visit.actor.kreis, found, today()),
      others: await releasedReportsIn(tx, found.von, found.bis),
    };
  });
  const self = `${LIST}/${akte.id}`;
  const open = offenes(bericht, { heute: today(), andere: others.map((o) => o.nummer) });
  return (
    <CardPage {...belowBericht(visit, akte)} title="Bericht freigeben" rejected={rejected}>
      {open.length === 0 ? null : (
        <Alert kind="warning" title="Sehen Sie das vorher an">
          <ul>
            {open.map((satz) => (
              <li>{satz}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Confirm action={`${self}/freigeben`} confirm="Freigeben" back={self} version={akte.fassung} rejected={rejected}>
        <p>
          Mit der Freigabe bekommt der Bericht eine Nummer. Zahlen, Texte und die Dateien stehen dann fest; niemand kann
          sie mehr ändern oder löschen. Übernommene Listen, aus denen diese Zahlen stammen, lassen sich nicht mehr
          zurücknehmen. Was sich später als falsch erweist, steht in einer Berichtigung mit eigener Nummer.
        </p>
        <Festgehalten bericht={bericht} />
        {akte.angelegtVon === visit.actor.kontoId ? (
          <p>Sie haben diesen Entwurf selbst angelegt. Besser ist es, wenn ihn vorher jemand anderes gegenliest.</p>
        ) : null}
        <Checkbox
          {...fieldsOf(undefined, rejected)("geprueft")}
          value="ja"
          label="Ich habe den Bericht gelesen, und er kann so veröffentlicht werden"
        />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: Freigabe }, async (tx, { actor, at }) => {
  await releaseBericht(tx, actor, at);
  return getan.after(`${LIST}/${at.id}`, "freigegeben");
});
