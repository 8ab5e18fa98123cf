import { z } from "zod";

/** What jobs about one list or word get. */
export const PAYLOAD = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });
