import type { z } from "zod";
import type { Answer, Outcome } from "./access.ts";
import { today } from "./clock.ts";
import { type Rejected, type Values, Refused, Stale, overtaken, readForm } from "./form.ts";
import { AlreadySaved, type Submission, submissionOf } from "./submission.ts";
import type { Sent, Upload } from "./upload.ts";

type Again = (rejected: Rejected) => Answer | Promise<Answer>;

const NO_FILE = "Wählen Sie eine Datei aus.";
const EMPTY_FILE = "Die Datei ist leer. Prüfen Sie, ob es die richtige ist.";

/**
 * Takes the file out of what was sent, or says at its field why there is none. `whole` is everything that was sent: another
 * file with the same key is another form.
 */
export async function withFile(
  field: string,
  sent: Sent,
  go: (values: Values, whole: Values, file: Upload) => Promise<Outcome>,
  again: Again,
): Promise<Outcome> {
  const { [field]: _, ...values } = sent.values;
  const { file } = sent;
  if (file === undefined || file.bytes.length === 0) {
    const message = sent.problem ?? (file === undefined ? NO_FILE : EMPTY_FILE);
    return { status: 422, answer: await again({ values, errors: [{ field, message }] }) };
  }
  return go(values, { ...values, _datei: [file.name, file.print] }, file);
}

/**
 * Checks what was sent and does something with it. What the schema, a rule (`Refused`) or a newer record (`Stale`) refuses is
 * shown again with everything typed.
 */
export async function attempt<S extends z.ZodObject>(
  schema: S,
  body: Values,
  run: (value: z.output<S>, submission: Submission) => Promise<Answer>,
  again: Again,
): Promise<Outcome> {
  const reading = { schema, today: today() };
  const form = readForm(schema, body, reading.today);
  if (!form.ok) return { status: 422, answer: await again(form) };
  try {
    return { status: 200, answer: await run(form.value, submissionOf(body)) };
  } catch (error) {
    if (error instanceof Stale) return { status: 409, answer: await again(overtaken(body, error.conflict, reading)) };
    if (!(error instanceof Refused)) throw error;
    const saved = error instanceof AlreadySaved ? error.saved : undefined;
    return { status: 422, answer: await again({ values: body, errors: error.errors, saved }) };
  }
}
