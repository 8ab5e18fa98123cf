import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import { type DraftForm, keepPath, resumePath } from "../../../platform/draft-form.ts";
import { type Draft, MAX_DRAFTS } from "../../../platform/drafts.ts";
import type { Filled } from "../../../platform/filled.ts";
import { first } from "../../../platform/form.ts";
import { Continued, Details, DiscardDraft, DiscardDrafts } from "../../../ui/index.ts";
import { type Codelisten, kurzOf, nameOf } from "../../codelisten/index.ts";
import { angefangenAm, entwurfszeile } from "../model/entwurfszeile.ts";
import { gefuellteZeilen } from "../model/zeilen.ts";

/** What was begun and not saved, each in one line. */
export type Angefangen = { readonly id: string; readonly zeile: string };

/** Drafts of new consultations or of lists of them in words: when, for which day, and what it is about. */
export function angefangene(drafts: readonly Draft[], listen: Codelisten): Angefangen[] {
  const heute = today();
  return drafts.map(({ id, geaendert, values }) => {
    const single = Object.fromEntries(Object.keys(values).map((name) => [name, first(values, name)]));
    const worte = [
      ...(values["themen"] ?? []).map((code) => kurzOf(listen.handlungsfeld, code)),
      nameOf(listen.sprache, first(values, "sprache")),
    ];
    const stand = {
      geaendert,
      am: dayIn(first(values, "am"), { today: heute, sense: "back" }) ?? "",
      worte,
      zeilen: gefuellteZeilen(single).length,
    };
    return { id, zeile: entwurfszeile(stand, heute) };
  });
}

type Props = {
  readonly f: Pick<Filled, "draft" | "continued">;
  readonly entwuerfe: readonly Angefangen[];
  readonly form: DraftForm;
};

/** Beside the title of a form: whether it goes on with a draft, and what else was begun; one line, and nothing that pushes. */
export function Entwuerfe({ f, entwuerfe, form }: Props) {
  if (f.continued === undefined && entwuerfe.length === 0) return null;
  return (
    <div class="begun">
      {f.continued === undefined ? null : (
        <div class="draft">
          <span>{soWeit(f.continued)}</span>
          <DiscardDraft draft={f.draft} />
        </div>
      )}
      {entwuerfe.length < 2 ? (
        <Liste entwuerfe={entwuerfe} form={form} />
      ) : (
        <Details summary={`${entwuerfe.length} angefangene – zeigen`}>
          <Liste entwuerfe={entwuerfe} form={form} />
        </Details>
      )}
      {entwuerfe.length < MAX_DRAFTS ? null : (
        <p class="hint">
          Mehr als {MAX_DRAFTS} hebt KIM nicht auf. Speichern oder verwerfen Sie erst eine davon; was Sie jetzt neu
          beginnen, wird sonst nicht gesichert.
        </p>
      )}
    </div>
  );
}

function Liste({ entwuerfe, form }: Pick<Props, "entwuerfe" | "form">) {
  const url = keepPath(form);
  return (
    <>
      <ul class="drafts">
        {entwuerfe.map((e) => (
          <li>
            <a href={resumePath(form, e.id, undefined)}>
              <span class="kern-sr-only">Weiterschreiben: </span>
              {e.zeile}
            </a>
            <DiscardDraft draft={{ id: e.id, url }} />
          </li>
        ))}
      </ul>
      {entwuerfe.length < 2 ? null : (
        <DiscardDrafts url={url} ids={entwuerfe.map((e) => e.id)} label="Alle verwerfen" />
      )}
    </>
  );
}

const soWeit = (at: Date): string => `Noch nicht gespeichert: So weit waren Sie ${angefangenAm(at, today())}.`;

type Fortgesetztes = Pick<Filled, "draft" | "continued" | "renewed" | "others">;

/** Says above a correction that what stands in the form is a draft, where it is one. */
export const Fortgesetzt = ({ f }: { readonly f: Fortgesetztes }) => (
  <Continued f={f}>{f.continued && `${soWeit(f.continued)} Prüfen Sie es und speichern Sie.`}</Continued>
);
