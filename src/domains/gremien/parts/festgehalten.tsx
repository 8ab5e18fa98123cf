import { tagText } from "../../../platform/span.ts";
import { Entered } from "../../../ui/index.ts";
import { type Beschluss, ERGEBNISSE, stimmenText } from "../model/beschluss.ts";
import type { Auftrag } from "../model/eingabe.ts";
import { AUFTRAEGE, BESCHLUESSE } from "./getan.ts";
import { AuftragWort } from "./worte.tsx";

type Props = {
  readonly beschluesse: readonly Beschluss[];
  readonly auftraege: readonly Auftrag[];
  readonly heute: string;
};

/** What was decided and agreed to a point. */
export const Festgehalten = ({ beschluesse, auftraege, heute }: Props) =>
  beschluesse.length + auftraege.length === 0 ? null : (
    <ul class="plain-list">
      {beschluesse.map((b) => (
        <li>
          <a href={`${BESCHLUESSE}/${b.id}`}>Beschluss {b.nummer}</a> ({ERGEBNISSE[b.ergebnis]},{" "}
          {stimmenText(b.stimmen)}): <Entered>{b.wortlaut}</Entered>
        </li>
      ))}
      {auftraege.map((a) => (
        <AuftragPunkt auftrag={a} heute={heute} />
      ))}
    </ul>
  );

/** A job in a list: its state, what, who and until when. */
export const AuftragPunkt = ({ auftrag: a, heute }: { readonly auftrag: Auftrag; readonly heute: string }) => (
  <li>
    <AuftragWort auftrag={a} heute={heute} />{" "}
    <a href={`${AUFTRAEGE}/${a.id}`}>
      <Entered>{a.was}</Entered>
    </a>{" "}
    – <Entered>{a.wer}</Entered>, bis {tagText(a.faelligAm)}
  </li>
);
