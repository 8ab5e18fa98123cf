import type { z } from "zod";
import type { Visit } from "./access.ts";
import { type Rejected, fitting } from "./form.ts";

/**
 * What a page with a form was asked for: by its address, or, where the form came back refused, by the fields that carry it along. As in
 * `readQuery` only what fits its field counts, so that what is looked up by it is an id if it has to be one.
 */
export const askedFor = <S extends z.ZodObject>(
  schema: S,
  { url }: Pick<Visit, "url">,
  rejected: Rejected | undefined,
): z.output<S> => schema.parse(fitting(schema, rejected === undefined ? url.searchParams : sent(rejected)));

const sent = ({ values }: Rejected): URLSearchParams =>
  new URLSearchParams(Object.entries(values).flatMap(([name, all]) => all.map((one) => [name, one])));
