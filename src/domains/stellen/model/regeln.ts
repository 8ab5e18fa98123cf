import { type FieldError, Refused } from "../../../platform/form.ts";
import { type Span, gilt, tagText } from "../../../platform/span.ts";
import { type Besetzung, type Stelle, besetztAm, ueberbesetztAb } from "./plan.ts";
import { vzaeText } from "./stelle.ts";

/** The rules of the staffing plan; each refuses with a sentence at the field that it is about. */

type Umfang = Span & Pick<Stelle, "vzae"> & { readonly besetzungen: readonly Besetzung[] };

/** On no day more is filled than was approved. @throws Refused at `field` with the first such day */
export function refuseTooMuch(stelle: Umfang, field: "anteil" | "vzae"): void {
  const over = ueberbesetztAb(stelle);
  if (over === undefined) return;
  const what = `Am ${tagText(over.tag)} wären ${vzaeText(over.ist)} VZÄ besetzt; genehmigt sind ${vzaeText(stelle.vzae)}.`;
  throw new Refused(
    `${what} Verringern Sie einen Anteil oder beenden Sie vorher eine andere Besetzung. Sind für eine Übergabe beide bezahlt, geben Sie den Grund der Überschneidung an.`,
    field,
  );
}

/** Nobody fills a post before it begins or beyond its end. @throws Refused (fields `von`, `bis`) */
export function refuseOutside(stelle: Span, besetzung: Span): void {
  const errors: FieldError[] = [];
  if (besetzung.von < stelle.von)
    errors.push({ field: "von", message: `Die Stelle ist erst ab dem ${tagText(stelle.von)} genehmigt.` });
  if (stelle.bis !== null && besetzung.von > stelle.bis)
    errors.push({ field: "von", message: `Die Stelle ist nur bis zum ${tagText(stelle.bis)} genehmigt.` });
  else if (stelle.bis !== null && besetzung.bis !== null && besetzung.bis > stelle.bis)
    errors.push({ field: "bis", message: `Die Stelle ist nur bis zum ${tagText(stelle.bis)} genehmigt.` });
  if (errors.length > 0) throw new Refused(errors);
}

/** A post still covers everybody who fills it. @throws Refused (fields `von`, `bis`) */
export function refuseUncovered(stelle: Umfang): void {
  const { von, bis, besetzungen } = stelle;
  const early = besetzungen.find((b) => b.von < von);
  if (early !== undefined)
    throw new Refused(`Die Stelle ist schon ab dem ${tagText(early.von)} besetzt. Korrigieren Sie zuerst das.`, "von");
  const late = besetzungen.find((b) => bis !== null && (b.von > bis || (b.bis !== null && b.bis > bis)));
  if (late !== undefined)
    throw new Refused(
      `Nach diesem Tag ist die Stelle noch besetzt (ab ${tagText(late.von)}). Beenden Sie zuerst diese Besetzung.`,
      "bis",
    );
}

/** A reason needs a vacancy. @throws Refused at `field` */
export function refuseUnlessVacant(stelle: Umfang, day: string, field: "von" | "grund"): void {
  if (!gilt(stelle, day))
    throw new Refused(`Am ${tagText(day)} ist die Stelle nicht genehmigt, also nicht vakant.`, field);
  if (besetztAm(stelle, day) >= stelle.vzae)
    throw new Refused(`Am ${tagText(day)} ist die Stelle voll besetzt. Ein Grund gehört zu einem vakanten Tag.`, field);
}
