import { dayOf } from "../../../platform/clock.ts";
import { type DraftForm, keepPath, resumePath } from "../../../platform/draft-form.ts";
import { MAX_DRAFTS } from "../../../platform/drafts.ts";
import type { Filled } from "../../../platform/filled.ts";
import { tagText } from "../../../platform/span.ts";
import { Alert, Continued, DiscardDraft } from "../../../ui/index.ts";
import { uhrzeit } from "../model/texte.ts";

export type Angefangen = { readonly id: string; readonly geaendert: Date };

const wann = (at: Date, heute: string): string =>
  dayOf(at) === heute ? `um ${uhrzeit(at)}` : `am ${tagText(dayOf(at))} um ${uhrzeit(at)}`;

/** What was begun on this page and not saved, each to go on with or to throw away. */
export function Entwuerfe(props: {
  readonly entwuerfe: readonly Angefangen[];
  readonly heute: string;
  readonly form: DraftForm;
}) {
  if (props.entwuerfe.length === 0) return null;
  return (
    <Alert kind="info" title="Angefangen und noch nicht gespeichert">
      <ul class="drafts">
        {props.entwuerfe.map((e) => (
          <li>
            <span>Angefangen {wann(e.geaendert, props.heute)}</span>
            <a href={resumePath(props.form, e.id, undefined)}>Weiterschreiben</a>
            <DiscardDraft draft={{ id: e.id, url: keepPath(props.form) }} />
          </li>
        ))}
      </ul>
      {props.entwuerfe.length < MAX_DRAFTS ? null : (
        <p>
          Mehr als {MAX_DRAFTS} hebt KIM nicht auf. Speichern oder verwerfen Sie erst eine davon; was Sie jetzt neu
          beginnen, wird sonst nicht gesichert.
        </p>
      )}
    </Alert>
  );
}

type Fortgesetztes = Pick<Filled, "draft" | "continued" | "renewed" | "others">;

/** Says that what stands in the form is a draft, where it is one. */
export function Fortgesetzt({ f, heute }: { readonly f: Fortgesetztes; readonly heute: string }) {
  return (
    <Continued f={f}>
      {f.continued &&
        `Noch nicht gespeichert: So weit waren Sie ${wann(f.continued, heute)}. Prüfen Sie es und speichern Sie.`}
    </Continued>
  );
}
