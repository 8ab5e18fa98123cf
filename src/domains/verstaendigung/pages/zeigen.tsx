import { z } from "zod";
import { page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, readQuery } from "../../../platform/form.ts";
import { Actions, ButtonLink, PlainPage } from "../../../ui/index.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { geprueftAm } from "../../uebersetzungen/index.ts";
import { SATZ, SATZBUCH, gruppeOf, saetzeOf } from "../model/satzbuch/index.ts";
import { SATZBUCH_PFAD, ZEIGEN, zeigenOf } from "../parts/wege.ts";

const Query = z.object({
  sprache: z.enum(DRUCKSPRACHE).default("ar"),
  satz: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .default("willkommen"),
});

/** One sentence, as large as the screen lets it be: to turn the telephone round. Nothing on it says who anybody is. */
export const show = page({
  path: ZEIGEN,
  permission: "start.sehen",
  show: async ({ actor, frame, url }) => {
    const { sprache, satz: asked } = readQuery(Query, url);
    const satz = SATZ.find((one) => one === asked);
    if (satz === undefined) throw new NotFound();
    const at = SATZ.indexOf(satz);
    const [vorher, nachher] = [SATZ[at - 1], SATZ[at + 1]];
    const { lang, dir } = DRUCKSPRACHEN[sprache];
    const { saetze, nichtGeprueft } = SATZBUCH[sprache];
    const geprueft = await readAs(actor, (tx) => geprueftAm(tx, actor.traegerId, sprache, ["satzbuch"]));
    const frage = gruppeOf(satz) !== "antworten";
    return (
      <PlainPage frame={frame} title={saetze[satz]} words={{ lang, dir }}>
        <div class="spoken">
          {sprache === "de" ? null : (
            <p lang="de" dir="ltr">
              {SATZBUCH.de.saetze[satz]}
            </p>
          )}
          {frage ? (
            <ul class="plain-list several">
              {saetzeOf("antworten").map((one) => (
                <li>
                  <a href={zeigenOf(sprache, one)}>{saetze[one]}</a>
                </li>
              ))}
            </ul>
          ) : null}
          {sprache === "de" || geprueft !== null ? null : <p class="hint">{nichtGeprueft}</p>}
        </div>
        <div lang="de" dir="ltr">
          <Actions>
            {nachher === undefined ? null : (
              <ButtonLink kind="secondary" href={zeigenOf(sprache, nachher)}>
                Nächster Satz
              </ButtonLink>
            )}
            {vorher === undefined ? null : (
              <ButtonLink kind="tertiary" href={zeigenOf(sprache, vorher)}>
                Vorheriger
              </ButtonLink>
            )}
            <ButtonLink kind="tertiary" href={`${SATZBUCH_PFAD}?sprache=${sprache}`}>
              Zum Satzbuch
            </ButtonLink>
          </Actions>
        </div>
      </PlainPage>
    );
  },
});
